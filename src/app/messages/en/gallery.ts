import { formatNumber } from '../../shared/format/number-format';
import type { ImageSort } from '../../shared/gallery/list-look';

const images = (count: number) => (count === 1 ? '1 image' : `${formatNumber(count)} images`);

export const gallery = {
  title: 'Gallery',
  shownOf: (shown: number, total: number) =>
    shown === total ? images(total) : `${formatNumber(shown)} of ${formatNumber(total)}`,
  shownOfAtLength: (shown: number, total: number) => `${formatNumber(shown)} of ${images(total)} shown`,
  search: 'Search',
  searchPlaceholder: 'Species, file name',
  species: 'Species',
  expand: (name: string) => `Show the groups in ${name}`,
  collapse: (name: string) => `Hide the groups in ${name}`,
  /** Chips of what differs from the result that the survey is compared with. */
  differsBy: {
    any: 'Differs in anything',
    label: 'Differs: label',
    boxes: 'Differs: boxes',
    'box-labels': 'Differs: names of boxes',
    failure: 'Differs: failed in one',
    'only-here': 'Not in the other result',
    score: (above: string) => `Differs: score, more than ${above} apart`,
    transition: (from: string, to: string) => `${from} here, ${to} there`,
  },
  comparing: (name: string) => `Comparing with ${name}`,
  notCompared: 'This survey is not compared with another result any more. Remove the filter to see its images.',
  textChip: (text: string) => `“${text}”`,
  heldBackChip: (name: string, place: string) => `${name} held back in ${place}`,
  remove: (name: string) => `Remove the filter ${name}`,
  clear: 'Clear',
  clearAll: 'Clear all',
  removeLast: 'Remove last filter',
  filters: 'Filters',
  filtersWith: (count: number) => `Filters ${formatNumber(count)}`,
  showImages: (count: number) => `Show ${images(count)}`,
  sort: 'Sort',
  sorts: {
    name: 'By path',
    oldest: 'Oldest first',
    newest: 'Newest first',
    species: 'By species',
    highest: 'Highest score first',
    lowest: 'Lowest score first',
    confident: 'Strongest box first',
    faint: 'Weakest box first',
    uncertain: 'Most uncertain first',
  } satisfies Record<ImageSort, string>,
  size: 'Size of the photos',
  grid: 'Images',
  noMatch: (filters: number, total: number) =>
    `No image matches ${filters === 1 ? 'this filter' : `these ${formatNumber(filters)} filters`}. ${images(total)} ${total === 1 ? 'is' : 'are'} in the survey.`,
  noMatchTitle: 'No match',
  empty: 'No photos here. JPEG, PNG, TIFF and WebP files are looked for, in every folder below. Choose another folder.',
  emptyTitle: 'No photos',
  listing: (found: number) => `Found ${found === 1 ? '1 photo' : `${formatNumber(found)} photos`} so far.`,
  loading: (percent: string) => `Reading the results, ${percent}`,
  notRun: (total: number) => `${images(total)} are listed and none is done yet. Start the run to see boxes and names.`,
  openSetup: 'Set-up',
  running: (done: number, total: number) => `Run is on: ${formatNumber(done)} of ${formatNumber(total)} done`,
  showRun: 'Show the run',
  cutOff: (done: number, total: number) =>
    `The run ended at ${formatNumber(done)} of ${formatNumber(total)}. Everything done is saved.`,
  continueRun: 'Continue run',
  disconnected: (name: string) => `${name} is not connected. Results are here; full-size photos are not.`,
  permissionNeeded: (name: string) =>
    `The browser asks before ${name} is read again. Results are here; full-size photos are not.`,
  connectFolder: 'Connect folder',
  allowReading: 'Allow reading',
  export: 'Export',
} as const;
