import type { ImageIndex } from '../../shared/gallery/image-index';

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

/** Among the images that are shown, by their numbers in the index, or among all when it is not shown. */
export function placeInOrder(
  filepath: string,
  shown: Uint32Array,
  { images, numberOf }: Pick<ImageIndex, 'numberOf'> & { readonly images: readonly Named[] },
): PlaceInOrder | null {
  const number = numberOf.get(filepath);
  if (number === undefined) return null;
  const place = shown.indexOf(number);
  if (place === -1) return placeAt(number, images.length, (at) => images[at]);
  return placeAt(place, shown.length, (at) => images[shown[at] ?? -1]);
}

/** Among all images, before they have numbers. */
export function placeAmong(filepath: string, all: readonly Named[]): PlaceInOrder {
  const index = all.findIndex((image) => image.filepath === filepath);
  return placeAt(index, all.length, (at) => all[at]);
}

function placeAt(index: number, count: number, imageAt: (place: number) => Named | undefined): PlaceInOrder {
  return {
    index,
    count,
    previous: imageAt(index - 1)?.filepath ?? null,
    next: imageAt(index + 1)?.filepath ?? null,
  };
}
