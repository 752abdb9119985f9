import type { LabelNames } from '../../../domain/labels/label-names';
import type { ImageFilter } from '../images/image-filter';
import { buildGroupTree, type GroupNode } from '../images/image-groups';
import { SHOWN_CONF } from '../images/shown-boxes';
import { countChoices, type ChoiceCounts } from './choice-counts';
import { carryAnswers, createFilterMemory, filterImages, type FilterMemory, type HeldBackBy } from './filter-images';
import type { FilteredFiles } from './filter-tests';
import { arrangeItems, type GalleryItems, type ItemsView } from './gallery-items';
import { indexImages, type ImageIndex, type IndexSource } from './image-index';
import { sortedBy, sortImages } from './sort-images';
import type { ImageSort } from './list-look';
import { changedImages, updateIndex } from './update-index';

/** What the gallery's list is asked for. */
export interface ListQuestion extends IndexSource, ItemsView, FilteredFiles {
  readonly filter: ImageFilter;
  /** What labels are called: the list of other names is another one. */
  readonly naming: LabelNames;
  /** The survey is being opened: these are its first images, or those whose facts are still being read. */
  readonly isPart: boolean;
}

/** What the gallery shows of a survey: the same for the grid, the filters and the way from image to image. */
export interface GalleryList {
  readonly question: ListQuestion;
  readonly index: ImageIndex;
  /** The groups that occur in the survey. */
  readonly tree: readonly GroupNode[];
  readonly counts: ChoiceCounts;
  /** Images that pass the filter. */
  readonly shown: number;
  readonly items: GalleryItems;
}

/** What was computed last, so that a change costs only what it changes. */
export interface ListMemory {
  readonly filter: FilterMemory;
  indexed: Indexed | null;
  /** By what each order was sorted by: see `sortedBy`. */
  readonly orders: Map<ImageSort, { readonly by: object; readonly order: Uint32Array }>;
  list: GalleryList | null;
}

interface Indexed {
  readonly source: IndexSource;
  readonly naming: object;
  readonly index: ImageIndex;
  readonly tree: readonly GroupNode[];
}

export const createListMemory = (): ListMemory => ({
  filter: createFilterMemory(),
  indexed: null,
  orders: new Map(),
  list: null,
});

/** The list that answers the question, in pieces. */
export function* listImages(question: ListQuestion, memory: ListMemory): Generator<void, GalleryList> {
  const { index, tree } = yield* remember(question, memory);
  const order = yield* orderOf(index, question.sort, memory);
  const heldBackBy = yield* filterImages(index, question.filter, question, memory.filter);
  yield;
  const counts = yield* countChoices(index, heldBackBy, question.filter.noneAbove ?? SHOWN_CONF);
  yield;
  const shown = notHeldBack(order, heldBackBy);
  yield;
  const items = yield* arrangeItems(index, shown, question);
  const list = { question, index, tree, counts, shown: shown.length, items };
  memory.list = list;
  return list;
}

function* remember({ images, labels, found, naming }: ListQuestion, memory: ListMemory): Generator<void, Indexed> {
  const source = { images, labels, found };
  const { indexed } = memory;
  if (indexed?.naming === naming && isSameSource(indexed.source, source)) return indexed;
  // Of other labels, or other names for them, every word is another one.
  const isSameWords = indexed?.source.labels === labels && indexed.naming === naming;
  const changed = indexed !== null && isSameWords ? changedImages(indexed.source.images, images) : null;
  yield;
  if (indexed === null || changed === null) {
    const index = yield* indexImages(source);
    memory.filter.answers.clear();
    memory.orders.clear();
    return (memory.indexed = { source, naming, index, tree: treeOf(index) });
  }
  const update = yield* updateIndex(indexed.index, source, changed);
  const answers = yield* carryAnswers(memory.filter, indexed.index, update);
  const { index } = update;
  const tree = changed.length === 0 ? indexed.tree : treeOf(index);
  memory.filter.answers = new Map(answers);
  return (memory.indexed = { source, naming, index, tree });
}

/** A loop takes a tenth of the time of `filter`, and most of the time nothing is held back. */
function notHeldBack(order: Uint32Array, heldBackBy: HeldBackBy): Uint32Array {
  const shown = new Uint32Array(order.length);
  let count = 0;
  for (const image of order) if (heldBackBy[image] === 0) shown[count++] = image;
  return shown.slice(0, count);
}

function treeOf({ names }: ImageIndex): readonly GroupNode[] {
  const counts = new Uint32Array(names.values.length);
  for (const number of names.of) counts[number]! += 1;
  return buildGroupTree(names.values.map((value, number) => ({ names: value, count: counts[number]! })));
}

export function isSameSource(one: IndexSource, other: IndexSource): boolean {
  return one.images === other.images && one.labels === other.labels && one.found === other.found;
}

function* orderOf(index: ImageIndex, sort: ImageSort, memory: ListMemory): Generator<void, Uint32Array> {
  const by = sortedBy(index, sort) ?? index.places;
  const known = memory.orders.get(sort);
  if (known?.by === by) return known.order;
  const order = yield* sortImages(index, sort);
  memory.orders.set(sort, { by, order });
  return order;
}

/** The numbers of the images that are shown, each once, as one comes after the other in the gallery. */
export function shownImages({ items: { images, boxes } }: GalleryList): Uint32Array {
  // Crops of one image stand side by side.
  return boxes === null ? images : images.filter((image, tile) => image !== images[tile - 1]);
}

export function pathsInOrder(list: GalleryList): readonly string[] {
  return Array.from(shownImages(list), (image) => list.index.images[image]!.filepath);
}
