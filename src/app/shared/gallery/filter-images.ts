import { FILTER_PART_NAMES, isPartSet, NO_FILTER, type FilterPartName, type ImageFilter } from '../images/image-filter';
import { createTest, type FilteredFiles } from './filter-tests';
import type { ImageIndex } from './image-index';
import type { IndexUpdate } from './update-index';

/** Images looked at before the page may answer. */
const PIECE = 2000;

/** Which parts of the filter hold each image back: a bit for each, see `bitOf`. 0 = it is shown. */
export type HeldBackBy = Uint32Array;

/** The bit of a part: an image that only this part holds back counts as a choice of it. */
export function bitOf(name: FilterPartName): number {
  return 1 << FILTER_PART_NAMES.indexOf(name);
}

export interface FilterMemory {
  /** What each part answered last, and to which question. */
  answers: Map<FilterPartName, Answer>;
}

interface Answer {
  readonly index: ImageIndex;
  readonly value: unknown;
  /** Of `filesOf`. */
  readonly files: ReadonlySet<string> | null;
  /** 1 = held back, by image. */
  readonly held: Uint8Array;
}

export const createFilterMemory = (): FilterMemory => ({ answers: new Map() });

/** Asks every part that is set, in pieces; a part that did not change since it was asked last is remembered. */
export function* filterImages(
  index: ImageIndex,
  filter: ImageFilter,
  files: FilteredFiles,
  memory: FilterMemory,
): Generator<void, HeldBackBy> {
  const heldBackBy = new Uint32Array(index.images.length);
  for (const name of FILTER_PART_NAMES) {
    if (!isPartSet(filter, name)) continue;
    const held = yield* askPart(name, index, filter, files, memory);
    const bit = bitOf(name);
    for (let image = 0; image < held.length; image++) {
      if (held[image] === 1) heldBackBy[image]! |= bit;
    }
    yield;
  }
  return heldBackBy;
}

/** What the parts answered before, asked again about the images that changed only, in pieces: to be put in its place. */
export function* carryAnswers(
  { answers }: FilterMemory,
  before: ImageIndex,
  { index, changed, areEventsOther }: IndexUpdate,
): Generator<void, readonly (readonly [FilterPartName, Answer])[]> {
  const carried: [FilterPartName, Answer][] = [];
  for (const [name, answer] of answers) {
    if (answer.index !== before || (name === 'isOdd' && areEventsOther)) continue;
    const files = { eventFiles: answer.files, differing: answer.files };
    const test = createTest(name, { ...NO_FILTER, [name]: answer.value }, index, files);
    const held = answer.held.slice();
    for (const image of changed) held[image] = test(image) ? 0 : 1;
    carried.push([name, { ...answer, index, held }]);
    yield;
  }
  return carried;
}

function* askPart(
  name: FilterPartName,
  index: ImageIndex,
  filter: ImageFilter,
  files: FilteredFiles,
  { answers }: FilterMemory,
): Generator<void, Uint8Array> {
  const [value, outside] = [filter[name], filesOf(name, files)];
  const known = answers.get(name);
  if (known?.index === index && known.value === value && known.files === outside) return known.held;
  const test = createTest(name, filter, index, files);
  const held = new Uint8Array(index.images.length);
  for (let image = 0; image < held.length; image++) {
    if (!test(image)) held[image] = 1;
    if (image % PIECE === PIECE - 1) yield;
  }
  answers.set(name, { index, value, files: outside, held });
  return held;
}

function filesOf(name: FilterPartName, { eventFiles, differing }: FilteredFiles): ReadonlySet<string> | null {
  if (name === 'event') return eventFiles;
  return name === 'differs' ? differing : null;
}
