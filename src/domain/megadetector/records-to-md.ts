import { mapToMegadetector } from '../formats/megadetector-mapping';
import { isJsonObject } from '../parse-error';
import { roundDecimals } from '../python-number';
import { HUMAN } from '../special-labels';
import type { MdImage, MdResults } from './md-results';

/** Decimals of all numbers (megadetector 10.0.24, generate_md_results_from_predictions_json). */
const DIGITS = 5;

/** Category of made-up boxes when no detection in the whole file has one. */
const FIRST_CATEGORY = '0';

/**
 * SpeciesNet's records as MegaDetector results, the way the megadetector package converts them (10.0.24): every detection of an
 * image gets the image's class, numbers have 5 decimals, "human" is called "person" as a category, the genus Homo is taken for
 * human, and where there is a prediction the name of the classifier's first class stands beside it. SpeciesNet's own converter
 * does less: see `mapToMegadetector`. Throws ParseError for what is no record.
 */
export function recordsToMd(records: Iterable<unknown>, baseFolder: string | null): MdResults {
  const content = mapToMegadetector(prepared(records), {
    baseFolder,
    onFault: 'repair',
    firstCategory: FIRST_CATEGORY,
    extrasOf: topClassName,
  });
  const categories = [...content.detectionCategories].map(([id, name]) => [id, name === 'human' ? 'person' : name]);
  return {
    info: { format_version: '1.6', detector: 'converted_from_predictions_json' },
    detection_categories: Object.fromEntries(categories) as Record<string, string>,
    classification_categories: Object.fromEntries(content.classificationCategories),
    classification_category_descriptions: Object.fromEntries(content.classificationDescriptions),
    images: content.images as unknown as readonly MdImage[],
  };
}

function* prepared(records: Iterable<unknown>): Generator {
  for (const record of records) {
    const rounded = roundNumbers(record, 0);
    const isHomo =
      isJsonObject(rounded) && typeof rounded['prediction'] === 'string' && isGenusHomo(rounded['prediction']);
    yield isHomo ? { ...rounded, prediction: HUMAN } : rounded;
  }
}

/** Roll-ups of people end at the genus, which nobody would look for. */
function isGenusHomo(label: string): boolean {
  return /;hominidae;homo;;[^;]*$/.test(label);
}

/** How deep records are: `detections`, a detection, `bbox`, a number. What is deeper stays as it is. */
const DEPTH = 4;

function roundNumbers(value: unknown, depth: number): unknown {
  if (typeof value === 'number') return roundDecimals(value, DIGITS);
  if (depth === DEPTH) return value;
  if (Array.isArray(value)) return value.map((item) => roundNumbers(item, depth + 1));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, roundNumbers(item, depth + 1)]));
}

/** Only beside a prediction, from which it often differs; null without classes. */
function topClassName(record: Readonly<Record<string, unknown>>): Readonly<Record<string, string | null>> {
  if (!('prediction' in record)) return {};
  const { classifications } = record;
  const classes = isJsonObject(classifications) ? classifications['classes'] : undefined;
  const top: unknown = Array.isArray(classes) ? classes[0] : undefined;
  if (typeof top !== 'string') return { top_classification_common_name: null };
  return { top_classification_common_name: top.slice(top.lastIndexOf(';') + 1) || 'undefined' };
}
