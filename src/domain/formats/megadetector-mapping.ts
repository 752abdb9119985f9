import { finishPieces } from '../finish-pieces';
import { commonNameOf } from '../label';
import { expectList, expectObject, expectText, kindOf, ParseError } from '../parse-error';
import type { JsonValue } from '../python-json';
import { compareCodePoints } from '../python-text';
import { BLANK } from '../special-labels';

/** SpeciesNet records in MegaDetector's form: the tables and the images of such a file. */
export interface MegadetectorContent {
  readonly detectionCategories: ReadonlyMap<string, string>;
  readonly classificationCategories: ReadonlyMap<string, string>;
  readonly classificationDescriptions: ReadonlyMap<string, string>;
  /** Sorted by file. */
  readonly images: readonly (JsonValue & { readonly file: string })[];
}

/** Removed from the start of each filepath, as plain text. */
export interface MappingOptions {
  readonly baseFolder: string | null;
  /**
   * `fail`: throws wherever the reference's converter does. `repair`: for our own records, of which an export must never
   * fail; see the places where it is asked.
   */
  readonly onFault: 'fail' | 'repair';
  /** Category of a made-up detection when no real one tells, in place of the number after MegaDetector's three. */
  readonly firstCategory?: string;
  /** Further entries of an image that did not fail. */
  readonly extrasOf?: (record: Readonly<Record<string, unknown>>) => Readonly<Record<string, JsonValue>>;
}

/** Category of a made-up detection when no real one tells: the number after MegaDetector's three. */
export const UNKNOWN_CATEGORY = '4';

interface MappedDetection {
  category: string | number | null;
  conf: number;
  bbox: readonly JsonValue[];
  classifications?: readonly (readonly [string, number])[];
  [key: string]: JsonValue | undefined;
}

interface AssignedClass {
  readonly label: string;
  readonly score: number;
}

/**
 * Maps SpeciesNet records to MegaDetector's form (speciesnet 5.0.4, speciesnet_to_md): every detection of an image gets
 * the image's class; an image with a class but without detections gets a made-up detection of the whole image, category
 * "unknown". Failed images keep only their failures. Throws ParseError for records that the reference fails on.
 */
export function mapToMegadetector(records: Iterable<unknown>, options: MappingOptions): MegadetectorContent {
  return finishPieces(mapToMegadetectorInSteps(records, options));
}

/** The same in steps of one record. */
export function* mapToMegadetectorInSteps(
  records: Iterable<unknown>,
  options: MappingOptions,
): Generator<void, MegadetectorContent, void> {
  const detectionCategories = new Map<string, string>();
  const idByLabel = new Map<string, string>();
  const madeUp: MappedDetection[] = [];
  const images: (JsonValue & { readonly file: string })[] = [];
  let index = 0;
  for (const value of records) {
    yield;
    const where = `predictions[${index++}]`;
    const record = expectObject(value, where);
    const file = shorten(expectText(record['filepath'], `${where}: filepath`), options.baseFolder);
    if ('failures' in record) {
      images.push({ file, failure: pythonRepr(record['failures']), detections: null });
      continue;
    }
    const detections = mapDetections('detections' in record ? record['detections'] : [], detectionCategories, where);
    const assigned = assignedClass(record, where);
    if (assigned !== null) {
      if (!isBlank(assigned.label, options, where) && detections.length === 0) {
        const made: MappedDetection = { category: null, conf: assigned.score, bbox: [0, 0, 1, 1] };
        madeUp.push(made);
        detections.push(made);
      }
      const id = idByLabel.get(assigned.label) ?? String(idByLabel.size);
      idByLabel.set(assigned.label, id);
      for (const detection of detections) detection.classifications = [[id, assigned.score]];
    }
    images.push({ file, detections, ...options.extrasOf?.(record) });
  }
  nameMadeUp(madeUp, detectionCategories, options);
  images.sort((left, right) => compareCodePoints(left.file, right.file));
  return { detectionCategories, ...classTables(idByLabel, options), images };
}

function shorten(filepath: string, baseFolder: string | null): string {
  const path = filepath.replaceAll('\\', '/');
  const base = (baseFolder ?? '').replaceAll('\\', '/');
  return path.startsWith(base) ? path.slice(base.length) : path;
}

