import type { RepeatVerdict } from '../../../domain/megadetector/repeat-decisions';
import { formatNumber } from '../../shared/format/number-format';
import { plural } from '../plural';

const stacks = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'stack', other: 'stacks' })}`;
const boxes = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'box', other: 'boxes' })}`;
const images = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'image', other: 'images' })}`;

/** Boxes that recur at one place: searched, looked at once, rejected once. */
export const repeats = {
  title: 'Repeat detections',
  intro:
    'Finds boxes that one camera shows at the same place again and again, most often a branch or a stone, and lets you reject each such stack once for all its images.',
  reading: (percent: string) => `Reading results, ${percent}`,
  search: 'Search',
  searchAgain: 'Search again',
  cancel: 'Cancel',
  searching: 'Images searched',
  searchedOf: (done: number, total: number) => `${formatNumber(done)} of ${formatNumber(total)} images searched`,
  found: (count: number, searched: number) =>
    count === 0
      ? `No stack found in ${images(searched)}.`
      : `${stacks(count)} to look at. ${images(searched)} searched.`,
  nothingDone: 'No photo is analysed yet',
  nothingDoneText: 'Stacks are found among the boxes of photos that are done. Start the run first.',
  openRun: 'Open the run',
  notSearched: 'Nothing was searched yet',
  notSearchedText:
    'The search compares the boxes of each camera with one another. It takes seconds, runs no network and changes nothing by itself.',
  noneTitle: (occurrences: number) => `No box recurs ${formatNumber(occurrences)} times at one place`,
  noneText: 'Fewer occurrences or a lower overlap in the options find more, and more of it will be real.',
  showOptions: 'Show the options',
  noMatch: 'No stack matches the filter',
  noMatchText: (count: number) => `${stacks(count)} ${plural(count, { one: 'is', other: 'are' })} in the list.`,
  showAll: 'Show all',

  options: {
    title: 'Options',
    changed: 'not the usual ones',
    reset: 'Back to the usual ones',
    conf: 'Conf of the boxes that are compared',
    leastConf: 'Lowest conf',
    mostConf: 'Highest conf',
    range: (from: string, to: string) => `${from} to ${to}`,
    iou: 'Overlap that makes two boxes the same place (IoU)',
    iouHint: 'Lower finds more: also boxes that differ a little.',
    occurrences: 'Occurrences that make a stack',
    occurrencesHint: (least: number) => `A whole number, ${formatNumber(least)} or more.`,
    occurrencesWrong: (least: number) => `Expected a whole number of ${formatNumber(least)} or more.`,
    area: 'Largest box, as a part of the image',
    areaHint: 'Larger boxes are left alone: an animal in front of the camera fills much of the frame.',
    camera: 'One camera is',
    cameraBy: { folder: 'each folder', 'camera-folder': 'a folder with its 100RECNX and the like' },
    sameCategory: 'Only boxes of the same category',
    sameCategoryHint: 'Off: a branch that is taken for an animal one time and for a person another time is one stack.',
  },

  progress: 'Stacks decided',
  decidedOf: (decided: number, total: number) => `${formatNumber(decided)} of ${formatNumber(total)} decided`,
  rejectedIn: (rejected: number, inImages: number) => `${boxes(rejected)} rejected in ${images(inImages)}`,
  nothingRejected: 'nothing rejected',
  show: 'Show',
  filters: { all: 'All', undecided: 'Undecided', rejected: 'Rejected', kept: 'Kept' },
  withCount: (name: string, count: number) => `${name} ${formatNumber(count)}`,
  camera: 'Camera',
  allCameras: 'All cameras',
  noCamera: 'No camera of that name',
  rootCamera: '(no folder)',
  undo: 'Undo the last verdict',
  redo: 'Redo the last verdict',
  rejectAll: (count: number) => (count < 2 ? 'Reject all undecided' : `Reject all ${formatNumber(count)} undecided`),

  grid: 'Stacks',
  mixed: 'Several categories',
  verdicts: { rejected: 'Rejected', kept: 'Kept', undecided: 'Undecided' },
  boxesInImages: (count: number, inImages: number) =>
    count === inImages ? `${boxes(count)}, one per image` : `${boxes(count)} in ${images(inImages)}`,
  share: (percent: string) => `${percent} of the camera’s images`,
  longestRun: (count: number) => `${formatNumber(count)} in a row`,
  conf: (from: string, to: string) => (from === to ? `conf ${from}` : `conf ${from} to ${to}`),
  times: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
  spread: (length: string) => `over ${length}`,
  noTimes: 'no capture times',
  already: (count: number, total: number) =>
    count === total
      ? 'All of these boxes are rejected already'
      : `${formatNumber(count)} of these boxes are rejected already`,
  sparedOf: (count: number) => `${boxes(count)} kept out of it`,
  reject: 'Reject',
  keep: 'Keep',
  undecide: 'Undecide',
  actOn: (act: string, stack: string) => `${act}: ${stack}`,
  stackName: (category: string, count: number, camera: string) => `${category}, ${boxes(count)}, ${camera}`,

  place: (index: number, total: number) => `${formatNumber(index)} of ${formatNumber(total)}`,
  previous: 'Previous stack',
  next: 'Next stack',
  members: 'The boxes, from first to last',
  membersIntro: 'Each opens its image. One that shows an animal can be kept out: it stays when the stack is rejected.',
  showMore: (count: number) => `Show ${formatNumber(count)} more`,
  openImage: (name: string) => `Open ${name}`,
  spare: 'Keep this box',
  unspare: 'Do not keep this box',
  spared: 'kept',
  noTime: 'no time',
  noPreview: 'No preview',

  said: {
    done: (verdict: RepeatVerdict | null, count: number) => {
      const what = verdict === 'rejected' ? 'Rejected' : verdict === 'kept' ? 'Kept' : 'Undecided again';
      return count === 1 ? `${what}.` : `${what}: ${stacks(count)}.`;
    },
    undone: 'Undone.',
    redone: 'Redone.',
  },
  standing: (rejectedStacks: number, rejectedBoxes: number) =>
    `${stacks(rejectedStacks)} rejected, ${boxes(rejectedBoxes)}`,
} as const;
