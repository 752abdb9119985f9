import { formatNumber } from '../../shared/format/number-format';
import { plural } from '../plural';

const images = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'image', other: 'images' })}`;
const frames = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'frame', other: 'frames' })}`;

/** Acts on what belongs together, and labels that are near at hand. */
export const reviewFlow = {
  /** Of an image's event, in the image view and in the gallery. */
  confirmEvent: 'Confirm the rest of the event, and go on',
  confirmEventShort: (count: number) => `Event, ${images(count)}`,
  confirmGroup: 'Confirm the rest of the group, and go on',
  confirmGroupNamed: (name: string) => `Confirm what is left of ${name}`,
  digits: 'Labels on the digits',
  /** Headings in the list of labels. */
  inEvent: 'In this event',
  frequent: 'Frequent in this survey',
  event: {
    choose: (index: number) => `Choose frame ${formatNumber(index)}`,
    chooseCurrent: 'Choose the frame shown, or leave it out',
    chosen: (count: number) => `${frames(count)} chosen: labels go to ${plural(count, { one: 'it', other: 'them' })}`,
    label: (count: number) => `Label the ${frames(count)} chosen`,
    mark: (name: string, count: number) => `${frames(count)} chosen: ${name}`,
    clear: 'Choose no frame',
  },
  species: {
    /** `done` is the species before. */
    now: (done: string, name: string, left: number) =>
      `All images called ${done} are reviewed. Now ${name}: ${images(left)} left.`,
  },
} as const;
