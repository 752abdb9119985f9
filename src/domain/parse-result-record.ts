import { expectList, expectObject, expectText, kindOf, ParseError } from './parse-error';
import type { ClassificationsRecord, DetectionRecord } from './speciesnet-record';

/** One entry of a SpeciesNet result file as far as it is used: the rest of it is not looked at. */
export interface ResultRecord {
  /** Forward slashes. */
  readonly filepath: string;
  /** True with a `failures` key, whatever its value (speciesnet 5.0.4): the entry is to be tried again. */
  readonly hasFailed: boolean;
  readonly classifications: ClassificationsRecord | null;
  readonly detections: readonly DetectionRecord[] | null;
  readonly prediction: { readonly label: string; readonly score: number | null; readonly source: string | null } | null;
}

/** More boxes or classes than any program writes for one image. */
const MOST_ENTRIES = 20_000;

/**
 * Reads one entry of a SpeciesNet result file from outside. Throws ParseError that says where:
 * `predictions[12]: detections[0]: bbox: expected 4 numbers, got 3`.
 */
export function parseResultRecord(value: unknown, where: string): ResultRecord {
  const record = expectObject(value, where);
  const filepath = expectText(record['filepath'], `${where}: filepath`).replaceAll('\\', '/');
  const { classifications, detections } = record;
  return {
    filepath,
    hasFailed: 'failures' in record,
    classifications: isAbsent(classifications) ? null : parseClasses(classifications, `${where}: classifications`),
    detections: isAbsent(detections) ? null : parseDetections(detections, `${where}: detections`),
    prediction: parsePrediction(record, where),
  };
}

function parsePrediction(record: Readonly<Record<string, unknown>>, where: string): ResultRecord['prediction'] {
  const { prediction, prediction_score: score, prediction_source: source } = record;
  if (isAbsent(prediction)) return null;
  return {
    label: expectText(prediction, `${where}: prediction`),
    score: isAbsent(score) ? null : expectNumber(score, `${where}: prediction_score`),
    source: typeof source === 'string' ? source : null,
  };
}

function parseClasses(value: unknown, where: string): ClassificationsRecord {
  const record = expectObject(value, where);
  const { target_classes: targetClasses, target_logits: targetLogits } = record;
  const classes = expectTexts(record['classes'], `${where}: classes`);
  const scores = expectNumbers(record['scores'], `${where}: scores`);
  expectEqualLength(classes, scores, where);
  if (isAbsent(targetClasses) || isAbsent(targetLogits)) return { classes, scores };
  const targets = expectTexts(targetClasses, `${where}: target_classes`);
  const logits = expectNumbers(targetLogits, `${where}: target_logits`);
  expectEqualLength(targets, logits, where);
  return { classes, scores, target_classes: targets, target_logits: logits };
}

function parseDetections(value: unknown, where: string): readonly DetectionRecord[] {
  return boundedList(value, where).map((item, index) => {
    const place = `${where}[${index}]`;
    const { category, label, conf, bbox } = expectObject(item, place);
    const numbers = expectNumbers(bbox, `${place}: bbox`);
    if (numbers.length !== 4) throw new ParseError(`${place}: bbox`, '4 numbers', String(numbers.length));
    return {
      category: typeof category === 'number' ? String(category) : expectText(category, `${place}: category`),
      label: typeof label === 'string' ? label : '',
      conf: expectNumber(conf, `${place}: conf`),
      bbox: numbers,
    };
  });
}

const isAbsent = (value: unknown): value is undefined | null => value === undefined || value === null;

function boundedList(value: unknown, where: string): readonly unknown[] {
  const list = expectList(value, where);
  if (list.length > MOST_ENTRIES) throw new ParseError(where, `at most ${MOST_ENTRIES} entries`, String(list.length));
  return list;
}

function expectTexts(value: unknown, where: string): readonly string[] {
  return boundedList(value, where).map((item, index) => expectText(item, `${where}[${index}]`));
}

function expectNumbers(value: unknown, where: string): readonly number[] {
  return boundedList(value, where).map((item, index) => expectNumber(item, `${where}[${index}]`));
}

function expectNumber(value: unknown, where: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new ParseError(where, 'a number', kindOf(value));
}

function expectEqualLength(left: readonly unknown[], right: readonly unknown[], where: string): void {
  if (left.length !== right.length) {
    throw new ParseError(where, 'lists of equal length', `${left.length} and ${right.length}`);
  }
}
