import { expectDepthUpTo, expectListUpTo, expectNumberWithin, given } from '../bounded-values';
import { expectObject, ParseError } from '../parse-error';
import type { MdDetection } from './md-results';

/** Of one entry: a video of hours with some boxes on each sampled frame. */
const MAX_DETECTIONS = 1_000_000;
/** Of one picture; detectors stop at 300. Boxes are compared with each other, so their number is bounded. */
const MAX_DETECTIONS_PER_FRAME = 5000;
const MAX_CLASSIFICATIONS = 10_000;
const MAX_DEPTH = 32;
/** Fractions of the image; roundings may lead a little beyond it. Pixels are far beyond. */
const BBOX_RANGE = [-1, 2] as const;
const SCORE_RANGE = [-1.001, 1.001] as const;

type Json = Readonly<Record<string, unknown>>;

/**
 * The boxes of one entry of a MegaDetector file. Ids may be whole numbers instead of text, `classifications` may be null;
 * what already has the right form is returned as it is. Throws a ParseError that starts with `where`.
 */
export function parseMdDetections(value: unknown, where: string): readonly MdDetection[] {
  const list = expectListUpTo(value, MAX_DETECTIONS, where);
  let changed: MdDetection[] | null = null;
  for (const [index, entry] of list.entries()) {
    const detection = parseDetection(entry, `${where}[${index}]`);
    if (detection === entry && changed === null) continue;
    changed ??= list.slice(0, index) as MdDetection[];
    changed.push(detection);
  }
  const parsed = changed ?? (list as readonly MdDetection[]);
  if (parsed.length > MAX_DETECTIONS_PER_FRAME) expectFewOnEachFrame(parsed, where);
  return parsed;
}

function parseDetection(value: unknown, where: string): MdDetection {
  const detection = expectObject(value, where);
  const { category, conf, bbox, classifications, raw_classifications, ...extras } = detection;
  expectNumberWithin(conf, SCORE_RANGE, `${where}.conf`);
  const box = expectListUpTo(bbox, 4, `${where}.bbox`);
  if (box.length !== 4) throw new ParseError(`${where}.bbox`, '4 numbers', String(box.length));
  for (const number of box) expectNumberWithin(number, BBOX_RANGE, `${where}.bbox`);
  for (const key in extras) expectDepthUpTo(extras[key], MAX_DEPTH, `${where}.${key}`);
  const id = idOf(category, `${where}.category`);
  const hasClasses = isPairsAsIs(classifications, `${where}.classifications`);
  const hasRawClasses = isPairsAsIs(raw_classifications, `${where}.raw_classifications`);
  if (id === category && hasClasses && hasRawClasses) return detection as unknown as MdDetection;
  return {
    ...extras,
    category: id,
    conf: conf as number,
    bbox: box as readonly number[],
    ...pairsAt('classifications', classifications),
    ...pairsAt('raw_classifications', raw_classifications),
  };
}

/** True when nothing needs to be changed; throws when something cannot be used. */
function isPairsAsIs(value: unknown, where: string): boolean {
  if (value === undefined) return true;
  if (value === null) return false;
  let isAsIs = true;
  for (const [index, pair] of expectListUpTo(value, MAX_CLASSIFICATIONS, where).entries()) {
    const [id, score] = Array.isArray(pair) ? (pair as readonly unknown[]) : [];
    idOf(id, `${where}[${index}][0]`);
    expectNumberWithin(score, SCORE_RANGE, `${where}[${index}][1]`);
    if (typeof id !== 'string') isAsIs = false;
  }
  return isAsIs;
}

function pairsAt(key: string, value: unknown): Json {
  if (value === undefined || value === null) return {};
  return { [key]: (value as readonly (readonly [unknown, number])[]).map(([id, score]) => [String(id), score]) };
}

function idOf(value: unknown, where: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isInteger(value)) return String(value);
  throw new ParseError(where, 'an id as text', given(value));
}

function expectFewOnEachFrame(detections: readonly MdDetection[], where: string): void {
  const counts = new Map<unknown, number>();
  for (const { frame_number } of detections) {
    const count = (counts.get(frame_number) ?? 0) + 1;
    counts.set(frame_number, count);
    if (count > MAX_DETECTIONS_PER_FRAME) {
      throw new ParseError(where, `at most ${MAX_DETECTIONS_PER_FRAME} boxes of one picture`, 'more');
    }
  }
}
