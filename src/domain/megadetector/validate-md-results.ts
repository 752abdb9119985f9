import { finishPieces } from '../finish-pieces';
import { ParseError } from '../parse-error';
import { PythonJsonReader } from '../python-json-reader';
import { isPythonInt, parsePythonFloat } from '../python-number-text';
import { stripLikePython } from '../python-text';
import {
  describePythonValue as describe,
  isPythonDict,
  isPythonNumber,
  type PythonDict,
  type PythonValue,
} from '../python-value';
import { checkMdImage, type MdCheck } from './check-md-image';

/** What megadetector's own validator would say of a file (megadetector 10.0.24, validate_batch_results). */
export interface MdVerdict {
  readonly isValid: boolean;
  /** The first fault, where that validator stops; null for a valid file. */
  readonly fault: ParseError | null;
  readonly warnings: readonly string[];
  /** Detections by category, up to the fault; null when the tables could not be read. */
  readonly detectionCounts: ReadonlyMap<string, number> | null;
  /** Classifications by class, likewise. */
  readonly classificationCounts: ReadonlyMap<string, number> | null;
}

/** The parts of a file except its images, and where these begin: null when they are no list. */
interface Outline {
  readonly members: PythonDict;
  readonly imagesAt: number | null;
}

const FILE = 'results';
const KNOWN_KEYS: ReadonlySet<string> = new Set([
  'info',
  'images',
  'detection_categories',
  'classification_categories',
  'classification_category_descriptions',
]);
const IMAGES_PER_PIECE = 50;

/**
 * Checks the text of a MegaDetector file as megadetector's own validator does, quirks included: a conf must have a decimal
 * point, a version "nan" passes, boxes are not looked at. A byte-order mark must still be in the text to be refused.
 */
export function validateMdResults(text: string): MdVerdict {
  return finishPieces(validateMdResultsInPieces(text));
}

/** The same, giving way every few images: the text is read twice, for the tables may stand behind the images. */
export function* validateMdResultsInPieces(text: string): Generator<void, MdVerdict> {
  const counted: { check: MdCheck | null } = { check: null };
  let fault: ParseError | null = null;
  try {
    yield* checkFile(text, counted);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    fault = error;
  }
  return {
    isValid: fault === null,
    fault,
    warnings: counted.check?.warnings ?? [],
    detectionCounts: counted.check?.detectionCounts ?? null,
    classificationCounts: counted.check?.classificationCounts ?? null,
  };
}

function* checkFile(text: string, counted: { check: MdCheck | null }): Generator<void> {
  const reader = new PythonJsonReader(text, FILE);
  const { members, imagesAt } = yield* readOutline(reader);
  const version = checkVersion(members.get('info'));
  const tableOf = (key: string) => checkTable(members.get(key), `${FILE}: ${key}`, version);
  const check: MdCheck = {
    version,
    detectionCategories: tableOf('detection_categories'),
    classificationCategories: members.has('classification_categories') ? tableOf('classification_categories') : null,
    detectionCounts: new Map(),
    classificationCounts: new Map(),
    warnings: [],
  };
  counted.check = check;
  if (imagesAt === null) throw new ParseError(`${FILE}: images`, 'a list', describe(members.get('images')));
  reader.position = imagesAt;
  reader.enter('[');
  for (let index = 0; reader.nextItem(index === 0); index++) {
    checkMdImage(reader.readValue(), `${FILE}: images[${index}]`, check);
    if (index % IMAGES_PER_PIECE === 0) yield;
  }
  for (const key of members.keys()) {
    if (!KNOWN_KEYS.has(key)) check.warnings.push(`${FILE}: "${key}" is not a key of the format`);
  }
}

/** Reads the whole text once, for broken JSON anywhere makes the file unreadable; images are read and let go. */
function* readOutline(reader: PythonJsonReader): Generator<void, Outline> {
  const members = new Map<string, PythonValue>();
  let imagesAt: number | null = null;
  if (!reader.isAt('{')) {
    const value = reader.readValue();
    reader.expectEnd();
    throw new ParseError(FILE, 'an object', describe(value));
  }
  reader.enter('{');
  for (let key = reader.nextKey(true); key !== null; key = reader.nextKey(false)) {
    if (key !== 'images' || !reader.isAt('[')) {
      if (key === 'images') imagesAt = null;
      members.set(key, reader.readValue(1));
      continue;
    }
    imagesAt = reader.position;
    members.set(key, []);
    reader.enter('[');
    for (let index = 0; reader.nextItem(index === 0); index++) {
      reader.readValue(2);
      if (index % IMAGES_PER_PIECE === 0) yield;
    }
  }
  reader.expectEnd();
  return { members, imagesAt };
}

function checkVersion(info: PythonValue | undefined): number {
  if (!isPythonDict(info)) throw new ParseError(`${FILE}: info`, 'an object', describe(info));
  const given = info.get('format_version');
  const version = toPythonFloat(given);
  const where = `${FILE}: info.format_version`;
  if (version === null) throw new ParseError(where, 'a number as text', describe(given));
  if (version < 1.3) throw new ParseError(where, '1.3 or later', describe(given));
  if (version >= 1.6 && typeof given !== 'string') throw new ParseError(where, 'text, from 1.6 on', describe(given));
  return version;
}

function toPythonFloat(value: PythonValue | undefined): number | null {
  if (typeof value === 'string') return parsePythonFloat(value);
  return isPythonNumber(value) ? Number(value) : null;
}

function checkTable(table: PythonValue | undefined, where: string, version: number): PythonDict {
  if (!isPythonDict(table)) throw new ParseError(where, 'an object', describe(table));
  for (const [id, name] of table) {
    if (!isPythonInt(id)) throw new ParseError(where, 'whole numbers as ids', `"${id}"`);
    if (typeof name !== 'string') throw new ParseError(`${where}["${id}"]`, 'text', describe(name));
    if (version >= 1.6 && stripLikePython(name) === '') {
      throw new ParseError(`${where}["${id}"]`, 'a name, from 1.6 on', 'a blank');
    }
  }
  return table;
}
