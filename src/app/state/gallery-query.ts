import { decodeText, encodeText, splitQuery } from '../shared/gallery/address-text';
import { parseFilter, printFilter } from '../shared/gallery/filter-parts';
import { NO_FILTER, type ImageFilter } from '../shared/images/image-filter';
import {
  GROUPINGS,
  IMAGE_SORTS,
  TILE_KINDS,
  type Grouping,
  type ImageSort,
  type TileKind,
} from '../shared/gallery/list-look';

/** What the gallery shows and how: what an address and a saved view keep. */
export interface GalleryLook {
  readonly filter: ImageFilter;
  readonly sort: ImageSort;
  readonly grouping: Grouping;
  readonly tile: TileKind;
}

export const FIRST_LOOK: GalleryLook = { filter: NO_FILTER, sort: 'name', grouping: 'none', tile: 'images' };

/** Images by their paths: the one with the keyboard, and the first one on the screen when that is another. */
export interface GalleryPlace {
  readonly active: string | null;
  readonly top: string | null;
}

/** The look as the query of an address, without "?": "sort=newest&taxon=mammalia". What is as at first is left out. */
export function printLook({ filter, sort, grouping, tile }: GalleryLook): string {
  return [
    ...(tile === FIRST_LOOK.tile ? [] : [['tiles', tile] as const]),
    ...(sort === FIRST_LOOK.sort ? [] : [['sort', sort] as const]),
    ...(grouping === FIRST_LOOK.grouping ? [] : [['group', grouping] as const]),
    ...printFilter(filter),
  ]
    .map(([name, text]) => `${name}=${text}`)
    .join('&');
}

/** Reads the query of an address; what is missing, unknown or unreadable is as at first. */
export function parseLook(query: string): GalleryLook {
  const pairs = splitQuery(query);
  return {
    filter: parseFilter(pairs),
    sort: IMAGE_SORTS.find((sort) => sort === pairs.get('sort')) ?? FIRST_LOOK.sort,
    grouping: GROUPINGS.find((grouping) => grouping === pairs.get('group')) ?? FIRST_LOOK.grouping,
    tile: TILE_KINDS.find((tile) => tile === pairs.get('tiles')) ?? FIRST_LOOK.tile,
  };
}

/** The look, and the image at which the list stands. */
export function printAddress(view: GalleryLook & GalleryPlace): string {
  const at = view.top ?? view.active;
  return joinQuery(printLook(view), at === null ? '' : `at=${encodeText(at)}`);
}

export function parseAddress(query: string): GalleryLook & GalleryPlace {
  const at = decodeText(splitQuery(query).get('at') ?? '');
  const place = at === null || at === '' ? null : at;
  return { ...parseLook(query), active: place, top: place };
}

/** Like an address, but with both images. */
export function printKept(view: GalleryLook & GalleryPlace): string {
  const { top } = view;
  return joinQuery(printAddress({ ...view, top: null }), top === null ? '' : `top=${encodeText(top)}`);
}

export function parseKept(query: string): GalleryLook & GalleryPlace {
  const top = decodeText(splitQuery(query).get('top') ?? '');
  return { ...parseAddress(query), top: top === null || top === '' ? null : top };
}

const joinQuery = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('&');
