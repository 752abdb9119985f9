import { expectListUpTo, expectNumberWithin, expectTextUpTo, expectWholeWithin, given } from '../bounded-values';
import { DETECTION_LABELS, type Bbox, type DetectionCategory } from '../detection';
import { expectObject, ParseError } from '../parse-error';
import { LIFE_STAGES, SEXES, type ImageReview, type Observation, type ReviewBox } from './image-review';

const MAX_OBSERVATIONS = 100;
const MAX_BOXES = 10_000;
const MAX_COUNT = 1_000_000;
const MAX_LABEL = 1000;
const MAX_WORDS = 4000;
const MAX_TIME = 8.64e15;
/** Boxes drawn at an edge may lie a rounding error outside. */
const FRACTION = [-0.001, 1.001] as const;
const LABEL_PARTS = 7;

/** A review of another computer, of the image at `filepath`. Throws a ParseError that starts with `where`. */
export function parseReview(value: unknown, filepath: string, where: string): ImageReview {
  const { observations, boxes, isFlagged, isStarred, note, by, at } = expectObject(value, where);
  return {
    filepath,
    observations: observations === null ? null : parseObservations(observations, `${where}.observations`),
    boxes: boxes === null ? null : parseBoxes(boxes, `${where}.boxes`),
    isFlagged: expectTruth(isFlagged, `${where}.isFlagged`),
    isStarred: expectTruth(isStarred, `${where}.isStarred`),
    note: expectTextUpTo(note, MAX_WORDS, `${where}.note`),
    by: expectTextUpTo(by, MAX_WORDS, `${where}.by`),
    at: expectWholeWithin(at, [0, MAX_TIME], `${where}.at`),
  };
}

function parseObservations(value: unknown, where: string): readonly Observation[] {
  const list = expectListUpTo(value, MAX_OBSERVATIONS, where);
  if (list.length === 0) throw new ParseError(where, 'at least one', 'none');
  return list.map((one, index) => parseObservation(one, `${where}[${index}]`));
}

function parseObservation(value: unknown, where: string): Observation {
  const { label, count, sex, lifeStage, behavior, individual } = expectObject(value, where);
  return {
    label: expectLabel(label, `${where}.label`),
    count: count === null ? null : expectWholeWithin(count, [1, MAX_COUNT], `${where}.count`),
    sex: expectOneOf(sex, SEXES, `${where}.sex`),
    lifeStage: expectOneOf(lifeStage, LIFE_STAGES, `${where}.lifeStage`),
    behavior: expectTextUpTo(behavior, MAX_WORDS, `${where}.behavior`),
    individual: expectTextUpTo(individual, MAX_WORDS, `${where}.individual`),
  };
}

function parseBoxes(value: unknown, where: string): readonly ReviewBox[] {
  return expectListUpTo(value, MAX_BOXES, where).map((one, index) => parseBox(one, `${where}[${index}]`));
}

function parseBox(value: unknown, where: string): ReviewBox {
  const { bbox, category, label, from } = expectObject(value, where);
  const sides = expectListUpTo(bbox, 4, `${where}.bbox`);
  if (sides.length < 4) throw new ParseError(`${where}.bbox`, '4 numbers', String(sides.length));
  return {
    bbox: sides.map((side) => expectNumberWithin(side, FRACTION, `${where}.bbox`)) as unknown as Bbox,
    category: expectCategory(category, `${where}.category`),
    label: label === null ? null : expectLabel(label, `${where}.label`),
    from: from === null ? null : expectWholeWithin(from, [0, MAX_BOXES], `${where}.from`),
  };
}

function expectCategory(value: unknown, where: string): DetectionCategory {
  if (typeof value === 'string' && Object.hasOwn(DETECTION_LABELS, value)) return value as DetectionCategory;
  throw new ParseError(where, 'a category', given(value));
}

function expectLabel(value: unknown, where: string): string {
  const label = expectTextUpTo(value, MAX_LABEL, where);
  if (label.split(';').length === LABEL_PARTS && !/[\r\n]/.test(label)) return label;
  throw new ParseError(where, `a label of ${LABEL_PARTS} parts`, given(label));
}

function expectOneOf<Word extends string>(value: unknown, words: readonly Word[], where: string): Word | null {
  if (value === null) return null;
  const found = words.find((word) => word === value);
  if (found === undefined) throw new ParseError(where, words.join(' or '), given(value));
  return found;
}

function expectTruth(value: unknown, where: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new ParseError(where, 'true or false', given(value));
}
