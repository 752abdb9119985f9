import type { Bbox } from '../detection';
import { expectList, expectObject, expectText, kindOf, ParseError } from '../parse-error';
import { cornerIou, cornersOf } from './corner-iou';
import { addDetection, hasDetection, type DetectionRef, type OpenDetectionSet } from './detection-set';
import type { DecidableStack, RepeatDecisions, RepeatVerdict } from './repeat-decisions';
import type { RepeatImage } from './repeat-detections';
import type { RepeatStack } from './repeat-stacks';

/** Decisions in JSON, for the store. Undecided stacks are not in it. */
export interface RepeatDecisionsRecord {
  readonly version: 1;
  /** The IoU that made two boxes the same place when the stacks were found. */
  readonly minIou: number;
  /** Filepaths, each once; members name them by index. */
  readonly files: readonly string[];
  readonly stacks: readonly StackRecord[];
}

/** A decided stack: enough to know its members again. */
export interface StackRecord {
  readonly id: string;
  readonly verdict: RepeatVerdict;
  readonly category: string | null;
  readonly foundingBox: Bbox;
  /** Pairs in one row: index in `files`, index of the detection, and so on. */
  readonly members: readonly number[];
  /** Those of them that are spared, likewise. */
  readonly spared: readonly number[];
}

/** What is left of a record under the facts of today. */
export interface RestoredDecisions {
  readonly stacks: readonly DecidableStack[];
  readonly decisions: RepeatDecisions;
}

const WHERE = 'repeat decisions';

/** So many members are looked at between two yields: well below 10 ms. */
const PIECE = 2000;

/**
 * Decisions about these stacks for the store; `minIou` is the one of the search. A spared detection of no rejected stack is
 * left out. The record grows with the members; a record for each camera keeps what is written at a decision small.
 */
export function recordRepeatDecisions(
  stacks: Iterable<RepeatStack>,
  { verdicts, spared }: RepeatDecisions,
  minIou: number,
): RepeatDecisionsRecord {
  const numbers = new Map<string, number>();
  const numberOf = (filepath: string) => {
    const number = numbers.get(filepath) ?? numbers.size;
    numbers.set(filepath, number);
    return number;
  };
  const pairsOf = (members: readonly DetectionRef[]) => {
    const pairs: number[] = [];
    for (const { filepath, detection } of members) pairs.push(numberOf(filepath), detection);
    return pairs;
  };
  const records: StackRecord[] = [];
  for (const { id, category, foundingBox, members } of stacks) {
    const verdict = verdicts.get(id);
    if (verdict === undefined) continue;
    const sparedMembers = verdict === 'rejected' ? members.filter((member) => hasDetection(spared, member)) : [];
    records.push({ id, verdict, category, foundingBox, members: pairsOf(members), spared: pairsOf(sparedMembers) });
  }
  return { version: 1, minIou, files: [...numbers.keys()], stacks: records };
}

/**
 * Reads a record from the store or a file.
 * @throws ParseError: `repeat decisions: stacks[2].members[7]: expected an index of files, got 12`.
 */
export function parseRepeatDecisions(json: unknown): RepeatDecisionsRecord {
  const record = expectObject(json, WHERE);
  if (record['version'] !== 1) throw new ParseError(`${WHERE}: version`, '1', given(record['version']));
  const minIou = expectNumber(record['minIou'], `${WHERE}: minIou`);
  if (minIou <= 0) throw new ParseError(`${WHERE}: minIou`, 'more than 0', String(minIou));
  const files = expectList(record['files'], `${WHERE}: files`).map((file, index) =>
    expectText(file, `${WHERE}: files[${index}]`),
  );
  const stacks = expectList(record['stacks'], `${WHERE}: stacks`).map((stack, index) =>
    parseStack(stack, files.length, `${WHERE}: stacks[${index}]`),
  );
  return { version: 1, minIou, files, stacks };
}

