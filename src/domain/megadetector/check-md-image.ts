import { ParseError } from '../parse-error';
import {
  describePythonValue as describe,
  isPythonDict,
  isPythonList,
  isPythonNumber,
  type PythonDict,
  type PythonValue,
} from '../python-value';

/** What images are checked against, and what is counted on the way. */
export interface MdCheck {
  readonly version: number;
  readonly detectionCategories: PythonDict;
  /** Null when the file has no such table. */
  readonly classificationCategories: PythonDict | null;
  readonly detectionCounts: Map<string, number>;
  readonly classificationCounts: Map<string, number>;
  readonly warnings: string[];
}

/** Endings of videos, in any case (megadetector 10.0.24, video_utils). */
const VIDEO_EXTENSIONS: ReadonlySet<string> = new Set(['.mp4', '.avi', '.mpeg', '.mpg', '.mov', '.mkv', '.flv']);

/**
 * Checks one image in the validator's order (megadetector 10.0.24): name, detections, failure, video. Counts what it passes.
 * Throws a ParseError that starts with `where` at the first fault.
 */
export function checkMdImage(image: PythonValue, where: string, check: MdCheck): void {
  if (!isPythonDict(image)) throw new ParseError(where, 'an object', describe(image));
  if (!image.has('file')) throw new ParseError(`${where}.file`, 'text', 'nothing');
  const detections = image.get('detections') ?? null;
  if (detections !== null) {
    for (const [index, detection] of itemsOf(detections, `${where}.detections`).entries()) {
      checkDetection(detection, `${where}.detections[${index}]`, check);
    }
  }
  checkFailure(image, where, check);
  const file = image.get('file');
  if (typeof file !== 'string') throw new ParseError(`${where}.file`, 'text', describe(file));
  if (isVideoFile(file)) checkVideo(image, where, check);
}

/** True when the text after the last dot of the file's name is one of a video's; leading dots don't count. */
export function isVideoFile(file: string): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/^\.+/, '');
  const dot = name.lastIndexOf('.');
  return dot !== -1 && VIDEO_EXTENSIONS.has(name.slice(dot).toLowerCase());
}

function checkDetection(detection: PythonValue, where: string, check: MdCheck): void {
  if (!isPythonDict(detection)) throw new ParseError(where, 'an object', describe(detection));
  if (!detection.has('category')) throw new ParseError(`${where}.category`, 'text', 'nothing');
  const conf = detection.get('conf');
  // JSON writes 1 for 1.0, and Python reads an int then.
  if (typeof conf !== 'number') throw new ParseError(`${where}.conf`, 'a number with a decimal point', describe(conf));
  if (!detection.has('bbox')) throw new ParseError(`${where}.bbox`, '4 numbers', 'nothing');
  const category = detection.get('category');
  if (typeof category !== 'string' || !check.detectionCategories.has(category)) {
    throw new ParseError(`${where}.category`, 'one of detection_categories', describe(category));
  }
  count(check.detectionCounts, category);
  const classifications = detection.get('classifications') ?? null;
  if (classifications === null) return;
  for (const [index, pair] of itemsOf(classifications, `${where}.classifications`).entries()) {
    checkClassification(pair, `${where}.classifications[${index}]`, check);
  }
}

function checkClassification(pair: PythonValue, where: string, check: MdCheck): void {
  const [id, score] = isPythonList(pair) ? pair : [];
  if (typeof id !== 'string') throw new ParseError(where, 'a list of an id as text and a score', describe(pair));
  if (check.classificationCategories?.has(id) !== true) {
    const expected = check.classificationCategories === null ? 'a table classification_categories' : 'one of its ids';
    throw new ParseError(where, expected, describe(id));
  }
  count(check.classificationCounts, id);
  if (!isPythonNumber(score)) throw new ParseError(`${where}[1]`, 'a number', describe(score));
}

function checkFailure(image: PythonDict, where: string, check: MdCheck): void {
  const detections = image.get('detections');
  if (!image.has('failure')) {
    if (!isPythonList(detections)) throw new ParseError(`${where}.detections`, 'a list', describe(detections));
    return;
  }
  const failure = image.get('failure') ?? null;
  if (failure === null) return;
  if (typeof failure !== 'string') throw new ParseError(`${where}.failure`, 'text or null', describe(failure));
  if (detections === undefined) {
    check.warnings.push(`${where}: has a failure, so detections should be null`);
  } else if (detections !== null) {
    throw new ParseError(`${where}.detections`, 'null, because there is a failure', describe(detections));
  }
}

function checkVideo(video: PythonDict, where: string, { version }: MdCheck): void {
  if (version >= 1.5 && !video.has('frames_processed')) {
    throw new ParseError(`${where}.frames_processed`, 'a list', 'nothing');
  }
  if (!(version >= 1.4)) return;
  const rate = video.get('frame_rate');
  if (!isPythonNumber(rate)) throw new ParseError(`${where}.frame_rate`, 'a number', describe(rate));
  if (Number(rate) < 0 && !video.has('failure')) {
    throw new ParseError(`${where}.frame_rate`, 'a number above 0', describe(rate));
  }
  const detections = video.get('detections');
  if (!isPythonList(detections)) return;
  for (const [index, detection] of detections.entries()) {
    if (!(detection as PythonDict).has('frame_number')) {
      throw new ParseError(`${where}.detections[${index}].frame_number`, 'a number', 'nothing');
    }
  }
}

/** What Python's `for` walks over: a list's items; an empty text or object has none. */
function itemsOf(value: PythonValue, where: string): readonly PythonValue[] {
  if (isPythonList(value)) return value;
  if (value === '' || (isPythonDict(value) && value.size === 0)) return [];
  throw new ParseError(where, 'a list', describe(value));
}

function count(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}
