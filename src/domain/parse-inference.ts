import { expectListUpTo, expectNumberWithin, expectTextUpTo, expectWholeWithin, given } from './bounded-values';
import { DETECTION_LABELS, type Bbox, type Detection, type DetectionCategory } from './detection';
import { expectFilepath } from './expect-filepath';
import { FAILURE_ORDER, type Failure, type ImageProblem, type ImageProblemCode } from './failure';
import { parseFactSpeed } from './fast-detector/fact-speed';
import type { Coordinates } from './geolocation';
import type { Inference } from './inference';
import { expectObject, ParseError } from './parse-error';
import { parseCrops } from './parse-crops';

/** Detectors stop at 300. */
const MAX_DETECTIONS = 2000;
/** The reference's limit for a whole image; one side cannot be longer. */
const MAX_PIXELS = 178_956_970;
const MAX_DETAIL = 100_000;
/** Boxes of other programs may lead beyond the image; pixels and per cents are far beyond. */
const BBOX_RANGE = [-1, 2] as const;
/** Ours begin at 0.01; those that a run took from a file have the conf and the order of the file. */
const CONF_RANGE = [0, 1] as const;
const FAINT_RANGE = [0.005, 0.01] as const;

const PROBLEM_CODES: Readonly<Record<ImageProblemCode, true>> = {
  'file-missing': true,
  'file-empty': true,
  'not-an-image': true,
  'file-ends-early': true,
  'too-large': true,
  'not-in-file': true,
  undecodable: true,
  'detector-failed': true,
  'classifier-failed': true,
};

/**
 * Facts from outside become facts: every field is looked at, everything else is left out. `classCount` = length of the label
 * list that the class numbers belong to; null = unknown.
 *
 * @throws ParseError that starts with `where`: `line 12: inference.detections[0].conf: expected a number from 0.01 to 1, got 7`.
 */
export function parseInference(value: unknown, where: string, classCount: number | null = null): Inference {
  const inference = expectObject(value, where);
  const detections = parseDetections(inference['detections'], CONF_RANGE, `${where}.detections`);
  return {
    filepath: expectFilepath(inference['filepath'], `${where}.filepath`),
    size: parseSize(inference['size'], `${where}.size`),
    capturedAt: parseTime(inference['capturedAt'], `${where}.capturedAt`),
    detections,
    crops: parseCrops(inference['crops'], { boxCount: detections?.length ?? 0, classCount }, `${where}.crops`),
    failures: parseFailures(inference['failures'], `${where}.failures`),
    problem: parseProblem(inference['problem'], `${where}.problem`),
    ...parseExtras(inference, where),
  };
}

/** What not every fact has. */
function parseExtras(inference: Readonly<Record<string, unknown>>, where: string): Partial<Inference> {
  const { location, sha256, faintDetections, isImported, speed } = inference;
  return {
    ...(location !== undefined && { location: parseLocation(location, `${where}.location`) }),
    ...(sha256 !== undefined && { sha256: expectSha256(sha256, `${where}.sha256`) }),
    ...(faintDetections !== undefined && {
      faintDetections: parseDetections(faintDetections, FAINT_RANGE, `${where}.faintDetections`) ?? [],
    }),
    ...(isImported === true && { isImported }),
    ...(speed !== undefined && {
      speed: parseFactSpeed(speed, `${where}.speed`, (boxes, at) => parseDetections(boxes, CONF_RANGE, at) ?? []),
    }),
  };
}

/** 64 digits of lower-case hex; throws ParseError otherwise. */
export function expectSha256(value: unknown, where: string): string {
  if (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)) return value;
  throw new ParseError(where, '64 digits of lower-case hex', given(value));
}

function parseSize(value: unknown, where: string): Inference['size'] {
  if (value === null) return null;
  const { width, height } = expectObject(value, where);
  return {
    width: expectWholeWithin(width, [1, MAX_PIXELS], `${where}.width`),
    height: expectWholeWithin(height, [1, MAX_PIXELS], `${where}.height`),
  };
}

function parseTime(value: unknown, where: string): string | null {
  if (value === null) return null;
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(value)) {
    const date = new Date(`${value}Z`);
    // Date accepts 30 February and moves it on; the way back tells.
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)) return value;
  }
  throw new ParseError(where, 'null or a time as 2024-05-01T06:30:00', given(value));
}

function parseDetections(value: unknown, range: readonly [number, number], where: string): readonly Detection[] | null {
  if (value === null) return null;
  return expectListUpTo(value, MAX_DETECTIONS, where).map((item, index) =>
    parseDetection(item, range, `${where}[${index}]`),
  );
}

function parseDetection(value: unknown, range: readonly [number, number], where: string): Detection {
  const { category, label, conf, bbox } = expectObject(value, where);
  if (!isCategory(category)) throw new ParseError(`${where}.category`, '"1", "2" or "3"', given(category));
  const word = DETECTION_LABELS[category];
  if (label !== word) throw new ParseError(`${where}.label`, `"${word}"`, given(label));
  return {
    category,
    label: word,
    conf: expectNumberWithin(conf, range, `${where}.conf`),
    bbox: parseBbox(bbox, where),
  };
}

function isCategory(value: unknown): value is DetectionCategory {
  return typeof value === 'string' && Object.hasOwn(DETECTION_LABELS, value);
}

function parseBbox(value: unknown, detection: string): Bbox {
  const where = `${detection}.bbox`;
  const numbers = expectListUpTo(value, 4, where);
  if (numbers.length !== 4) throw new ParseError(where, '4 numbers', String(numbers.length));
  const [xMin, yMin, width, height] = numbers.map((number) => expectNumberWithin(number, BBOX_RANGE, where));
  return [xMin!, yMin!, width!, height!];
}

function parseFailures(value: unknown, where: string): readonly Failure[] {
  const words = expectListUpTo(value, FAILURE_ORDER.length, where);
  const failures = FAILURE_ORDER.filter((failure) => words.includes(failure));
  if (failures.length === words.length && failures.every((failure, index) => failure === words[index])) return failures;
  throw new ParseError(where, `some of ${FAILURE_ORDER.join(', ')}, in this order`, JSON.stringify(words).slice(0, 80));
}

function parseProblem(value: unknown, where: string): ImageProblem | null {
  if (value === null) return null;
  const { code, detail } = expectObject(value, where);
  if (!isProblemCode(code)) {
    throw new ParseError(`${where}.code`, `one of ${Object.keys(PROBLEM_CODES).join(', ')}`, given(code));
  }
  return { code, detail: expectTextUpTo(detail, MAX_DETAIL, `${where}.detail`) };
}

function isProblemCode(value: unknown): value is ImageProblemCode {
  return typeof value === 'string' && Object.hasOwn(PROBLEM_CODES, value);
}

function parseLocation(value: unknown, where: string): Coordinates | null {
  if (value === null) return null;
  const { latitude, longitude } = expectObject(value, where);
  return {
    latitude: expectNumberWithin(latitude, [-90, 90], `${where}.latitude`),
    longitude: expectNumberWithin(longitude, [-180, 180], `${where}.longitude`),
  };
}
