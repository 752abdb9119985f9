import type { ImageProblemCode } from '../../../domain/failure';
import type { RollupLevel } from '../../../domain/prediction';
import type { ImageKind } from '../../shared/images/describe-image';
import { formatNumber } from '../../shared/format/number-format';

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
  conf: (score: string) => `conf ${score}`,
  geofenced: 'The geofence blocked the first choice',
  rolledUp: (level: string) => `Rolled up to ${level}`,
  noTime: 'no time',
  /** Short, for tile and list. */
  problems: {
    'file-missing': 'the file is gone',
    'file-empty': 'empty file, 0 bytes',
    'not-an-image': 'not a photo',
    'file-ends-early': 'the file ends early',
    'too-large': 'too many pixels',
    undecodable: 'no decoder reads it',
    'detector-failed': 'the detector stopped on it',
    'classifier-failed': 'the classifier stopped on it',
  } satisfies Record<ImageProblemCode, string>,
  /** What happened, what it means for the data, what to do next. */
  problemsAtLength: {
    'file-missing':
      'The file is gone or may not be read any more. It stays in the results as a failure. Connect the folder again and start the run once more.',
    'file-empty':
      'The file is empty (0 bytes). It stays in the results as a failure. The card or the copy may be damaged: compare it with the original.',
    'not-an-image':
      'The file is not a photo, although its name says so. It stays in the results as a failure. Nothing else is affected.',
    'file-ends-early':
      'The file ends early, before any of the photo could be read. It stays in the results as a failure. Copy it again from the card if you can.',
    'too-large':
      'The photo has more than 178,956,970 pixels, the limit of the SpeciesNet program. It stays in the results as a failure. A smaller copy can be read.',
    undecodable:
      'The file looks like a photo, but nothing here can read it. It stays in the results as a failure. Open it in another program to see if it is damaged.',
    'detector-failed':
      'The photo was read, but the detector stopped on it. It stays in the results as a failure. Everything else is unaffected.',
    'classifier-failed':
      'The photo was read, but the classifier stopped on it. Its boxes are kept; it stays in the results as a failure.',
  } satisfies Record<ImageProblemCode, string>,
} as const;
