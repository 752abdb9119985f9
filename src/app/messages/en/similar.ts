import { formatNumber } from '../../shared/format/number-format';
import { plural } from '../plural';

const crops = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'crop', other: 'crops' })}`;
const images = (count: number) => `${formatNumber(count)} ${plural(count, { one: 'image', other: 'images' })}`;

/** Likeness of crops: groups of alike ones, and "more like this". */
export const similar = {
  basis: {
    embedding: 'Alike to the classifier’s eye: by what it sees before it names.',
    scores: 'Alike by the names that the classifier considered; it keeps no other measure of likeness.',
  },
  group: 'Alike crops',
  /** Of the first group on the sheet. */
  inGroup: (left: number, all: number) =>
    left === all ? `${crops(all)} look alike` : `${crops(all)} look alike, ${formatNumber(left)} not reviewed`,
  support: (count: number, reviewed: number, name: string) =>
    `${formatNumber(count)} of ${formatNumber(reviewed)} alike ${plural(reviewed, { one: 'crop', other: 'crops' })} that you named: ${name}`,
  noSupport: 'None of them is named yet. Name one or two, and a name for the rest is suggested here.',
  accept: (count: number, name: string) => `Name all ${images(count)} of this group: ${name}`,
  acceptOne: (name: string) => `Name this image: ${name}`,
  marked: 'in the first group of alike crops',
  more: 'More like this',
  moreOf: (fileName: string) => `More like the crop of ${fileName}`,
  searching: 'Looking through the survey',
  none: 'Nothing in this survey is like it.',
  found: (count: number) => `The ${crops(count)} of other images that are most like it, the most alike first.`,
  likeness: (percent: string) => `likeness ${percent}`,
  close: 'Close',
} as const;
