import { shownImages, type GalleryList } from '../../shared/gallery/gallery-list';
import { numberOf, type PlacedImages } from '../../shared/gallery/image-places';
import type { ShownOrder } from '../../shared/review/next-left';

interface Named {
  readonly filepath: string;
}

/** Where an image stands in a list, and what is beside it. */
export interface PlaceInOrder {
  readonly index: number;
  readonly count: number;
  readonly previous: string | null;
  readonly next: string | null;
}

/** The images that are gone through, and where one of them stands. */
export interface OrderAround {
  readonly order: ShownOrder;
  readonly place: PlaceInOrder;
}

/** What the gallery shows: images by their numbers in the index. */
export interface Listed {
  readonly shown: Uint32Array;
  readonly index: PlacedImages;
}

/** Null while it is not known: before the first list, and while the survey is opened and only a part of it is listed. */
export function listedOf(list: GalleryList | null): Listed | null {
  return list === null || list.question.isPart ? null : { shown: shownImages(list), index: list.index };
}

/** In the order that the gallery shows; among all images when this one is filtered out there, or before the gallery is listed. */
export function orderAround(filepath: string, listed: Listed | null, all: readonly Named[]): OrderAround {
  const number = listed === null ? undefined : numberOf(listed.index, filepath);
  if (listed === null || number === undefined) {
    return around(
      orderOf(all),
      all.findIndex((image) => image.filepath === filepath),
    );
  }
  const { shown, index } = listed;
  const place = shown.indexOf(number);
  if (place === -1) return around(orderOf(index.images), number);
  return around({ count: shown.length, at: (at) => index.images[shown[at]!]!.filepath }, place);
}

const orderOf = (images: readonly Named[]): ShownOrder => ({ count: images.length, at: (at) => images[at]!.filepath });

function around(order: ShownOrder, index: number): OrderAround {
  const { count, at } = order;
  const previous = index > 0 ? at(index - 1) : null;
  const next = index + 1 < count ? at(index + 1) : null;
  return { order, place: { index, count, previous, next } };
}
