import { formatNumber } from '../../shared/format/number-format';
import type { ImportBlock, ImportKind, ImportUse } from '../../state/import-view';
import { plural } from '../plural';

const entries = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'entry', other: 'entries' })}`;
const rules = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'rule', other: 'rules' })}`;
const images = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'photo', other: 'photos' })}`;

/** What a use does, said of the photos that the file and the survey have in common. */
interface UseWords {
  readonly title: string;
  readonly says: string;
}

/** The dialog about a file that was dropped on a survey. */
export const imports = {
  reading: 'Reading the file',
  readingText: (count: number) => `${entries(count)} so far`,
  offered: 'Use this file',
  refused: 'This file can’t be used here',
  applying: 'Adding the file',
  applyingText: 'What is stored so far stays when the page is closed.',
  use: 'What to use it for',
  apply: 'Use the file',
  chooseOther: 'Choose another file',
  whatItIs: {
    predictions: 'Results of SpeciesNet: boxes, names, and what was concluded from them.',
    detections: 'Boxes of SpeciesNet’s detector, without names.',
    classifications: 'Names of SpeciesNet’s classifier, without boxes.',
    megadetector: 'Results of MegaDetector: boxes of animals, people and vehicles.',
    'megadetector-species': 'Results in MegaDetector’s format: boxes, and a species for each animal.',
    instances: 'A list of images and where they were taken.',
    'geofence-rules': 'Rules about what may or may not be named in a country.',
    'target-species': 'A list of species to look for.',
    'survey-file': 'A survey of Understory with everything that is known of its photos.',
  } satisfies Record<ImportKind, string>,
  matches: (kind: ImportKind, matched: number, count: number): string => {
    if (kind === 'geofence-rules') return `${rules(count)}.`;
    if (kind === 'target-species') {
      return `${formatNumber(matched)} of ${formatNumber(count)} species are in this package’s list.`;
    }
    const of = matched === 0 ? `${formatNumber(count)} entries` : entries(count);
    return `${formatNumber(matched)} of ${of} ${plural(matched, { one: 'belongs', other: 'belong' })} to photos of this survey.`;
  },
  prefix: (prefix: string) => `Paths in the file begin with “${prefix}”; that was left out to find the photos.`,
  unmatched: (kind: ImportKind) => (kind === 'target-species' ? 'Not in the list:' : 'Not in this survey:'),
  more: (count: number) => `and ${formatNumber(count)} more`,
  empty: 'The file has no entries, so there is nothing to use.',
  nothingMatches: {
    files: 'None of it is about a photo of this survey. Was it made for another folder? Nothing was changed.',
    species: 'None of it is a label of this package. Each line must be a whole label, as in the package’s list.',
  },
  blocks: {
    'nothing-matches': 'Nothing in the file fits.',
    'no-package': 'Choose a model package in Set-up first: names are compared with its list.',
    'has-results': 'Not possible with the results that are here. Start over first.',
    'leaves-out-results': 'It leaves out photos that are done. Add them to the list, or start over first.',
  } satisfies Record<ImportBlock, string>,
  isGoing: 'A run is going on. Stop it first; everything done is saved.',
  uses: {
    continue: (matched: number): UseWords => ({
      title: 'Show these results',
      says: `${images(matched)} ${plural(matched, { one: 'counts', other: 'count' })} as done, with what the file says. A run does the others. Photos that are done here stay as they are.`,
    }),
    detections: (matched: number): UseWords => ({
      title: 'Start from its boxes',
      says: `The next run only names what is in the boxes of ${images(matched)}; the detector does not run. Kept with the survey.`,
    }),
    classifications: (matched: number): UseWords => ({
      title: 'Combine its names with boxes of another file',
      says: `Names of ${images(matched)} are kept with the survey. With a file of boxes they are combined without a network.`,
    }),
    compare: (): UseWords => ({
      title: 'Compare',
      says: 'Stands beside this survey’s own results: where both agree, where not. Nothing is changed.',
    }),
    merge: (): UseWords => ({
      title: 'Merge',
      says: 'Its results become part of this survey where photos are not done yet. You see first what would change.',
    }),
    instances: (matched: number, count: number): UseWords => ({
      title: 'Take its images and places',
      says: `The survey becomes these ${images(count)}, in this order, at these places. Other photos of the folder are left out${count > matched ? '; images that are not in the folder become failures, as in SpeciesNet' : ''}.`,
    }),
    'geofence-rules': (_: number, count: number): UseWords => ({
      title: 'Add to your own rules',
      says: `${rules(count)} more for this survey. They come before those of the package, and names follow them at once.`,
    }),
    'target-species': (matched: number): UseWords => ({
      title: 'Look for these species',
      says: `The run keeps the raw score of ${formatNumber(matched)} species with each photo, whatever it is named. They are in the export.`,
    }),
  } satisfies Record<ImportUse, (matched: number, count: number) => UseWords>,
} as const;
