import type { OpenSurvey, SurveyImage } from '../../state/app-state';
import type { FoundEvents } from '../../state/event-state';
import { describeImage, type ImageDescription } from '../images/describe-image';
import { facetsOf, type ImageFacets } from './image-facets';
import { oddImages } from './odd-images';

/** Images looked at before the page may answer. */
const PIECE = 500;

/** Different values of one kind by number, in the order in which the images first name them. */
export interface Column<Value> {
  readonly values: readonly Value[];
  /** The number of each image's value; -1 = it has none. */
  readonly of: Int32Array;
}

/**
 * What filters, counts, sorting and grouping read: the survey's images in their own order, by number. Whole columns of small
 * numbers, because 200,000 images are gone through at each change of a filter.
 */
export interface ImageIndex {
  readonly images: readonly ImageDescription[];
  readonly facets: readonly ImageFacets[];
  /** The different sets of groups; the values are `ImageFacets.groups`. */
  readonly groups: Column<readonly string[]>;
  /** The leaf of each image's own label. */
  readonly leaves: Column<string>;
  readonly folders: Column<string>;
  /** In order of time. */
  readonly days: Column<string>;
  /** 0 to 23; -1 = not known. */
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
  const described: ImageDescription[] = [];
  const facets: ImageFacets[] = [];
  const groups = createColumn<readonly string[]>(images.length);
  const leaves = createColumn<string>(images.length);
  const folders = createColumn<string>(images.length);
  const days = createColumn<string>(images.length);
  const hours = new Int8Array(images.length).fill(-1);
  const events = new Int32Array(images.length).fill(-1);
  for (const [number, image] of images.entries()) {
    const description = describeImage(image, labels);
    const facet = facetsOf(description);
    described.push(description);
    facets.push(facet);
    groups.put(number, facet.groups.join('|'), facet.groups);
    leaves.put(number, facet.leaf, facet.leaf);
    folders.put(number, facet.folder, facet.folder);
    if (facet.day !== null) days.put(number, facet.day, facet.day);
    if (facet.hour !== null) hours[number] = facet.hour;
    const eventId = found?.eventIdOf.get(image.filepath);
    if (eventId !== undefined) events[number] = found?.indexOf.get(eventId) ?? -1;
    if (number % PIECE === PIECE - 1) yield;
  }
  const odd = yield* oddImages(events, leaves.of, (number) => isNamed(described[number]!));
  return { images: described, facets, groups, leaves, folders, days: inOrder(days), hours, events, found, odd };
}

const isNamed = ({ kind }: ImageDescription) => kind !== 'failed' && kind !== 'waiting';

interface GrowingColumn<Value> extends Column<Value> {
  put(image: number, key: string, value: Value): void;
}

function createColumn<Value>(images: number): GrowingColumn<Value> {
  const numbers = new Map<string, number>();
  const values: Value[] = [];
  const of = new Int32Array(images).fill(-1);
  return {
    values,
    of,
    put(image, key, value) {
      let number = numbers.get(key);
      if (number === undefined) {
        number = values.push(value) - 1;
        numbers.set(key, number);
      }
      of[image] = number;
    },
  };
}

/** The same with values numbered in their order as text. */
function inOrder({ values, of }: Column<string>): Column<string> {
  const sorted = values.toSorted();
  const rank = new Map(sorted.map((value, number) => [value, number]));
  const renumbered = values.map((value) => rank.get(value)!);
  return { values: sorted, of: of.map((number) => (number === -1 ? -1 : renumbered[number]!)) };
}
