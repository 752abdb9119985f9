import { expect, it } from 'vitest';
import { finishPieces } from '../finish-pieces';
import { compactResult, resultFromCompact, type CompactResult } from './compact-result';
import type { ComparedImage, ComparedResult } from './compared-image';

const NOTHING: ComparedImage = { label: null, score: null, source: null, detections: null, failed: false };
const box = { category: 'animal', conf: 0.1234, bbox: [0, 0.1, 0.2, 0.3] as const };

it.each<[string, Partial<ComparedImage>]>([
  ['nothing', {}],
  ['a failure', { failed: true }],
  ['a label', { label: 'lion', score: 0, source: 'classifier' }],
  ['no boxes', { detections: [] }],
  ['boxes without names', { detections: [box, { ...box, category: 'boat' }] }],
  [
    'named and nameless boxes',
    {
      detections: [
        { ...box, label: 'lion' },
        { ...box, label: null },
      ],
    },
  ],
  ['a removed repeat', { detections: [{ ...box, conf: -0.9 }] }],
  [
    'a video',
    {
      detections: [
        { ...box, frame: 0 },
        { ...box, frame: 30 },
      ],
    },
  ],
])('%s comes back as it was', (_, change) => {
  const result: ComparedResult = new Map([
    ['a.jpg', { ...NOTHING, label: 'fox' }],
    ['D:\\b.jpg', { ...NOTHING, ...change }],
  ]);
  const stored = JSON.parse(JSON.stringify(finishPieces(compactResult(result)))) as CompactResult;
  expect(finishPieces(resultFromCompact(stored))).toEqual(result);
});

it('keeps each text once', () => {
  const image = { ...NOTHING, label: 'lion', source: 'classifier', detections: [{ ...box, label: 'lion' }] };
  const { tables } = finishPieces(compactResult(new Map(['a', 'b', 'c'].map((path) => [path, image]))));
  expect(tables).toEqual({ labels: ['lion'], sources: ['classifier'], categories: ['animal'] });
});
