import { FAILURE_ORDER } from '../failure';
import { DETECTION_LABELS, type Detection } from '../detection';
import type { ClassScores, Inference } from '../inference';
import { isSameFact } from './is-same-fact';
import { openPackedFacts } from './open-packed-facts';
import { keysOfShape } from './read-packed-fact';
import {
  HASH_LENGTH,
  HEAD,
  HEAD_SIZE,
  numberOfCropKey,
  OTHER,
  TIME_LENGTH,
  type Extra,
  type PackedFacts,
  type Reals,
  type Wholes,
} from './packed-facts';

/**
 * Facts in columns. Each one is read again and compared: what would not come back as it is, to the last bit and with its fields in
 * their order, is kept as an object.
 */
export function packFacts(facts: readonly Inference[]): PackedFacts {
  const others = new Set(facts.filter((fact) => !isOfKnownForm(fact)));
  for (;;) {
    const packed = writeColumns(facts, others);
    const page = openPackedFacts(packed);
    const lost = facts.filter((fact, index) => !isSameFact(page.read(index), fact));
    if (lost.length === 0) return packed;
    for (const fact of lost) others.add(fact);
  }
}

/** Heads and crops count up to this. */
const MOST = 60_000;

/** Enough that it can be written and looked through; whether it comes back as it was is seen afterwards. */
function isOfKnownForm(fact: object): boolean {
  const { size, capturedAt, detections, faintDetections, crops, failures, sha256 } = fact as FieldsOf<Inference>;
  return (
    keysOfShape(Object.keys(fact).join()) !== null &&
    typeof size === 'object' &&
    (capturedAt === null || isTextOf(capturedAt, TIME_LENGTH)) &&
    (detections === null || areBoxes(detections)) &&
    (faintDetections === undefined || areBoxes(faintDetections)) &&
    typeof crops === 'object' &&
    crops !== null &&
    areCrops(Object.values(crops)) &&
    Array.isArray(failures) &&
    (sha256 === undefined || isTextOf(sha256, HASH_LENGTH))
  );
}

const isTextOf = (text: unknown, length: number) => typeof text === 'string' && text.length === length;

const areBoxes = (boxes: unknown): boolean =>
  Array.isArray(boxes) &&
  boxes.length <= MOST &&
  (boxes as FieldsOf<Detection>[]).every(({ category, bbox }) => {
    return Object.hasOwn(DETECTION_LABELS, String(category)) && Array.isArray(bbox) && bbox.length === 4;
  });

/** What is stored should have these fields. */
type FieldsOf<Thing> = Readonly<Record<keyof Thing, unknown>>;

function areCrops(crops: readonly (ClassScores | undefined)[]): boolean {
  const arePairs = (one: unknown, other: unknown) =>
    Array.isArray(one) && Array.isArray(other) && one.length === other.length && one.length <= MOST;
  const isCrop = (crop: ClassScores | undefined) =>
    arePairs(crop?.classes, crop?.scores) &&
    (crop?.targets === undefined || arePairs(crop.targets.classes, crop.targets.logits));
  return crops.length <= MOST && crops.every(isCrop);
}

function writeColumns(facts: readonly Inference[], others: ReadonlySet<Inference>): PackedFacts {
  const shapes = createTexts();
  const times = createTexts();
  const extras = createTexts();
  const heads = new Uint16Array(facts.length * HEAD_SIZE);
  const sizes = new Uint32Array(facts.length * 2);
  const hashes: string[] = [];
  const categories: number[] = [];
  const confs: number[] = [];
  const bboxes: number[] = [];
  const crops: number[] = [];
  const classes: number[] = [];
  const scores: number[] = [];
  const targets: number[] = [];
  const targetClasses: number[] = [];
  const logits: number[] = [];

  function writeBoxes(boxes: readonly Detection[]): void {
    for (const { category, conf, bbox } of boxes) {
      categories.push(Number(category));
      confs.push(conf);
      bboxes.push(...bbox);
    }
  }

  function writeCrop(key: string, crop: ClassScores): void {
    if (crop.targets !== undefined) {
      targets.push(crops.length / 2, crop.targets.classes.length);
      append(targetClasses, crop.targets.classes);
      append(logits, crop.targets.logits);
    }
    crops.push(numberOfCropKey(key), crop.classes.length);
    append(classes, crop.classes);
    append(scores, crop.scores);
  }

  for (const [index, fact] of facts.entries()) {
    const head = heads.subarray(index * HEAD_SIZE, (index + 1) * HEAD_SIZE);
    if (others.has(fact)) {
      head[HEAD.shape] = OTHER;
      continue;
    }
    const { size, capturedAt, sha256, detections, faintDetections = [] } = fact;
    const extra = extraOf(fact);
    const cropsOfFact = Object.entries(fact.crops);
    head[HEAD.shape] = shapes.numberOf(Object.keys(fact).join());
    if (size !== null) {
      head[HEAD.size] = 1;
      sizes.set([size.width, size.height], index * 2);
    }
    head[HEAD.time] = capturedAt === null ? 0 : 1 + times.numberOf(capturedAt);
    if (sha256 !== undefined) {
      head[HEAD.hash] = 1;
      hashes.push(sha256);
    }
    head[HEAD.extra] = extra === null ? 0 : 1 + extras.numberOf(extra);
    head[HEAD.failures] = fact.failures.reduce((bits, failure) => bits | (1 << FAILURE_ORDER.indexOf(failure)), 0);
    head[HEAD.detections] = detections === null ? 0 : 1 + detections.length;
    head[HEAD.faint] = faintDetections.length;
    head[HEAD.crops] = cropsOfFact.length;
    writeBoxes(detections ?? []);
    writeBoxes(faintDetections);
    for (const [key, crop] of cropsOfFact) writeCrop(key, crop!);
  }
  return {
    filepaths: facts.map(({ filepath }) => filepath),
    shapes: shapes.all,
    heads,
    sizes,
    times: times.all.join(''),
    hashes: hashes.join(''),
    extras: extras.all,
    categories: Uint8Array.from(categories),
    confs: realsOf(confs),
    bboxes: realsOf(bboxes),
    crops: Uint16Array.from(crops),
    classes: wholesOf(classes),
    scores: realsOf(scores),
    targets: Uint32Array.from(targets),
    targetClasses: wholesOf(targetClasses),
    logits: realsOf(logits),
    others: facts.filter((fact) => others.has(fact)),
  };
}

/** Null when the fact has nothing of it. */
function extraOf({ location = null, speed, problem }: Inference): string | null {
  const extra: Extra = {
    ...(location !== null && { location }),
    ...(speed !== undefined && { speed }),
    ...(problem !== null && { problem }),
  };
  return Object.keys(extra).length === 0 ? null : JSON.stringify(extra);
}

function append(to: number[], numbers: readonly number[]): void {
  for (const number of numbers) to.push(number);
}

function realsOf(numbers: readonly number[]): Reals {
  const isSingle = numbers.every((number) => Object.is(Math.fround(number), number));
  return isSingle ? Float32Array.from(numbers) : Float64Array.from(numbers);
}

function wholesOf(numbers: readonly number[]): Wholes {
  return numbers.every((number) => number <= 0xffff) ? Uint16Array.from(numbers) : Uint32Array.from(numbers);
}

/** Different texts by number, in the order in which they are asked for. */
function createTexts() {
  const numbers = new Map<string, number>();
  const all: string[] = [];
  return {
    all,
    numberOf(text: string): number {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, all.length);
      return all.push(text) - 1;
    },
  };
}
