import type { Inference } from '../inference';
import { isJsonObject, ParseError } from '../parse-error';
import { HASH_LENGTH, HEAD, HEAD_SIZE, OTHER, TIME_LENGTH, type Extra, type PackedFacts } from './packed-facts';
import { packedFact } from './packed-fact';
import type { StoredFact } from './stored-fact';
import { keysOfShape, readFact, type OpenColumns } from './read-packed-fact';

/** Packed facts that were looked through: each can be read. */
export interface FactPage {
  /** One for each image, in the order of the facts. */
  readonly filepaths: readonly string[];
  /** All facts, objects only when somebody asks for one. */
  readonly facts: () => readonly StoredFact[];
  /** The fact of this number. Throws RangeError where there is none. */
  readonly read: (index: number) => Inference;
}

/**
 * Looks through packed facts from outside, and makes ready to read them: whatever is in them, reading stays within them afterwards.
 * What a number or a text says is not judged: facts are written by us.
 * @throws ParseError when they don't fit together
 */
export function openPackedFacts(packed: PackedFacts): FactPage {
  expectColumns(packed);
  const columns = placeFacts(packed);
  const { filepaths } = packed;
  return {
    filepaths,
    facts: () => filepaths.map((_, index) => packedFact(columns, index)),
    read(index) {
      if (!Number.isInteger(index) || index < 0 || index >= filepaths.length) {
        throw new RangeError(`fact ${index} is not one of ${filepaths.length}`);
      }
      return readFact(columns, index);
    },
  };
}

const REALS = [Float32Array, Float64Array];
const WHOLES = [Uint16Array, Uint32Array];
const COLUMN_KINDS = {
  heads: [Uint16Array],
  sizes: [Uint32Array],
  categories: [Uint8Array],
  confs: REALS,
  bboxes: REALS,
  crops: [Uint16Array],
  classes: WHOLES,
  scores: REALS,
  targets: [Uint32Array],
  targetClasses: WHOLES,
  logits: REALS,
} as const satisfies Partial<Record<keyof PackedFacts, readonly (new (length: number) => ArrayBufferView)[]>>;

/** That everything is there and of its kind. */
function expectColumns(packed: unknown): asserts packed is PackedFacts {
  if (!isJsonObject(packed)) throw damaged('columns', typeof packed);
  for (const [name, kinds] of Object.entries(COLUMN_KINDS)) {
    const column = packed[name];
    if (!kinds.some((kind) => column instanceof kind)) throw damaged(`${name}: a column of numbers`, typeof column);
  }
  for (const name of ['filepaths', 'shapes', 'extras'] as const) {
    const texts = packed[name];
    if (!Array.isArray(texts) || !texts.every((text) => typeof text === 'string'))
      throw damaged(`${name}: texts`, typeof texts);
  }
  for (const name of ['times', 'hashes'] as const) {
    if (typeof packed[name] !== 'string') throw damaged(`${name}: a text`, typeof packed[name]);
  }
  if (!Array.isArray(packed.others)) throw damaged('others: facts', typeof packed.others);
}

/** Finds where each fact begins in the columns. */
function placeFacts(packed: PackedFacts): OpenColumns {
  const { filepaths, heads, shapes, crops } = packed;
  const count = filepaths.length;
  if (heads.length !== count * HEAD_SIZE) throw damaged(`${count} heads`, String(heads.length / HEAD_SIZE));
  const starts = {
    boxes: new Uint32Array(count),
    crops: new Uint32Array(count),
    classes: new Uint32Array(count),
    hashes: new Uint32Array(count),
    others: new Uint32Array(count),
  };
  const end = { boxes: 0, crops: 0, classes: 0, hashes: 0, others: 0 };
  const most = { shape: shapes.length - 1, time: packed.times.length / TIME_LENGTH, extra: packed.extras.length };
  for (let index = 0; index < count; index++) {
    starts.boxes[index] = end.boxes;
    starts.crops[index] = end.crops;
    starts.classes[index] = end.classes;
    starts.hashes[index] = end.hashes;
    starts.others[index] = end.others;
    const at = index * HEAD_SIZE;
    const shape = heads[at + HEAD.shape]!;
    if (shape === OTHER) {
      end.others += 1;
      continue;
    }
    const time = heads[at + HEAD.time]!;
    const extra = heads[at + HEAD.extra]!;
    if (shape > most.shape || time > most.time || extra > most.extra)
      throw damaged('texts that are there', `fact ${index}`);
    end.hashes += heads[at + HEAD.hash]! === 0 ? 0 : 1;
    end.boxes += Math.max(0, heads[at + HEAD.detections]! - 1) + heads[at + HEAD.faint]!;
    const cropsEnd = end.crops + heads[at + HEAD.crops]!;
    for (; end.crops < cropsEnd; end.crops++) end.classes += crops[2 * end.crops + 1] ?? 0;
  }
  expectLength('sizes', packed.sizes.length, 2 * count);
  expectLength('hashes', packed.hashes.length, HASH_LENGTH * end.hashes);
  expectLength('others', packed.others.length, end.others);
  expectLength('categories', packed.categories.length, end.boxes);
  expectLength('confs', packed.confs.length, end.boxes);
  expectLength('bboxes', packed.bboxes.length, 4 * end.boxes);
  expectLength('crops', crops.length, 2 * end.crops);
  expectLength('classes', packed.classes.length, end.classes);
  expectLength('scores', packed.scores.length, end.classes);
  for (const category of packed.categories)
    if (category < 1 || category > 3) throw damaged('a category from 1 to 3', String(category));
  return {
    packed,
    starts,
    keys: shapes.map(parseShape),
    extras: packed.extras.map(parseExtra),
    targets: placeTargets(packed, end.crops),
  };
}

/** Where the target species of a crop begin, by the number of the crop. */
function placeTargets({ targets, targetClasses, logits }: PackedFacts, crops: number): OpenColumns['targets'] {
  const placed = new Map<number, { readonly start: number; readonly end: number }>();
  let end = 0;
  for (let place = 0; place < targets.length; place += 2) {
    const [crop, count] = [targets[place]!, targets[place + 1]];
    if (crop >= crops || count === undefined || placed.has(crop))
      throw damaged('targets of different crops', String(crop));
    placed.set(crop, { start: end, end: (end += count) });
  }
  expectLength('targetClasses', targetClasses.length, end);
  expectLength('logits', logits.length, end);
  return placed;
}

function parseShape(shape: string): ReturnType<typeof keysOfShape> & object {
  const keys = keysOfShape(shape);
  if (keys === null) throw damaged('fields of a fact', shape.slice(0, 80));
  return keys;
}

function parseExtra(text: string): Extra {
  let extra: unknown;
  try {
    extra = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw damaged('JSON', text.slice(0, 80));
  }
  if (!isJsonObject(extra)) throw damaged('an object', text.slice(0, 80));
  return extra;
}

function expectLength(name: keyof PackedFacts, length: number, expected: number): void {
  if (length !== expected) throw damaged(`${expected} in ${name}`, String(length));
}

const damaged = (expected: string, got: string) => new ParseError('packed facts', expected, got);
