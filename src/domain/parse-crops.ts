import { expectListUpTo, expectNumberWithin, expectWholeWithin } from './bounded-values';
import type { ClassScores, Inference } from './inference';
import { expectObject, ParseError } from './parse-error';

/** What crops must fit. */
export interface CropLimits {
  /** Of the image's detections: a crop of a box belongs to one of them. */
  readonly boxCount: number;
  /** Of the label list; null = unknown. */
  readonly classCount: number | null;
}

/** The whole image; a detection's crop as the reference cuts it; the same with another way of cutting (`box0`). */
const KEY = /^(?:image|(?:box)?(0|[1-9]\d{0,4}))$/;
/** We store 20. */
const MAX_CLASSES = 1000;
const MAX_CLASS = 1_000_000;
/** Sums of float32 may lead a little beyond 1. */
const SCORE_RANGE = [0, 1.00001] as const;
/** Raw outputs of a classifier. */
const LOGIT_RANGE = [-1e9, 1e9] as const;

/** The classes of an image's crops. Throws a ParseError that starts with `where`. */
export function parseCrops(value: unknown, limits: CropLimits, where: string): Inference['crops'] {
  const crops: [string, ClassScores][] = [];
  for (const [key, scores] of Object.entries(expectObject(value, where))) {
    const match = KEY.exec(key);
    const isFitting = match !== null && (match[1] === undefined || Number(match[1]) < limits.boxCount);
    if (!isFitting) {
      throw new ParseError(where, `crops of the image or its ${limits.boxCount} boxes`, `"${key.slice(0, 80)}"`);
    }
    crops.push([key, parseScores(scores, limits.classCount, `${where}.${key}`)]);
  }
  return Object.fromEntries(crops);
}

function parseScores(value: unknown, classCount: number | null, where: string): ClassScores {
  const { classes, scores, targets } = expectObject(value, where);
  const numbers = parseClasses(classes, classCount, `${where}.classes`);
  let last = Infinity;
  const values = expectListUpTo(scores, MAX_CLASSES, `${where}.scores`).map((score) => {
    const number = expectNumberWithin(score, SCORE_RANGE, `${where}.scores`);
    if (number > last) throw new ParseError(`${where}.scores`, 'the best score first', String(number));
    last = number;
    return number;
  });
  expectOneForEach(values, numbers, `${where}.scores`);
  if (targets === undefined) return { classes: numbers, scores: values };
  return { classes: numbers, scores: values, targets: parseTargets(targets, classCount, `${where}.targets`) };
}

function parseTargets(value: unknown, classCount: number | null, where: string): NonNullable<ClassScores['targets']> {
  const { classes, logits } = expectObject(value, where);
  const numbers = parseClasses(classes, classCount, `${where}.classes`);
  const values = expectListUpTo(logits, MAX_CLASSES, `${where}.logits`).map((logit) =>
    expectNumberWithin(logit, LOGIT_RANGE, `${where}.logits`),
  );
  expectOneForEach(values, numbers, `${where}.logits`);
  return { classes: numbers, logits: values };
}

function parseClasses(value: unknown, classCount: number | null, where: string): readonly number[] {
  const highest = (classCount ?? MAX_CLASS) - 1;
  return expectListUpTo(value, MAX_CLASSES, where).map((number) => expectWholeWithin(number, [0, highest], where));
}

function expectOneForEach(values: readonly number[], classes: readonly number[], where: string): void {
  if (values.length === classes.length) return;
  throw new ParseError(where, `${classes.length}, one for each class`, String(values.length));
}
