import { expect, it } from 'vitest';
import type { MdResults } from '../../src/domain/megadetector/md-results';
import { mergeMdDetections, type MergeDetectionsOptions } from '../../src/domain/megadetector/merge-md-detections';
import { describeGolden } from './golden-folder';
import { outcomeOf, translateOptions, type ReferenceOptions } from './reference-options';

interface MergeCase {
  readonly id: string;
  readonly note: string;
  readonly target: MdResults;
  readonly sources: readonly MdResults[];
  readonly options: ReferenceOptions;
  readonly outcome: 'ok' | 'error';
  readonly expected: unknown;
}

const NAMES: Readonly<Record<string, keyof MergeDetectionsOptions>> = {
  source_confidence_thresholds: 'sourceConfs',
  target_confidence_threshold: 'targetConf',
  max_detection_size: 'maxArea',
  min_detection_size: 'minArea',
  iou_threshold: 'minIou',
  merge_empty_only: 'isEmptyOnly',
  categories_to_include: 'includedCategories',
  categories_to_exclude: 'excludedCategories',
};

describeGolden<{ cases: readonly MergeCase[] }>('megadetector/merge.json', ({ cases }) => {
  it.each(cases)('$id $note', ({ target, sources, options, outcome, expected }) => {
    const named = sources.map((results, index) => ({ name: `src${index}.json`, results }));
    const before = JSON.stringify([target, sources]);
    const { includedCategories, excludedCategories, ...others } = translateOptions<MergeDetectionsOptions>(
      options,
      NAMES,
    );
    const given = {
      ...others,
      includedCategories: numbersOf(includedCategories),
      excludedCategories: numbersOf(excludedCategories),
    };
    const result = outcomeOf(() => mergeMdDetections(target, named, given));
    expect(result).toEqual(outcome === 'error' ? 'error' : { result: expected });
    expect(JSON.stringify([target, sources])).toBe(before);
  });
});

/** The reference takes category numbers as text, too. */
function numbersOf(ids: readonly unknown[] | null | undefined): readonly number[] | null {
  return ids?.map(Number) ?? null;
}
