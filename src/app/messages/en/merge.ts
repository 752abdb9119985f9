import { formatNumber, numberFormat } from '../../shared/format/number-format';
import { plural } from '../plural';

const images = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'image', other: 'images' })}`;
const boxes = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'box', other: 'boxes' })}`;

export const merge = {
  title: 'Merge results of other computers',
  intro:
    'Photos of this survey that were analysed elsewhere need not be analysed again: their results become part of it. You see first what would change.',
  start: {
    title: 'Drop a survey file here',
    dragging: 'Drop here to merge',
    text: 'On the other computer: Export, format “Understory survey file”. Predictions of SpeciesNet (JSON) can be merged too. Photos are found by their paths, moved ones by their content.',
    choose: 'Choose a file',
  },
  noImages: 'This survey has no photos yet. Open the folder with the photos first: results are merged into its images.',
  reading: (name: string, entries: number) => `Reading ${name}: ${images(entries)} so far`,
  comparing: (name: string) => `Comparing ${name} with this survey`,
  plan: {
    title: 'What would change',
    from: (name: string) => `From the survey ${name}`,
    predictions: 'Predictions of SpeciesNet: rounded, and without times and sizes of the photos',
    paths: (here: string, there: string) =>
      [
        'Photos are found by their paths',
        ...(there === '' ? [] : [`without “${there}” there`]),
        ...(here === '' ? [] : [`without “${here}” here`]),
      ].join(', ') + '.',
    pathsNone: 'None of its paths is one of this survey.',
    moved: (count: number) =>
      `${images(count)} ${plural(count, { one: 'lies', other: 'lie' })} elsewhere and ${plural(count, { one: 'was', other: 'were' })} found by content.`,
    adopts: (name: string) => `The survey takes over the model package ${name}, with which these results were made.`,
    outcome: 'Outcome',
    count: 'Images',
    outcomes: {
      taken: 'New from there',
      equal: 'Equal in both',
      less: 'Kept: more is known here',
      conflicts: 'Conflicts',
      unknown: 'Not in this survey',
      reviews: 'Reviews taken over',
    },
    means: {
      taken: 'not done here yet, or could not be read here',
      equal: 'nothing changes',
      less: 'nothing changes',
      conflicts: 'both have results, and they differ: choose below',
      unknown: 'nothing is stored of them',
      reviews: 'nobody here has reviewed these, or only earlier',
    },
    unknownList: 'Paths that are not in this survey',
    apply: (count: number) => `Merge ${images(count)}`,
    applyReviews: (count: number) => `Take over reviews of ${images(count)}`,
    nothing: 'With these choices nothing would change.',
    cancel: 'Cancel',
    applying: (name: string) => `Merging ${name}`,
    progress: 'Images merged',
  },
  conflicts: {
    title: 'Conflicts',
    text: 'Both computers have results of these images. Nothing is lost: a merge can be undone until the page is closed.',
    all: 'For all conflicts',
    of: (name: string) => `Results for ${name}`,
    mine: 'Keep mine',
    theirs: 'Take theirs',
    file: 'Another photo under the same path',
    fileSize: 'Another photo under the same path: its size differs',
    imageSize: 'The photo has other dimensions',
    noBoxesHere: 'Boxes only there',
    noBoxesThere: 'Boxes only here',
    onlyHere: (count: number) => `${boxes(count)} only here`,
    onlyThere: (count: number) => `${boxes(count)} only there`,
    conf: (difference: string) => `conf ${difference} apart`,
    bbox: (difference: string) => `box moved by ${difference}`,
    label: (here: string, there: string) => `${here} here, ${there} there`,
    score: (difference: string) => `score ${difference} apart`,
    number: (value: number) => numberFormat({ minimumFractionDigits: 4, maximumFractionDigits: 4 }).format(value),
  },
  applied: {
    title: 'Merged',
    text: (count: number, replaced: number) =>
      `${images(count)} ${plural(count, { one: 'has', other: 'have' })} results from there` +
      (replaced === 0 ? '.' : `; ${formatNumber(replaced)} of them had others before.`),
    undo: 'Undo the merge',
    until: 'It can be undone until the page is closed.',
    gallery: 'Open the gallery',
    missing: 'Their small pictures stay on the other computer; full-size photos are read from the folder.',
  },
  state: {
    offered: (name: string) => `${name} waits for your choice`,
    applied: (count: number) => `${images(count)} merged`,
  },
} as const;
