import { formatNumber } from '../../shared/format/number-format';
import { plural } from '../plural';

const surveys = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'survey', other: 'surveys' })}`;
const photos = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'photo', other: 'photos' })}`;

/** Surveys that are analysed one after the other. */
export const queue = {
  title: 'Queue',
  add: 'Add to the queue',
  addOne: (name: string) => `Add ${name} to the queue`,
  remove: 'Remove from the queue',
  removeOne: (name: string) => `Remove ${name} from the queue`,
  moveUp: (name: string) => `Move ${name} up`,
  place: (place: number) => `In the queue, place ${formatNumber(place)}`,
  waits: (place: number, total: number) =>
    `Place ${formatNumber(place)} of ${formatNumber(total)} in the queue. This survey begins by itself when its turn comes, whatever is on the screen.`,
  mustWait: (name: string) => `${name} is being analysed. This survey can wait for its turn in the queue.`,
  mustWaitElsewhere: 'Another tab is analysing a survey. This one can wait for its turn in the queue.',
  running: 'being analysed',
  cutOff: 'cut off, goes on first',
  next: 'next',
  number: (place: number) => `number ${formatNumber(place)}`,
  finished: (done: number, failed: number) =>
    failed === 0 ? `${photos(done)} done` : `${photos(done)} done, ${formatNumber(failed)} could not be read`,
  left: (reason: string) => `left aside: ${reason}`,
  elsewhere: 'Another tab works on this queue; what changes there is shown here.',
  pill: (run: string, count: number) => `${run}, ${formatNumber(count)} in the queue`,
  resting: (count: number) => `${surveys(count)} ${plural(count, { one: 'waits', other: 'wait' })} in the queue.`,
  held: 'The run was stopped, so nothing begins by itself.',
  away: 'The tab or the computer went away. The browser may ask before the folders are read again.',
  goOn: 'Continue the queue',
  over: (done: number) => `The queue is done: ${surveys(done)} analysed.`,
  overWithLeft: (done: number, left: number) =>
    `The queue is done: ${surveys(done)} analysed, ${formatNumber(left)} left aside. The first screen says why.`,
  show: 'Show the queue',
  dismiss: 'Put away',
} as const;
