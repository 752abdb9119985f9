import type { SurveyImage } from '../../state/app-state';
import { factOf } from '../../state/survey-row';
import { SHOWN_CONF } from '../images/shown-boxes';
import { eventNames } from './event-names';
import { groupImages, groupValues, type GroupedImages, type ImageGroup } from './group-images';
import { namesAt, type ImageIndex } from './image-index';
import type { Grouping, ImageSort, TileKind } from './list-look';

/** The frames of one event, or a single image that belongs to none. */
export interface EventRow {
  /** Number of the event; -1 = none. */
  readonly event: number;
  /** Its frames among the tiles: the first one, and the one behind the last. */
  readonly start: number;
  readonly end: number;
}

export interface ItemGroup {
  /** As `GroupValues`; -1 = without a value. */
  readonly value: number;
  /** Its tiles: the first one, and the one behind the last. */
  readonly start: number;
  readonly end: number;
  readonly images: number;
}

/** Everything that is shown, tile by tile. */
export interface GalleryItems {
  readonly tile: TileKind;
  /** Null = no groups and no headers. */
  readonly grouping: Exclude<Grouping, 'none'> | null;
  /** The image of each tile, by its number in the index. */
  readonly images: Uint32Array;
  /** The box of each tile, by its number in `Inference.detections`; null unless tiles are crops. */
  readonly boxes: Uint16Array | null;
  /** Null unless tiles are events; in the order of the tiles. */
  readonly rows: readonly EventRow[] | null;
  /** One without a header when there is no grouping; never an empty one. */
  readonly groups: readonly ItemGroup[];
}

/** Images looked at before the page may answer. */
const PIECE = 2000;

export interface ItemsView {
  readonly tile: TileKind;
  readonly grouping: Grouping;
  readonly sort: ImageSort;
}

/** Makes tiles of the images that are shown, `order` = their numbers as they are sorted. */
export function* arrangeItems(
  index: ImageIndex,
  order: Uint32Array,
  { tile, grouping, sort }: ItemsView,
): Generator<void, GalleryItems> {
  if (tile === 'events') return yield* arrangeEvents(index, order, grouping, sort);
  const grouped = grouping === 'none' ? inOne(order) : groupImages(order, groupValues(index, grouping), grouping, sort);
  yield;
  const named = grouping === 'none' ? null : grouping;
  if (tile === 'crops') return { tile, grouping: named, rows: null, ...(yield* cutCrops(index, grouped)) };
  const groups = grouped.groups.map(({ value, start, end }) => ({ value, start, end, images: end - start }));
  return { tile, grouping: named, images: grouped.order, boxes: null, rows: null, groups };
}

function inOne(order: Uint32Array): GroupedImages {
  return { order, groups: order.length === 0 ? [] : [{ value: -1, start: 0, end: order.length }] };
}

/** The animals of an image that are worth a tile, the most certain first; rejected repeats are none. */
export function cropsOf(image: SurveyImage): readonly number[] {
  const { rejected } = image;
  const fact = factOf(image);
  const boxes: number[] = [];
  for (let box = 0; fact !== null && box < (fact.boxes ?? 0); box++) {
    const isShown = fact.labelOf(box) === 'animal' && fact.confOf(box) >= SHOWN_CONF;
    if (isShown && rejected?.has(box) !== true) boxes.push(box);
  }
  return boxes;
}

function* cutCrops({ images }: ImageIndex, { order, groups }: GroupedImages) {
  const tiles: number[] = [];
  const boxes: number[] = [];
  const cut: ItemGroup[] = [];
  let looked = 0;
  for (const { value, start, end } of groups) {
    const first = tiles.length;
    let count = 0;
    for (let place = start; place < end; place++) {
      const found = cropsOf(images[order[place]!]!);
      count += Number(found.length > 0);
      for (const box of found) {
        tiles.push(order[place]!);
        boxes.push(box);
      }
      if (++looked % PIECE === 0) yield;
    }
    if (count > 0) cut.push({ value, start: first, end: tiles.length, images: count });
  }
  return { images: Uint32Array.from(tiles), boxes: Uint16Array.from(boxes), groups: cut };
}

/** Each event where its first image stands, its frames in order of time. An event is in the group of its first frame, or of its name. */
function* arrangeEvents(
  index: ImageIndex,
  order: Uint32Array,
  grouping: Grouping,
  sort: ImageSort,
): Generator<void, GalleryItems> {
  const named = grouping === 'none' || grouping === 'event' ? null : grouping;
  const members = yield* membersOf(order, index.events);
  const firsts = new Uint32Array(members.length);
  const valueOf = new Int32Array(named === null ? 0 : index.images.length);
  const memberOf = new Map<number, number>();
  for (const [number, { frames }] of members.entries()) {
    frames.sort((a, b) => compareTimes(index, a, b) || a - b);
    const first = frames[0]!;
    firsts[number] = first;
    memberOf.set(first, number);
    if (named !== null) {
      const speaking = named === 'species' ? speakingImage(index, frames) : first;
      valueOf[first] = groupValues(index, named)[speaking]!;
    }
    if (number % PIECE === PIECE - 1) yield;
  }
  const grouped = named === null ? inOne(firsts) : groupImages(firsts, valueOf, named, sort);
  const images: number[] = [];
  const rows: EventRow[] = [];
  const groups: ItemGroup[] = [];
  for (const group of grouped.groups) groups.push(putGroup(group, grouped.order, { members, memberOf, images, rows }));
  return { tile: 'events', grouping: named, images: Uint32Array.from(images), boxes: null, rows, groups };
}

interface Member {
  readonly event: number;
  readonly frames: number[];
}

function putGroup(
  { value, start, end }: ImageGroup,
  order: Uint32Array,
  to: {
    readonly members: readonly Member[];
    readonly memberOf: ReadonlyMap<number, number>;
    readonly images: number[];
    readonly rows: EventRow[];
  },
): ItemGroup {
  const first = to.images.length;
  for (let place = start; place < end; place++) {
    const { event, frames } = to.members[to.memberOf.get(order[place]!)!]!;
    const from = to.images.length;
    for (const frame of frames) to.images.push(frame);
    to.rows.push({ event, start: from, end: to.images.length });
  }
  return { value, start: first, end: to.images.length, images: to.images.length - first };
}

/** In the order in which the images first name them. */
function* membersOf(order: Uint32Array, events: Int32Array): Generator<void, readonly Member[]> {
  const members: Member[] = [];
  const numbers = new Map<number, Member>();
  for (const [place, image] of order.entries()) {
    const event = events[image]!;
    const known = event === -1 ? undefined : numbers.get(event);
    if (known !== undefined) known.frames.push(image);
    else {
      const member = { event, frames: [image] };
      members.push(member);
      if (event !== -1) numbers.set(event, member);
    }
    if (place % PIECE === PIECE - 1) yield;
  }
  return members;
}

/** An image with the name that the event is called after. */
function speakingImage(index: ImageIndex, frames: readonly number[]): number {
  const called = frames.map((frame) => namesAt(index, frame));
  return frames[called.indexOf(eventNames(called)[0]!.example)]!;
}

/** As their texts are compared; a time that no clock shows has nothing but its text. */
function compareTimes({ seconds, images }: ImageIndex, a: number, b: number): number {
  const apart = seconds[a]! - seconds[b]!;
  return Number.isNaN(apart) ? compareText(timeOf(images[a]!), timeOf(images[b]!)) : apart;
}

const timeOf = (image: SurveyImage) => factOf(image)?.capturedAt ?? null;

function compareText(a: string | null, b: string | null): number {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
