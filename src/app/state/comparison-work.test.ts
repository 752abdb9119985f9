import { describe, expect, it } from 'vitest';
import { LION } from '../../../test/small-package';
import { usableMdImages } from '../../domain/megadetector/md-to-facts';
import { parseMdResultsInPieces } from '../../domain/megadetector/parse-md-results';
import { finishPieces } from '../../domain/finish-pieces';
import { ParseError } from '../../domain/parse-error';
import { attachmentOf, comparedFileOf, otherResultFrom, otherResultOf } from './comparison-work';
import type { ImportContent } from './read-import';

const PREDICTIONS: ImportContent = {
  kind: 'results',
  records: [
    {
      filepath: 'a.jpg',
      hasFailed: false,
      detections: [{ category: '2', label: 'human', conf: 0.9, bbox: [0, 0, 1, 1] }],
      classifications: null,
      prediction: { label: LION, score: 0.8, source: 'classifier' },
    },
    { filepath: 'b.jpg', hasFailed: true, detections: null, classifications: null, prediction: null },
  ],
};
const RESULTS = finishPieces(
  parseMdResultsInPieces({
    images: [{ file: 'D:\\a.jpg', detections: [{ category: '1', conf: 0.9, bbox: [0, 0, 1, 1] }] }],
    info: { format_version: '1.6' },
    detection_categories: { '1': 'animal' },
  }),
);
const MEGADETECTOR: ImportContent = {
  kind: 'megadetector',
  images: finishPieces(usableMdImages(RESULTS)),
  results: RESULTS,
};
const read = (content: ImportContent) => finishPieces(otherResultOf('x.json', content));

describe('another result', () => {
  it('is read from predictions', () => {
    const { file, result } = read(PREDICTIONS);
    expect(file).toEqual({ fileName: 'x.json', form: 'speciesnet', count: 2 });
    expect(result.get('a.jpg')).toMatchObject({ label: LION, score: 0.8, source: 'classifier', failed: false });
    expect(result.get('a.jpg')?.detections).toMatchObject([{ category: 'human', conf: 0.9 }]);
    expect(result.get('b.jpg')).toMatchObject({ label: null, detections: null, failed: true });
  });

  it('is read from a MegaDetector file', () => {
    const { file, result } = read(MEGADETECTOR);
    expect(file.form).toBe('megadetector');
    expect([...result.keys()]).toEqual(['D:\\a.jpg']);
  });

  it.each([PREDICTIONS, MEGADETECTOR])('comes back from the store as it was', (content) => {
    const other = read(content);
    const kept = structuredClone(finishPieces(attachmentOf(other)));
    expect(finishPieces(otherResultFrom(kept))).toEqual(other);
    expect(comparedFileOf(kept.header)).toEqual(other.file);
  });

  it.each<[string, ImportContent]>([
    ['a list of species', { kind: 'target-species', lines: [] }],
    ['a list of rules', { kind: 'geofence-rules', fixes: [] }],
  ])('%s is refused', (_, content) => expect(() => read(content)).toThrow(ParseError));
});
