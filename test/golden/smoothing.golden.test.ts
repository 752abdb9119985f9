import { describe, expect, it } from 'vitest';
import { finishPieces } from '../../src/domain/finish-pieces';
import { parseSequences } from '../../src/domain/megadetector/create-sequences';
import type { MdResults } from '../../src/domain/megadetector/md-results';
import { smoothImages, smoothSequences } from '../../src/domain/megadetector/smooth-results';
import { SMOOTHING_DEFAULTS, type SmoothingOptions } from '../../src/domain/megadetector/smoothing-options';
import { ParseError } from '../../src/domain/parse-error';
import { describeGolden } from './golden-folder';

interface SmoothingCase {
  readonly id: string;
  readonly level: 'image' | 'sequence' | 'image_then_sequence';
  readonly note: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly input: WrittenResults;
  readonly sequence_info?: unknown;
  readonly outcome: 'ok' | 'error';
  readonly expected: WrittenResults;
}

/** Results as the file has them: "@std" stands for the shared classes. */
type WrittenResults = Readonly<Record<string, unknown>>;

interface SmoothingVectors {
  readonly shared: { readonly std_categories: unknown; readonly std_descriptions: unknown };
  readonly cases: readonly SmoothingCase[];
}

/** Options of the reference that say nothing of the result: where a copy is made, where a debugger stops. */
const WITHOUT_EFFECT = new Set(['modify_in_place', 'break_at_image']);

/** The reference's names of the options. */
const OPTIONS: Readonly<Record<string, keyof SmoothingOptions>> = {
  detection_confidence_threshold: 'minConf',
  classification_confidence_threshold: 'minScore',
  detection_category_names_to_smooth: 'detectionCategories',
  other_category_names: 'otherNames',
  min_detections_to_overwrite_other: 'minToOverwriteOther',
  min_detections_to_overwrite_secondary: 'minToOverwriteNondominant',
  max_detections_nondominant_class: 'maxNondominant',
  propagate_classifications_through_taxonomy: 'refinesTaxa',
  taxonomy_propagation_level_weight: 'rankWeight',
  taxonomy_propagation_count_weight: 'countWeight',
  min_detections_to_overwrite_secondary_same_family: 'minToOverwriteFamily',
  max_detections_nondominant_class_same_family: 'maxInFamily',
  add_pre_smoothing_description: 'addsDescription',
};

describeGolden<SmoothingVectors>('megadetector/smoothing.json', ({ shared, cases }) => {
  const resultsOf = (written: WrittenResults) => {
    const standard = {
      classification_categories: shared.std_categories,
      classification_category_descriptions: shared.std_descriptions,
    };
    const entries = Object.entries(written).map(([key, value]) => [
      key,
      value === '@std' ? standard[key as keyof typeof standard] : value,
    ]);
    return Object.fromEntries(entries) as unknown as MdResults;
  };

  describe('as the reference', () => {
    it.each(cases.filter(({ outcome }) => outcome === 'ok'))('$id $note', (one) => {
      const input = resultsOf(one.input);
      const before = structuredClone(input);
      expect(smooth(one, input)).toStrictEqual(resultsOf(one.expected));
      expect(input).toStrictEqual(before);
    });

    it.each(cases.filter(({ outcome }) => outcome === 'error'))('$id fails: $note', (one) => {
      expect(() => smooth(one, resultsOf(one.input))).toThrow(ParseError);
    });
  });

  it('leaves no option of the vectors out', () => {
    const names = new Set(cases.flatMap(({ options }) => Object.keys(options)));
    expect([...names].filter((name) => !(name in OPTIONS) && !WITHOUT_EFFECT.has(name))).toEqual([]);
  });
});

function smooth({ level, options: written, sequence_info }: SmoothingCase, input: MdResults): MdResults {
  const renamed = Object.entries(written).map(([name, value]) => [OPTIONS[name] ?? name, value]);
  const options: SmoothingOptions = { ...SMOOTHING_DEFAULTS, ...Object.fromEntries(renamed) };
  const byImage = level === 'sequence' ? input : finishPieces(smoothImages(input, options)).results;
  if (level === 'image') return byImage;
  return finishPieces(smoothSequences(byImage, parseSequences(sequence_info), options)).results;
}
