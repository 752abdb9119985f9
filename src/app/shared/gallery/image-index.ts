import type { OpenSurvey, SurveyImage } from '../../state/app-state';
import type { FoundEvents } from '../../state/event-state';
import { describeImage, type ImageDescription } from '../images/describe-image';
import { IMAGE_KINDS } from '../images/image-groups';
import { bitsOf, facetsOf } from './image-facets';
import { oddImages } from './odd-images';
import { REVIEW_STATES, reviewStatesOf } from './review-states';

/** Images looked at before the page may answer. */
const PIECE = 500;
/** Images whose event is looked up before the page may answer. */
const EVENT_PIECE = 5000;

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 86_400;

/** Different values of one kind by number, in the order in which the images first name them. */
export interface Column<Value> {
  readonly values: readonly Value[];
  /** The number of each image's value; -1 = it has none. */
  readonly of: Int32Array;
}

/**
 * What filters, counts, sorting and grouping read: the survey's images in their own order, by number. Whole columns of numbers,
 * because 200,000 images are gone through at each change of a filter. NaN = an image does not have it; see `ImageFacets`.
 */
export interface ImageIndex {
  readonly images: readonly ImageDescription[];
  /** Numbers of the images by their paths. */
  readonly numberOf: ReadonlyMap<string, number>;
  /** Numbers of IMAGE_KINDS. */
  readonly kinds: Uint8Array;
  readonly scores: Float64Array;
  readonly confs: Float64Array;
  readonly uncertainties: Float64Array;
  readonly seconds: Float64Array;
  readonly origins: Uint8Array;
  readonly failures: Uint8Array;
  readonly species: Uint8Array;
  /** Sets of REVIEW_STATES as bits. */
  readonly reviews: Uint8Array;
  /** The different sets of groups; the values are `ImageFacets.groups`. */
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

/** Describes and numbers all images, in pieces. */
export function* indexImages({ images, labels, found }: IndexSource): Generator<void, ImageIndex> {
  const count = images.length;
  const described: ImageDescription[] = [];
  const numberOf = new Map<string, number>();
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
  const groups = createColumn<readonly string[]>(count);
  const leaves = createColumn<string>(count);
  const folders = createColumn<string>(count);
  const days = createColumn<number>(count);
  const hours = new Int8Array(count);
  for (const [number, image] of images.entries()) {
    const description = describeImage(image, labels);
    const row = rowOf(description);
    described.push(description);
    numberOf.set(image.filepath, number);
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
    groups.put(number, row.groups);
    leaves.put(number, row.leaf);
    folders.put(number, row.folder);
    if (row.day !== null) days.put(number, row.day);
    if (number % PIECE === PIECE - 1) yield;
  }
  const events = yield* numberEvents(images, found);
  const odd = yield* oddImages(events, leaves.column.of, (number) => isNamed(described[number]!));
  return {
    ...{ images: described, numberOf, kinds, ...numbers },
    ...{ groups: groups.column, leaves: leaves.column, folders: folders.column },
    ...{ days: datesInOrder(days.column), hours, events, found, odd },
  };
}

/** Whether an image has an answer that can be compared with those of its event. */
export const isNamed = ({ kind }: ImageDescription) => kind !== 'failed' && kind !== 'waiting';

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

/** What the index has of one image, under the names of the columns; the last ones are values of columns. */
export interface IndexRow {
  readonly kinds: number;
  readonly scores: number;
  readonly confs: number;
  readonly uncertainties: number;
  readonly seconds: number;
  readonly origins: number;
  readonly failures: number;
  readonly species: number;
  readonly reviews: number;
  readonly hours: number;
  readonly groups: readonly string[];
  readonly leaf: string;
  readonly folder: string;
  /** Since 1970, on the camera's clock; null = not known. */
  readonly day: number | null;
}

const NOT_REVIEWED = bitsOf(reviewStatesOf({ review: null, machine: null }), REVIEW_STATES);

export function rowOf(description: ImageDescription): IndexRow {
  const { conf, uncertainty, seconds, origins, failures, species, groups, leaf, folder } = facetsOf(description);
  const day = Number.isNaN(seconds) ? null : Math.floor(seconds / DAY_SECONDS);
  return {
    kinds: IMAGE_KINDS.indexOf(description.kind),
    scores: description.score ?? Number.NaN,
    confs: conf,
    uncertainties: uncertainty,
    seconds,
    origins,
    failures,
    species: Math.min(255, species),
    reviews: description.review === null ? NOT_REVIEWED : bitsOf(reviewStatesOf(description), REVIEW_STATES),
    hours: day === null ? -1 : Math.floor((seconds - day * DAY_SECONDS) / HOUR_SECONDS),
    ...{ groups, leaf, folder, day },
  };
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

/** `YYYY-MM-DD` of a number of days since 1970. */
export const dateOf = (day: number): string => new Date(day * DAY_SECONDS * 1000).toISOString().slice(0, 10);
