import type { RollupLevel } from '../../../domain/prediction';
import type { ImageKind } from '../../shared/images/image-answer';
import { formatNumber } from '../../shared/format/number-format';
import { imageProblems } from './image-problems';

/** Words for one image, wherever it is shown: tile, filter, table, image view. */
export const images = {
  kinds: {
    animal: 'Animal',
    human: 'Person',
    vehicle: 'Vehicle',
    blank: 'Blank',
    unknown: 'Unknown',
    failed: 'Could not be read',
    waiting: 'Not done yet',
  } satisfies Record<ImageKind, string>,
  /** Classes as people call them; others keep their Latin name. */
  classes: {
    mammalia: 'Mammals',
    aves: 'Birds',
    reptilia: 'Reptiles',
    amphibia: 'Amphibians',
    insecta: 'Insects',
    arachnida: 'Spiders and scorpions',
    malacostraca: 'Crabs and shrimps',
    actinopterygii: 'Fishes',
  } as Readonly<Record<string, string>>,
  levels: {
    species: 'species',
    genus: 'genus',
    family: 'family',
    order: 'order',
    class: 'class',
    kingdom: 'animal',
  } satisfies Record<RollupLevel, string>,
  times: (count: number) => `×${formatNumber(count)}`,
  /** Further species in the same photo. */
  with: (names: readonly string[]) => `with ${new Intl.ListFormat('en', { type: 'conjunction' }).format(names)}`,
  conf: (score: string) => `conf ${score}`,
  geofenced: 'The geofence blocked the first choice',
  rolledUp: (level: string) => `Rolled up to ${level}`,
  /** Another name than the rules concluded, because the others of the photo or the event have it. */
  smoothed: (was: string) => `Smoothed; was ${was}`,
  noTime: 'no time',
  noLabel: 'No label',
  /** Why a photo could not be read: `short` in a tile, `full` in the image view. */
  problems: imageProblems,
} as const;
