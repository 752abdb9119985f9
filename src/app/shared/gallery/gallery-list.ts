import type { ImageDescription } from '../images/describe-image';
import type { ImageFilter } from '../images/image-filter';
import { buildGroupTree, type GroupNode } from '../images/image-groups';
import { SHOWN_CONF } from '../images/shown-boxes';
import { countChoices, type ChoiceCounts } from './choice-counts';
import { createFilterMemory, filterImages, type FilterMemory } from './filter-images';
import type { FilteredFiles } from './filter-tests';
import { arrangeItems, type GalleryItems, type ItemsView } from './gallery-items';
import { indexImages, type ImageIndex, type IndexSource } from './image-index';
import { sortImages } from './sort-images';
import type { ImageSort } from './list-look';

/** What the gallery's list is asked for. */
export interface ListQuestion extends IndexSource, ItemsView, FilteredFiles {
  readonly filter: ImageFilter;
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
  indexed: { readonly source: IndexSource; readonly index: ImageIndex; readonly tree: readonly GroupNode[] } | null;
  sorted: { readonly index: ImageIndex; readonly orders: Map<ImageSort, Uint32Array> } | null;
  list: GalleryList | null;
}

export const createListMemory = (): ListMemory => ({
  filter: createFilterMemory(),
  indexed: null,
  sorted: null,
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
  const shown = order.filter((image) => heldBackBy[image] === 0);
  yield;
  const items = yield* arrangeItems(index, shown, question);
  const list = { question, index, tree, counts, shown: shown.length, items };
  memory.list = list;
  return list;
}

function* remember(question: ListQuestion, memory: ListMemory) {
  const { indexed } = memory;
  if (indexed !== null && isSameSource(indexed.source, question)) return indexed;
  const index = yield* indexImages(question);
  const { images, labels, found } = question;
  const known = { source: { images, labels, found }, index, tree: buildGroupTree(differentGroups(index)) };
  memory.indexed = known;
  memory.filter.answers.clear();
  return known;
}

/** An image for each set of groups, and how many there are of it. */
function differentGroups({ images, groups }: ImageIndex) {
  const counts = new Uint32Array(groups.values.length);
  const examples: ImageDescription[] = [];
  for (let image = 0; image < images.length; image++) {
    const set = groups.of[image]!;
    examples[set] ??= images[image]!;
    counts[set]! += 1;
  }
  return examples.map((description, set) => ({ description, count: counts[set]! }));
}

export function isSameSource(one: IndexSource, other: IndexSource): boolean {
  return one.images === other.images && one.labels === other.labels && one.found === other.found;
}

function* orderOf(index: ImageIndex, sort: ImageSort, memory: ListMemory): Generator<void, Uint32Array> {
  if (memory.sorted?.index !== index) memory.sorted = { index, orders: new Map() };
  const { orders } = memory.sorted;
  const known = orders.get(sort);
  if (known !== undefined) return known;
  const order = yield* sortImages(index, sort);
  orders.set(sort, order);
  return order;
}

/** The images that are shown, each once, as one comes after the other in the gallery. */
export function imagesInOrder({ index, items }: GalleryList): readonly ImageDescription[] {
  const images: ImageDescription[] = [];
  let before = -1;
  for (const image of items.images) {
    // Crops of one image stand side by side.
    if (image !== before) images.push(index.images[image]!);
    before = image;
  }
  return images;
}
