import { expectObject, ParseError } from '../parse-error';
import { isInRanks, isInText, parseDescribedTaxa, type DescribedTaxa, type DescribedTaxon } from './described-taxa';
import type { MdDetection, MdResults } from './md-results';
import type { SmoothingOptions } from './smoothing-options';

/** Options with the ids of one file: what the engine needs to smooth a group. */
export interface SmoothingRules {
  readonly options: SmoothingOptions;
  /** Ids of the classes that say little. */
  readonly otherIds: ReadonlySet<string>;
  /** Ids of the detection categories that are smoothed; null = all. */
  readonly categoryIds: ReadonlySet<string> | null;
  /** Null when the file has no descriptions: then no rule knows of taxa. */
  readonly taxa: DescribedTaxa | null;
  /** True when `other` is the taxon itself or a descendant of it, by the test of the options. */
  readonly isInside: (taxon: DescribedTaxon, other: DescribedTaxon) => boolean;
}

/**
 * Finds the ids that the options name in a file. Of several ids with one name the last counts (megadetector 10.0.24), and
 * JavaScript holds ids in numeric order, Python in the file's. Throws ParseError when the classes are missing, a detection
 * category is unknown, or a description can't be read.
 */
export function createSmoothingRules(results: MdResults, options: SmoothingOptions): SmoothingRules {
  const classIds = idsByName(results.classification_categories, 'classification_categories');
  const { classification_category_descriptions: descriptions } = results;
  return {
    options,
    otherIds: new Set(options.otherNames.flatMap((name) => classIds.get(name) ?? [])),
    categoryIds: categoryIdsOf(results, options.detectionCategories),
    taxa: descriptions === undefined ? null : parseDescribedTaxa(descriptions),
    isInside: options.ancestors === 'by-rank' ? isInRanks : isInText,
  };
}

/** The best class of a detection when smoothing counts it; null otherwise. */
export function countedClass(detection: MdDetection, { options, categoryIds }: SmoothingRules): string | null {
  const best = detection.classifications?.[0];
  if (best === undefined || detection.conf < options.minConf || best[1] < options.minScore) return null;
  return categoryIds === null || categoryIds.has(detection.category) ? best[0] : null;
}

function categoryIdsOf(results: MdResults, names: SmoothingOptions['detectionCategories']): ReadonlySet<string> | null {
  if (names === null) return null;
  const ids = idsByName(results.detection_categories, 'detection_categories');
  return new Set(
    names.map((name) => {
      const id = ids.get(name);
      if (id === undefined) throw new ParseError('detection_categories', `a category "${name}"`, 'none');
      return id;
    }),
  );
}

function idsByName(categories: unknown, where: string): ReadonlyMap<unknown, string> {
  return new Map(Object.entries(expectObject(categories, where)).map(([id, name]) => [name, id]));
}
