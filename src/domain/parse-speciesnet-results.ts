import { expectListUpTo, expectNumberWithin, expectTextUpTo, given } from './bounded-values';
import { DETECTION_LABELS, type DetectionCategory } from './detection';
import { FAILURE_ORDER, type Failure } from './failure';
import { finishPieces } from './finish-pieces';
import { expectObject, ParseError } from './parse-error';
import { resultFileKindOf } from './result-file-kind';
import type { ClassificationsRecord, DetectionRecord, SpeciesnetRecord } from './speciesnet-record';

const FILE = 'predictions file';
const MAX_RECORDS = 5_000_000;
const MAX_TEXT = 10_000;
/** Detectors stop at 300. Boxes are compared with each other, so their number is bounded. */
const MAX_DETECTIONS = 5000;
const MAX_CLASSES = 10_000;
const MAX_FAILURES = 100;
/** Roundings may lead a little beyond 0 to 1; pixels and per cents are far beyond. */
const SCORES = [-0.001, 1.001] as const;
const FRACTIONS = [-1, 2] as const;
/** Raw outputs of a classifier. */
const LOGITS = [-1e9, 1e9] as const;
const RECORDS_PER_PIECE = 100;

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads the content of a SpeciesNet file (speciesnet 4 and 5: `{"predictions": […]}`, or the list alone) leniently: a key without
 * a value may be null, a box may lack its label, other keys are ignored. A `failures` key counts whatever it holds, as in
 * the reference. Records are in the file's order.
 *
 * @throws ParseError: `predictions file: predictions[12].detections[0].bbox: expected 4 numbers, got 3`.
 */
export function parseSpeciesnetResults(value: unknown): readonly SpeciesnetRecord[] {
  return finishPieces(parseSpeciesnetResultsInPieces(value));
}

/** The same, giving way every few records. */
export function* parseSpeciesnetResultsInPieces(value: unknown): Generator<void, readonly SpeciesnetRecord[]> {
  const records: SpeciesnetRecord[] = [];
  for (const record of expectListUpTo(listOf(value), MAX_RECORDS, `${FILE}: predictions`)) {
    records.push(parseRecord(record, `${FILE}: predictions[${records.length}]`));
    if (records.length % RECORDS_PER_PIECE === 0) yield;
  }
  return records;
}

function listOf(value: unknown): unknown {
  const kind = resultFileKindOf(value);
  if (kind === null || kind === 'speciesnet')
    return Array.isArray(value) ? value : expectObject(value, FILE)['predictions'];
  throw new ParseError(FILE, 'an object with predictions', 'a MegaDetector file');
}

function parseRecord(value: unknown, where: string): SpeciesnetRecord {
  const record = expectObject(value, where);
  const filepath = expectTextUpTo(record['filepath'], MAX_TEXT, `${where}.filepath`);
  if (filepath === '') throw new ParseError(`${where}.filepath`, 'a path', 'a blank');
  const { classifications, detections } = record;
  return {
    filepath,
    ...('failures' in record && { failures: parseFailures(record['failures'], `${where}.failures`) }),
    ...textAt('country', record, where),
    ...textAt('admin1_region', record, where),
    ...numberAt('latitude', record, [-90, 90], where),
    ...numberAt('longitude', record, [-180, 180], where),
    ...(isGiven(classifications) && {
      classifications: parseClassifications(classifications, `${where}.classifications`),
    }),
    ...(isGiven(detections) && { detections: parseDetections(detections, `${where}.detections`) }),
    ...textAt('prediction', record, where),
    ...numberAt('prediction_score', record, SCORES, where),
    ...textAt('prediction_source', record, where),
    ...textAt('model_version', record, where),
  };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function textAt<Key extends string>(key: Key, record: Json, where: string) {
  const text = isGiven(record[key]) ? { [key]: expectTextUpTo(record[key], MAX_TEXT, `${where}.${key}`) } : {};
  return text as { readonly [K in Key]?: string };
}

function numberAt<Key extends string>(key: Key, record: Json, range: readonly [number, number], where: string) {
  const number = isGiven(record[key]) ? { [key]: expectNumberWithin(record[key], range, `${where}.${key}`) } : {};
  return number as { readonly [K in Key]?: number };
}

/** Words that are not known are left out; that something failed stays. */
function parseFailures(value: unknown, where: string): readonly Failure[] {
  if (value === null) return [];
  const words = expectListUpTo(value, MAX_FAILURES, where);
  return FAILURE_ORDER.filter((failure) => words.includes(failure));
}

function parseClassifications(value: unknown, where: string): ClassificationsRecord {
  const record = expectObject(value, where);
  const classes = textsOf(record['classes'], `${where}.classes`);
  const scores = numbersOf(record['scores'], SCORES, `${where}.scores`);
  if (classes.length !== scores.length)
    throw new ParseError(`${where}.scores`, String(classes.length), String(scores.length));
  const { target_classes, target_logits } = record;
  return {
    classes,
    scores,
    ...(isGiven(target_classes) && { target_classes: textsOf(target_classes, `${where}.target_classes`) }),
    ...(isGiven(target_logits) && { target_logits: numbersOf(target_logits, LOGITS, `${where}.target_logits`) }),
  };
}

function parseDetections(value: unknown, where: string): readonly DetectionRecord[] {
  return expectListUpTo(value, MAX_DETECTIONS, where).map((box, index) => parseDetection(box, `${where}[${index}]`));
}

function parseDetection(value: unknown, where: string): DetectionRecord {
  const { category, label, conf, bbox } = expectObject(value, where);
  const id = typeof category === 'number' ? String(category) : category;
  const numbers = numbersOf(bbox, FRACTIONS, `${where}.bbox`);
  if (numbers.length !== 4) throw new ParseError(`${where}.bbox`, '4 numbers', String(numbers.length));
  if (typeof id !== 'string') throw new ParseError(`${where}.category`, 'a number as text', given(category));
  const word = isGiven(label) ? expectTextUpTo(label, MAX_TEXT, `${where}.label`) : labelOf(id);
  return { category: id, label: word, conf: expectNumberWithin(conf, SCORES, `${where}.conf`), bbox: numbers };
}

function labelOf(category: string): string {
  return Object.hasOwn(DETECTION_LABELS, category) ? DETECTION_LABELS[category as DetectionCategory] : category;
}

function textsOf(value: unknown, where: string): readonly string[] {
  return expectListUpTo(value, MAX_CLASSES, where).map((text, index) =>
    expectTextUpTo(text, MAX_TEXT, `${where}[${index}]`),
  );
}

function numbersOf(value: unknown, range: readonly [number, number], where: string): readonly number[] {
  return expectListUpTo(value, MAX_CLASSES, where).map((number, index) =>
    expectNumberWithin(number, range, `${where}[${index}]`),
  );
}
