import { formatNumber } from '../../shared/format/number-format';
import { plural } from '../plural';
import type { Grouping, TileKind } from '../../shared/gallery/list-look';

const images = (count: number) => plural(count, { one: '1 image', other: `${formatNumber(count)} images` });
const animals = (count: number) => plural(count, { one: '1 animal', other: `${formatNumber(count)} animals` });

/** How the gallery's list is laid out: tiles, groups, and what their headers say. */
export const galleryList = {
  tiles: 'Tiles',
  tileKinds: {
    images: 'Images',
    crops: 'Animals',
    events: 'Events',
  } satisfies Record<TileKind, string>,
  grouping: 'Group',
  groupings: {
    none: 'No groups',
    event: 'By event',
    folder: 'By folder',
    species: 'By species',
    day: 'By day',
    hour: 'By hour of day',
  } satisfies Record<Grouping, string>,
  closeAll: 'Close all groups',
  openAll: 'Open all groups',
  images,
  animals,
  imagesOfAnimals: (tiles: number, count: number) => `${animals(tiles)} in ${images(count)}`,
  noEvent: 'Without an event',
  noTime: 'Without a time',
  onlyThis: 'Show only this',
  onlyThisNamed: (name: string) => `Show only ${name}`,
  event: (start: string, camera: string) => `${start}, ${camera}`,
  hour: (from: string, to: string) => `${from} to ${to}`,
  /** Opens or closes with Enter. */
  header: (name: string, count: string) => `${name}, ${count}`,
  more: (count: number) => `+${formatNumber(count)}`,
  moreOf: (count: number) => `Show all of this event: ${images(count)} more`,
  nameTimes: (name: string, count: number) => (count > 1 ? `${name} ×${formatNumber(count)}` : name),
  noCrops: 'None of these images has an animal in a box of 0.20 or more.',
  noCropsTitle: 'No animals to show',
  showImages: 'Show the images',
  animal: (number: number, of: number) => `animal ${formatNumber(number)} of ${formatNumber(of)}`,
  working: 'Working',
  larger: 'Larger photos',
  smaller: 'Smaller photos',
} as const;