function mapDetections(value: unknown, categories: Map<string, string>, where: string): MappedDetection[] {
  return expectList(value, `${where}: detections`).map((item, index) => {
    const place = `${where}: detections[${index}]`;
    const { category, label, conf, bbox } = expectObject(item, place);
    if (typeof category !== 'string' && typeof category !== 'number') {
      throw new ParseError(`${place}: category`, 'text', kindOf(category));
    }
    if (typeof conf !== 'number') throw new ParseError(`${place}: conf`, 'a number', kindOf(conf));
    const name = expectText(label, `${place}: label`);
    const known = categories.get(String(category));
    if (known !== undefined && known !== name) {
      throw new ParseError(`${place}: label`, `"${known}" for category ${category}`, `"${name}"`);
    }
    categories.set(String(category), name);
    return { category, conf, bbox: expectList(bbox, `${place}: bbox`) as readonly JsonValue[] };
  });
}

/** The prediction, when there is such a key, else the classifier's first choice. */
function assignedClass(record: Readonly<Record<string, unknown>>, where: string): AssignedClass | null {
  const top = 'classifications' in record ? topClass(record['classifications'], `${where}: classifications`) : null;
  if (!('prediction' in record)) return top;
  if (record['prediction'] === null) return null;
  const score = record['prediction_score'];
  if (typeof score !== 'number') throw new ParseError(`${where}: prediction_score`, 'a number', kindOf(score));
  return { label: expectText(record['prediction'], `${where}: prediction`), score };
}

function topClass(value: unknown, where: string): AssignedClass {
  const { classes, scores } = expectObject(value, where);
  const labels = expectList(classes, `${where}: classes`);
  const numbers = expectList(scores, `${where}: scores`) as readonly number[];
  if (labels.length !== numbers.length) {
    throw new ParseError(`${where}: scores`, `${labels.length} numbers`, String(numbers.length));
  }
  if (numbers.some((score, index) => index > 0 && score > numbers[index - 1]!)) {
    throw new ParseError(`${where}: scores`, 'numbers from high to low', 'a higher one after a lower one');
  }
  const score = numbers[0];
  if (score === undefined) throw new ParseError(`${where}: classes`, 'at least one class', 'none');
  return { label: expectText(labels[0], `${where}: classes[0]`), score };
}

/** A package may have a blank of its own with another uuid: the reference stops there, an export takes it for blank. */
function isBlank(label: string, { onFault }: MappingOptions, where: string): boolean {
  if (label === BLANK) return true;
  if (!label.endsWith('blank')) return false;
  if (onFault === 'fail') throw new ParseError(where, 'the one blank label', `"${label}"`);
  return isAnyBlank(label);
}

/** True for the blank label and for a package's own: of an image with it and without boxes, an export makes no box up. */
export function isAnyBlank(label: string): boolean {
  return label.endsWith('blank') && commonNameOf(label) === 'blank';
}

/** Made-up detections get the number after the highest seen; without any seen the reference stops, an export goes on. */
function nameMadeUp(
  madeUp: readonly MappedDetection[],
  categories: Map<string, string>,
  { onFault, firstCategory = UNKNOWN_CATEGORY }: MappingOptions,
): void {
  if (madeUp.length === 0) return;
  if (categories.size === 0 && onFault === 'fail')
    throw new ParseError('predictions', 'at least one detection', 'none');
  const seen = [...categories.keys()].map(Number);
  if (!seen.every(Number.isInteger)) throw new ParseError('predictions', 'categories that are whole numbers', 'others');
  const unknown = seen.length === 0 ? firstCategory : String(Math.max(...seen) + 1);
  for (const detection of madeUp) detection.category = unknown;
  categories.set(unknown, 'unknown');
}

function classTables(idByLabel: ReadonlyMap<string, string>, { onFault }: MappingOptions) {
  if (onFault === 'repair') {
    const { names, descriptions } = classNamesOf(idByLabel);
    return { classificationCategories: names, classificationDescriptions: descriptions };
  }
  const entries = [...idByLabel].map(([label, id]) => [id, label] as const);
  return {
    classificationCategories: new Map(entries.map(([id, label]) => [id, lastPartOf(label)])),
    classificationDescriptions: new Map(entries),
  };
}

/**
 * The tables of an export's classes by id, from ids by label. Format 1.6 refuses blank names, which some labels have: then the
 * name is the scientific name or the label.
 */
export function classNamesOf(idByLabel: ReadonlyMap<string, string>) {
  const names = new Map<string, string>();
  const descriptions = new Map<string, string>();
  for (const [label, id] of idByLabel) {
    const name = lastPartOf(label);
    names.set(id, name.trim() === '' ? commonNameOf(label).trim() || label : name);
    descriptions.set(id, label);
  }
  return { names, descriptions };
}

function lastPartOf(label: string): string {
  return label.slice(label.lastIndexOf(';') + 1);
}

/** Python's `str()` of a JSON value as far as failures go: lists of plain texts, `None`. */
function pythonRepr(value: unknown): string {
  if (value === null) return 'None';
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(', ')}]`;
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return JSON.stringify(value);
}
