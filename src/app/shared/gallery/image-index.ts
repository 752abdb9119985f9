import type { OpenSurvey, SurveyImage } from '../../state/app-state';
import type { FoundEvents } from '../../state/event-state';
import { isNamed } from '../images/image-answer';
import { IMAGE_KINDS } from '../images/image-groups';
import type { KnownNames } from './image-names';
import type { ImagePlaces } from './image-places';
import { dateOf, rowOf } from './index-row';
import { oddImages } from './odd-images';

/** Images looked at before the page may answer. */
const PIECE = 500;
/** Images whose event is looked up before the page may answer. */
const EVENT_PIECE = 5000;

/** Different values of one kind by number, in the order in which the images first name them. */
export interface Column<Value> {
  readonly values: readonly Value[];
  /** The number of each image's value; -1 = it has none. */
  readonly of: Int32Array;
}

/**
 * What filters, counts, sorting and grouping read: the survey's images in their own order, by number. Whole columns of numbers,
 * because 200,000 images are gone through at each change of a filter. NaN = an image does not have it.
 */
export interface ImageIndex {
  readonly images: readonly SurveyImage[];
  /** Of the package: what the images are described with. */
  readonly labels: readonly string[];
  readonly places: ImagePlaces;
  /** Numbers of IMAGE_KINDS. */
  readonly kinds: Uint8Array;
  /** See `scoreOf`. */
  readonly scores: Float64Array;
  /** See `bestConf`. */
  readonly confs: Float64Array;
  /** See `uncertaintyOf`. */
  readonly uncertainties: Float64Array;
  /** Capture times as `parseWallClock` counts them. */
  readonly seconds: Float64Array;
  /** Sets of NAME_ORIGINS as bits. */
  readonly origins: Uint8Array;
  /** Sets of FAILURE_ORDER as bits. */
  readonly failures: Uint8Array;
  /** How many different ones its boxes and the whole are called. */
  readonly species: Uint8Array;
  /** Sets of REVIEW_STATES as bits. */
  readonly reviews: Uint8Array;
  readonly names: Column<KnownNames>;
  /** The different sets of groups; the values are `KnownNames.groups`. */
  readonly groups: Column<readonly string[]>;
  /** The leaf of each image's own label. */
  readonly leaves: Column<string>;
  readonly folders: Column<string>;
  /** `YYYY-MM-DD` on the camera's clock, in order of time. */
  readonly days: Column<string>;
  /** 0 to 23 on the camera's clock; -1 = not known. */
  readonly hours: Int8Array;
  /** Number in `found.events`; -1 = none. */
  readonly events: Int32Array;
  readonly found: FoundEvents | null;
  /** 1 = the label is not the most frequent one of its event. */
  readonly odd: Uint8Array;
}

export const namesAt = ({ names }: Pick<ImageIndex, 'names'>, image: number): KnownNames =>
  names.values[names.of[image]!]!;

/** What an index is made of: another one is needed when any of them is another object. */
export interface IndexSource {
  readonly images: readonly SurveyImage[];
  readonly labels: readonly string[];
  readonly found: FoundEvents | null;
}

export const indexSourceOf = ({ images, labels, events }: OpenSurvey): IndexSource => ({
  images,
  labels,
  found: events.found,
});

/** Reads and numbers all images, in pieces. */
export function* indexImages({ images, labels, found }: IndexSource): Generator<void, ImageIndex> {
  const count = images.length;
  const kinds = new Uint8Array(count);
  const numbers = {
    scores: new Float64Array(count),
    confs: new Float64Array(count),
    uncertainties: new Float64Array(count),
    seconds: new Float64Array(count),
    origins: new Uint8Array(count),
    failures: new Uint8Array(count),
    species: new Uint8Array(count),
    reviews: new Uint8Array(count),
  };
  const names = createColumn<KnownNames>(count);
  const folders = createColumn<string>(count);
  const days = createColumn<number>(count);
  const hours = new Int8Array(count);
  for (let number = 0; number < count; number++) {
    const row = rowOf(images[number]!, labels);
    kinds[number] = row.kinds;
    numbers.scores[number] = row.scores;
    numbers.confs[number] = row.confs;
    numbers.uncertainties[number] = row.uncertainties;
    numbers.seconds[number] = row.seconds;
    numbers.origins[number] = row.origins;
    numbers.failures[number] = row.failures;
    numbers.species[number] = row.species;
    numbers.reviews[number] = row.reviews;
    hours[number] = row.hours;
    names.put(number, row.names);
    folders.put(number, row.folder);
    if (row.day !== null) days.put(number, row.day);
    if (number % PIECE === PIECE - 1) yield;
  }
  const events = yield* numberEvents(images, found);
  const groups = mapColumn(names.column, (value) => value.groups);
  const leaves = mapColumn(names.column, ({ leaf }) => leaf);
  const odd = yield* oddImages(events, leaves.of, (number) => isNamed(IMAGE_KINDS[kinds[number]!]!));
  return {
    ...{ images, labels, places: { numbers: null }, kinds, ...numbers },
    ...{ names: names.column, groups, leaves, folders: folders.column },
    ...{ days: datesInOrder(days.column), hours, events, found, odd },
  };
}

/** The number of each image's event in `found.events`; -1 = none. */
export function* numberEvents(
  images: readonly SurveyImage[],
  found: FoundEvents | null,
): Generator<void, ImageIndex['events']> {
  const events = new Int32Array(images.length).fill(-1);
  if (found === null) return events;
  for (const [number, { filepath }] of images.entries()) {
    const eventId = found.eventIdOf.get(filepath);
    if (eventId !== undefined) events[number] = found.indexOf.get(eventId) ?? -1;
    if (number % EVENT_PIECE === EVENT_PIECE - 1) yield;
  }
  return events;
}

/** The same images by what `valueOf` says of each value. */
function mapColumn<From, Value>({ values, of }: Column<From>, valueOf: (value: From) => Value): Column<Value> {
  const numbers = new Map<Value, number>();
  // Values come in the order in which the images first name them, so what is made of them does.
  const renumbered = values.map((from) => {
    const value = valueOf(from);
    const known = numbers.get(value) ?? numbers.size;
    numbers.set(value, known);
    return known;
  });
  return { values: [...numbers.keys()], of: of.map((number) => renumbered[number] ?? -1) };
}

interface GrowingColumn<Value> {
  readonly column: Column<Value>;
  put(image: number, value: Value): void;
}

/** Images one after the other often have the same value: then nothing is looked up. */
function createColumn<Value>(images: number): GrowingColumn<Value> {
  const numbers = new Map<Value, number>();
  const values: Value[] = [];
  const of = new Int32Array(images).fill(-1);
  let last = -1;
  return {
    column: { values, of },
    put(image, value) {
      if (last === -1 || values[last] !== value) {
        last = numbers.get(value) ?? values.push(value) - 1;
        numbers.set(value, last);
      }
      of[image] = last;
    },
  };
}

/** Days since 1970 as dates, numbered in their order. */
function datesInOrder({ values, of }: Column<number>): Column<string> {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = new Map(sorted.map((day, number) => [day, number]));
  const renumbered = values.map((day) => rank.get(day)!);
  return {
    values: sorted.map(dateOf),
    of: of.map((number) => (number === -1 ? -1 : renumbered[number]!)),
  };
}