/**
 * Decisions under the facts of today. A member lives on when its image still has a detection of that index, of the stack's
 * category, at the stack's place; the others are dropped, and so is a stack without members. What comes back serves
 * `applyRepeatDecisions`, with these stacks, or with stacks found anew, whose ids are the same as long as their founding
 * detection is. Yields every few thousand members.
 */
export function* restoreRepeatDecisions(
  { stacks, files, minIou }: RepeatDecisionsRecord,
  imageOf: (filepath: string) => Pick<RepeatImage, 'detections'> | undefined,
): Generator<void, RestoredDecisions> {
  const restored: DecidableStack[] = [];
  const verdicts = new Map<string, RepeatVerdict>();
  const spared: OpenDetectionSet = new Map();
  let looked = 0;
  for (const stack of stacks) {
    const isAlive = createAliveCheck(stack, minIou, imageOf);
    const members: DetectionRef[] = [];
    for (const member of refsOf(stack.members, files)) {
      if (isAlive(member)) members.push(member);
      if (++looked % PIECE === 0) yield;
    }
    if (members.length === 0) continue;
    restored.push({ id: stack.id, members });
    verdicts.set(stack.id, stack.verdict);
    for (const member of refsOf(stack.spared, files)) if (isAlive(member)) addDetection(spared, member);
  }
  return { stacks: restored, decisions: { verdicts, spared } };
}

function createAliveCheck(
  { foundingBox, category }: StackRecord,
  minIou: number,
  imageOf: (filepath: string) => Pick<RepeatImage, 'detections'> | undefined,
): (member: DetectionRef) => boolean {
  const place = cornersOf(foundingBox);
  return ({ filepath, detection }) => {
    const found = imageOf(filepath)?.detections?.[detection];
    if (found === undefined || (category !== null && found.category !== category)) return false;
    return cornerIou(cornersOf(found.bbox), place) >= minIou;
  };
}

function* refsOf(pairs: readonly number[], files: readonly string[]): Generator<DetectionRef> {
  for (let place = 0; place + 1 < pairs.length; place += 2) {
    yield { filepath: files[pairs[place]!]!, detection: pairs[place + 1]! };
  }
}

function parseStack(value: unknown, fileCount: number, where: string): StackRecord {
  const stack = expectObject(value, where);
  const { verdict, category } = stack;
  if (verdict !== 'rejected' && verdict !== 'kept') {
    throw new ParseError(`${where}.verdict`, '"rejected" or "kept"', given(verdict));
  }
  return {
    id: expectText(stack['id'], `${where}.id`),
    verdict,
    category: category === null ? null : expectText(category, `${where}.category`),
    foundingBox: parseBox(stack['foundingBox'], `${where}.foundingBox`),
    members: parsePairs(stack['members'], fileCount, `${where}.members`),
    spared: parsePairs(stack['spared'], fileCount, `${where}.spared`),
  };
}

function parseBox(value: unknown, where: string): Bbox {
  const numbers = expectList(value, where).map((side, index) => expectNumber(side, `${where}[${index}]`));
  const [x, y, width, height] = numbers;
  if (x === undefined || y === undefined || width === undefined || height === undefined || numbers.length > 4) {
    throw new ParseError(where, '4 numbers', String(numbers.length));
  }
  return [x, y, width, height];
}

function parsePairs(value: unknown, fileCount: number, where: string): readonly number[] {
  const numbers = expectList(value, where).map((number, place) => {
    const end = place % 2 === 0 ? fileCount : Infinity;
    if (typeof number === 'number' && Number.isInteger(number) && number >= 0 && number < end) return number;
    throw new ParseError(`${where}[${place}]`, place % 2 === 0 ? 'an index of files' : 'an index', given(number));
  });
  if (numbers.length % 2 === 1) throw new ParseError(where, 'pairs', `${numbers.length} numbers`);
  return numbers;
}

function expectNumber(value: unknown, where: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new ParseError(where, 'a number', kindOf(value));
}

function given(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? JSON.stringify(value) : kindOf(value);
}
