import type { Verdict } from '../../../domain/compared-row';
import { formatNumber, numberFormat } from '../../shared/format/number-format';
import { plural } from '../plural';

export const referenceCheck = {
  title: 'Check with the reference’s photos',
  of: (name: string) => `Check ${name} with the reference’s photos`,
  intro: (photos: number) =>
    `Others have published what this network gives for ${formatNumber(photos)} test photos. With the same photos you can see whether it gives the same on this computer. No survey is made and nothing is stored.`,
  photosTitle: 'Get the photos',
  where: (repository: string, folder: string, licence: string) =>
    `They are in the repository ${repository}, folder ${folder}, under the licence ${licence}. Some of them are enough. They are known by their bytes, so their names do not matter, but a photo that was edited or made smaller is another photo.`,
  files: (count: number) => `The ${formatNumber(count)} photos`,
  numbersTitle: 'Where the numbers come from',
  source: (name: string, repository: string, file: string) => `${name}: ${repository}, ${file}.`,
  byChecksum: (version: string) => `The file is ${version} by its checksum.`,
  byVersion: (version: string) =>
    `By version, not by checksum: the package says that it is ${version}; nobody has published a checksum.`,
  inferred: 'They were published for another release, which appears to hold the same weights. That is inferred.',
  tolerances: (conf: number, box: number, score: number) =>
    `Within the tolerance: conf up to ${decimal(conf)} apart, each number of a box up to ${decimal(box)}, score up to ${decimal(score)}, and the same label. Published numbers are cut to 3 or 4 digits, so differences under 0.001 say nothing. A box with a conf near the limit of the published list may be missing from one of the two.`,
  drop: 'Drop the photos here, or a folder with them.',
  dragging: 'Drop here to check them',
  choose: 'Choose photos',
  progress: 'Photos checked',
  steps: {
    looking: 'Looking for the reference’s photos',
    preparing: 'Loading the networks',
    checking: 'Checking',
  },
  photosFound: (count: number) =>
    `${formatNumber(count)} ${plural(count, { one: 'reference photo', other: 'reference photos' })}`,
  noPhotos: 'None of these files is one of the reference’s photos.',
  altered: (names: readonly string[]) =>
    `${plural(names.length, { one: 'Another file', other: 'Other files' })} under the name of a reference photo, not checked: ${names.join(', ')}.`,
  others: (count: number) =>
    `${formatNumber(count)} ${plural(count, { one: 'file is', other: 'files are' })} no reference photo and ${plural(count, { one: 'was', other: 'were' })} not looked at.`,
  allWithin: (results: number, photos: number) =>
    `As published: ${results === 1 ? 'the only result' : `all ${formatNumber(results)} results`} of ${formatNumber(photos)} ${plural(photos, { one: 'photo is', other: 'photos are' })} within the tolerance.`,
  notAll: (within: number, outside: number, missing: number) =>
    `Not as published: of ${formatNumber(within + outside + missing)} results ${formatNumber(outside)} ${plural(outside, { one: 'is', other: 'are' })} outside the tolerance and ${formatNumber(missing)} missing.`,
  cancelled: 'Cancelled. What was checked until then stands below.',
  refused: 'A run is going on, and two sets of networks need too much memory. Check when it has ended.',
  stopped: 'The check could not go on. Nothing else is affected. Try again; with WASM in Settings if it stops again.',
  clear: 'Clear the results',
  copy: 'Copy as text',
  resultsOf: (photo: string) => `Results of ${photo}`,
  withinOf: (within: number, results: number) => `${formatNumber(within)} of ${formatNumber(results)} within`,
  columns: {
    photo: 'Photo',
    what: 'Result',
    published: 'Published',
    here: 'Here',
    difference: 'Difference',
    verdict: 'Verdict',
  },
  verdicts: { within: 'Within', outside: 'Outside', missing: 'Missing' } satisfies Record<Verdict, string>,
  box: (number: number, category: string) => `Box ${formatNumber(number)}, ${category}`,
  unpublishedBox: (category: string) => `Box that is not published, ${category}`,
  boxes: 'Boxes',
  firstLabel: 'First label',
  unreadable: 'Photo',
  none: 'none',
  tooFaint: 'none, at the limit',
  conf: (value: string) => `conf ${value}`,
  boxDifference: (value: string) => `box ${value}`,
  scoreDifference: (value: string) => `score ${value}`,
  cropOf: (box: string) => `crop at ${box}`,
  wholePhoto: 'whole photo',
  otherCrop: 'another crop',
  onBackend: { webgpu: 'Computed with WebGPU.', wasm: 'Computed with WASM.' },
} as const;

const decimal = (value: number) => numberFormat({ maximumSignificantDigits: 2 }).format(value);
