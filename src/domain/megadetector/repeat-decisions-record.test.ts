import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../test/run-to-end';
import type { Bbox } from '../detection';
import { createDetectionSet, type DetectionSet } from './detection-set';
import { applyRepeatDecisions, type RepeatDecisions, type RepeatVerdict } from './repeat-decisions';
import { parseRepeatDecisions, recordRepeatDecisions, restoreRepeatDecisions } from './repeat-decisions-record';
import type { RepeatDetection, RepeatImage } from './repeat-detections';
import { DEFAULT_REPEAT_OPTIONS } from './repeat-options';
import { findRepeatStacks, type RepeatStack } from './repeat-stacks';

const LEFT: Bbox = [0.1, 0.5, 0.1, 0.1];
const RIGHT: Bbox = [0.7, 0.5, 0.123456, 0.1];
const OPTIONS = { ...DEFAULT_REPEAT_OPTIONS, minOccurrences: 2 };

const IMAGES: readonly RepeatImage[] = ['a/1.jpg', 'a/2.jpg', 'a/3.jpg'].map((filepath) => ({
  filepath,
  capturedAt: null,
  detections: [LEFT, RIGHT].map((bbox) => ({ category: '1', conf: 0.6, bbox })),
}));

const STACKS = runToEnd(findRepeatStacks(IMAGES, OPTIONS));

function decide(spared: DetectionSet, ...verdicts: readonly (RepeatVerdict | null)[]): RepeatDecisions {
  const decided = STACKS.flatMap(({ id }, index) => {
    const verdict = verdicts[index] ?? null;
    return verdict === null ? [] : [[id, verdict] as const];
  });
  return { verdicts: new Map(decided), spared };
}

/** Through the store and back. */
function restore(decisions: RepeatDecisions, images: readonly RepeatImage[], stacks: readonly RepeatStack[] = STACKS) {
  const json = JSON.stringify(recordRepeatDecisions(stacks, decisions, OPTIONS.minIou));
  const byPath = new Map(images.map((image) => [image.filepath, image]));
  return runToEnd(restoreRepeatDecisions(parseRepeatDecisions(JSON.parse(json)), (filepath) => byPath.get(filepath)));
}

const NOBODY = createDetectionSet([]);
const SPARED = createDetectionSet([{ filepath: 'a/2.jpg', detection: 0 }]);

describe('a record of decisions', () => {
  it('brings back the same decisions under the same facts', () => {
    const decisions = decide(SPARED, 'rejected', 'kept');
    const restored = restore(decisions, IMAGES);
    expect(restored.decisions).toEqual(decisions);
    expect(restored.stacks).toEqual(STACKS.map(({ id, members }) => ({ id, members })));
    const rejected = runToEnd(applyRepeatDecisions(STACKS, decisions));
    expect(rejected.size).toBe(2);
    expect(runToEnd(applyRepeatDecisions(restored.stacks, restored.decisions))).toEqual(rejected);
    expect(runToEnd(applyRepeatDecisions(STACKS, restored.decisions))).toEqual(rejected);
  });

  it('names each file once, and leaves out what is undecided', () => {
    const record = recordRepeatDecisions(STACKS, decide(SPARED, 'rejected', 'rejected'), 0.9);
    expect(record.files).toEqual(['a/1.jpg', 'a/2.jpg', 'a/3.jpg']);
    expect(record.stacks.map(({ members, spared }) => [members, spared])).toEqual([
      [
        [0, 0, 1, 0, 2, 0],
        [1, 0],
      ],
      [[0, 1, 1, 1, 2, 1], []],
    ]);
    expect(recordRepeatDecisions(STACKS, decide(SPARED, null, 'kept'), 0.9).stacks).toHaveLength(1);
    expect(recordRepeatDecisions(STACKS, decide(SPARED), 0.9)).toEqual({
      version: 1,
      minIou: 0.9,
      files: [],
      stacks: [],
    });
  });

  const withFirst = (detection: Partial<RepeatDetection> | null): readonly RepeatImage[] =>
    IMAGES.map((image, index) => {
      if (index > 0) return image;
      const [left, right] = image.detections!;
      return { ...image, detections: detection === null ? [right!] : [{ ...left!, ...detection }, right!] };
    });

  it.each<[string, readonly RepeatImage[], readonly string[]]>([
    ['an image that is gone', IMAGES.slice(1), ['a/2.jpg', 'a/3.jpg']],
    ['an image without detections', [{ ...IMAGES[0]!, detections: null }, ...IMAGES.slice(1)], ['a/2.jpg', 'a/3.jpg']],
    ['a detection that is gone', withFirst(null), ['a/2.jpg', 'a/3.jpg']],
    ['another place', withFirst({ bbox: [0.12, 0.5, 0.1, 0.1] }), ['a/2.jpg', 'a/3.jpg']],
    ['another category', withFirst({ category: '2' }), ['a/2.jpg', 'a/3.jpg']],
    [
      'nearly the same place, another conf',
      withFirst({ bbox: [0.101, 0.5, 0.1, 0.1], conf: 0.3 }),
      ['a/1.jpg', 'a/2.jpg', 'a/3.jpg'],
    ],
    ['nothing left', [], []],
  ])('drops members that no longer exist: %s', (_, images, left) => {
    const { stacks, decisions } = restore(decide(SPARED, 'rejected'), images);
    expect(stacks.flatMap(({ members }) => members.map(({ filepath }) => filepath))).toEqual(left);
    expect(decisions.verdicts.size).toBe(left.length === 0 ? 0 : 1);
    expect(decisions.spared).toEqual(left.length === 0 ? NOBODY : SPARED);
  });

  it('drops a spared member that is gone', () => {
    const { decisions } = restore(decide(SPARED, 'rejected'), [IMAGES[0]!]);
    expect(decisions.spared).toEqual(NOBODY);
  });

  it('does not mind the category of stacks with several', () => {
    const mixed = STACKS.map((stack) => ({ ...stack, category: null }));
    expect(restore(decide(NOBODY, 'kept'), withFirst({ category: '2' }), mixed).stacks[0]!.members).toHaveLength(3);
  });
});

