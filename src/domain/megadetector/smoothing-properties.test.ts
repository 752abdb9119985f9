import { describe, expect, it } from 'vitest';
import { syntheticResults } from '../../../test/classified-results';
import { finishPieces } from '../finish-pieces';
import type { MdResults } from './md-results';
import { smoothImages, smoothSequences } from './smooth-results';
import { SMOOTHING_DEFAULTS, type SmoothingOptions } from './smoothing-options';

const byImage = (results: MdResults, options: Partial<SmoothingOptions> = {}) =>
  finishPieces(smoothImages(results, { ...SMOOTHING_DEFAULTS, ...options }));
const bySequence = (
  results: MdResults,
  sequences: readonly (readonly string[])[],
  options: Partial<SmoothingOptions> = {},
) => finishPieces(smoothSequences(results, sequences, { ...SMOOTHING_DEFAULTS, ...options }));

describe('whatever the images', () => {
  const SETTINGS: readonly Partial<SmoothingOptions>[] = [
    {},
    { ancestors: 'by-rank', maxInFamily: 10_000 },
    { minScore: 0.3, minToOverwriteOther: 1, minToOverwriteNondominant: 2, maxNondominant: 2, maxInFamily: 2 },
  ];
  const cases = SETTINGS.flatMap((options) => [1, 2, 3, 4].map((seed) => ({ seed, options })));

  it.each(cases)('changes nothing but the classes of animals that count: $seed $options', ({ seed, options }) => {
    const results = syntheticResults(seed);
    const before = structuredClone(results);
    const files = results.images.map(({ file }) => file);
    const sequences = [files.slice(0, 20), files.slice(20, 50), files.slice(50)];
    for (const smoothed of [byImage(results, options), bySequence(results, sequences, options)]) {
      expect(results).toEqual(before);
      const changed = new Map(smoothed.changes.map((change) => [`${change.file} ${change.detection}`, change]));
      expect(changed.size).toBe(smoothed.changes.length);
      expect(changed.size).toBeGreaterThan(0);
      expect(smoothed.results.images.map(({ file }) => file)).toEqual(files);
      smoothed.results.images.forEach(({ file, detections }, index) => {
        (detections ?? []).forEach((detection, place) => {
          const former = before.images[index]!.detections![place]!;
          const change = changed.get(`${file} ${place}`);
          const [classId, score] = former.classifications?.[0] ?? [];
          expect(detection).toMatchObject({ category: former.category, conf: former.conf, bbox: former.bbox });
          expect(detection.classifications).toEqual(
            classId === undefined ? undefined : [[change?.after ?? classId, score]],
          );
          if (change === undefined) return;
          expect(former.category).toBe('1');
          expect(former.conf).toBeGreaterThanOrEqual(0.15);
          expect(score).toBeGreaterThanOrEqual(options.minScore ?? 0.5);
          expect([change.before, change.steps.length > 0, change.after === change.before]).toEqual([
            classId,
            true,
            false,
          ]);
        });
      });
    }
  });

  it.each([1, 2, 3, 4])('finds nothing more to do a second time when no taxa are known (seed %i)', (seed) => {
    const { info, detection_categories, classification_categories, images } = syntheticResults(seed);
    const withoutTaxa: MdResults = {
      info,
      detection_categories,
      classification_categories: classification_categories!,
      images,
    };
    const files = withoutTaxa.images.map(({ file }) => file);
    const sequences = files.flatMap((_file, index) => (index % 4 === 0 ? [files.slice(index, index + 4)] : []));
    const once = bySequence(withoutTaxa, sequences);
    expect(once.changes.length).toBeGreaterThan(0);
    expect(bySequence(once.results, sequences)).toEqual({ results: once.results, changes: [], unknownFiles: [] });
  });

  it.each([1, 2])('smooths an image as a sequence of one (seed %i)', (seed) => {
    const results = syntheticResults(seed);
    expect(
      bySequence(
        results,
        results.images.map(({ file }) => [file]),
      ),
    ).toEqual(byImage(results));
  });
});
