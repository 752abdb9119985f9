import { describe, expect, it } from 'vitest';
import type { BatchComparisonOptions } from '../../src/domain/megadetector/batch-comparison';
import { compareBatchResults } from '../../src/domain/megadetector/compare-batch-results';
import { findEquivalentThreshold } from '../../src/domain/megadetector/find-equivalent-threshold';
import type { CctGroundTruth } from '../../src/domain/megadetector/ground-truth';
import type { MdResults } from '../../src/domain/megadetector/md-results';
import { describeGolden } from './golden-folder';
import { outcomeOf, translateOptions, type ReferenceOptions } from './reference-options';

interface CompareCase {
  readonly id: string;
  readonly group: string;
  readonly note: string;
  readonly a: MdResults;
  readonly b: MdResults;
  readonly ground_truth?: CctGroundTruth;
  readonly options: ReferenceOptions;
  readonly outcome: 'ok' | 'error';
  readonly expected?: unknown;
}

const NAMES: Readonly<Record<string, keyof BatchComparisonOptions>> = {
  thr_a: 'confsA',
  thr_b: 'confsB',
  detection_thresholds_a: 'confsA',
  detection_thresholds_b: 'confsB',
  class_agnostic_comparison: 'isClassAgnostic',
  category_names_to_include: 'categoryNames',
  required_token: 'requiredToken',
  filenames_to_include: 'files',
  error_on_non_matching_lists: 'isListEqualityRequired',
  gt_iou_threshold: 'minIou',
  gt_empty_categories: 'emptyCategories',
  include_clean_categories: 'hasCleanBuckets',
};

describeGolden<{ cases: readonly CompareCase[] }>('megadetector/compare.json', ({ cases }) => {
  describe('buckets', () => {
    it.each(cases.filter(({ group }) => group !== 'equiv'))('$id $note', (vector) => {
      const { categoryNames, ...options } = translateOptions<BatchComparisonOptions>(vector.options, NAMES);
      const given = { ...options, categoryNames: listOf(categoryNames), groundTruth: vector.ground_truth ?? null };
      expect(outcomeOf(() => sorted(compareBatchResults(vector.a, vector.b, given)))).toEqual(expectedOf(vector));
    });
  });

  describe('equivalent threshold', () => {
    it.each(cases.filter(({ group }) => group === 'equiv'))('$id $note', (vector) => {
      const { confA, categoryNames } = translateOptions<{ confA?: number; categoryNames?: string | string[] }>(
        vector.options,
        { threshold_a: 'confA', category_names: 'categoryNames' },
      );
      const options = { ...(confA !== undefined && { confA }), categoryNames: listOf(categoryNames) };
      expect(outcomeOf(() => findEquivalentThreshold(vector.a, vector.b, options))).toEqual(expectedOf(vector));
    });
  });
});

function expectedOf({ outcome, expected }: CompareCase): unknown {
  return outcome === 'error' ? 'error' : { result: expected };
}

/** The vectors list each bucket by name. */
function sorted(buckets: Readonly<Record<string, readonly string[]>>): unknown {
  return Object.fromEntries(Object.entries(buckets).map(([bucket, files]) => [bucket, [...files].sort()]));
}

/** One name may stand without a list. */
function listOf(names: string | readonly string[] | null | undefined): readonly string[] | null {
  return typeof names === 'string' ? [names] : (names ?? null);
}