describe('parseRepeatDecisions', () => {
  const stack = { id: 'x', verdict: 'kept', category: '1', foundingBox: LEFT, members: [0, 0], spared: [] };
  const recordOf = (changes: object) => ({
    version: 1,
    minIou: 0.9,
    files: ['a/1.jpg'],
    stacks: [{ ...stack, ...changes }],
  });

  it('reads what it should', () => {
    expect(parseRepeatDecisions(recordOf({}))).toEqual(recordOf({}));
    expect(parseRepeatDecisions(recordOf({ category: null }))).toEqual(recordOf({ category: null }));
  });

  it.each<[string, unknown]>([
    ['repeat decisions: expected an object, got a list', []],
    ['repeat decisions: version: expected 1, got 2', { ...recordOf({}), version: 2 }],
    ['repeat decisions: minIou: expected a number, got text', { ...recordOf({}), minIou: '0.9' }],
    ['repeat decisions: minIou: expected more than 0, got 0', { ...recordOf({}), minIou: 0 }],
    ['repeat decisions: files[0]: expected text, got number', { ...recordOf({}), files: [1] }],
    ['repeat decisions: stacks: expected a list, got nothing', { version: 1, minIou: 0.9, files: [] }],
    ['repeat decisions: stacks[0].id: expected text, got null', recordOf({ id: null })],
    ['repeat decisions: stacks[0].verdict: expected "rejected" or "kept", got "maybe"', recordOf({ verdict: 'maybe' })],
    ['repeat decisions: stacks[0].category: expected text, got number', recordOf({ category: 1 })],
    ['repeat decisions: stacks[0].foundingBox: expected 4 numbers, got 3', recordOf({ foundingBox: [0, 0, 1] })],
    ['repeat decisions: stacks[0].foundingBox: expected 4 numbers, got 5', recordOf({ foundingBox: [0, 0, 1, 1, 1] })],
    [
      'repeat decisions: stacks[0].foundingBox[2]: expected a number, got null',
      recordOf({ foundingBox: [0, 0, null, 1] }),
    ],
    ['repeat decisions: stacks[0].members[0]: expected an index of files, got 1', recordOf({ members: [1, 0] })],
    ['repeat decisions: stacks[0].members[1]: expected an index, got -1', recordOf({ members: [0, -1] })],
    ['repeat decisions: stacks[0].members: expected pairs, got 1 numbers', recordOf({ members: [0] })],
    ['repeat decisions: stacks[0].spared[0]: expected an index of files, got 0.5', recordOf({ spared: [0.5, 0] })],
  ])('%s', (message, json) => expect(() => parseRepeatDecisions(json)).toThrow(message));
});
