import { expect, it } from 'vitest';
import { estimateTimeLeft, type ReviewAct } from './estimate-time-left';

/** Acts of one image each, with these seconds between them. */
const acts = (gaps: readonly number[], images = 1): readonly ReviewAct[] =>
  gaps.reduce<ReviewAct[]>(
    (list, gap) => [...list, { at: list.at(-1)!.at + gap * 1000, images }],
    [{ at: 1_700_000_000_000, images }],
  );
const times = (count: number, seconds: number) => Array<number>(count).fill(seconds);

it.each<readonly [string, readonly ReviewAct[], number, number | null]>([
  ['nothing left', [], 0, 0],
  ['no acts', [], 10, null],
  ['too few', acts(times(4, 3)), 10, null],
  ['five are enough', acts(times(5, 3)), 10, 30],
  ['the median of an odd number', acts([1, 9, 2, 8, 4]), 100, 400],
  ['the median of an even number', acts([1, 9, 2, 8, 4, 6]), 100, 500],
  ['two minutes count', acts(times(5, 120)), 1, 120],
  ['longer pauses do not', acts([...times(5, 120.001), 4, 4, 4, 4]), 1, null],
  ['a pause among others leaves the rest', acts([2, 2, 2, 3600, 2, 2]), 10, 20],
  ['a clock that went back does not count', acts([2, 2, 2, -3600, 2, 2]), 10, 20],
  ['images of an act share its time', acts(times(6, 10), 5), 20, 40],
  ['the pace of the last fifty only', acts([...times(300, 60), ...times(50, 2)]), 10, 20],
  ['the slower pace from a while ago is half of what is read', acts([...times(300, 60), ...times(24, 2)]), 10, 600],
  ['one act over a whole event', [...acts(times(9, 4)), { at: 1_700_000_040_000, images: 300 }], 10, 40],
])('%s', (_, list, left, seconds) => {
  const estimate = estimateTimeLeft(list, left);
  if (seconds === null) expect(estimate).toBeNull();
  else expect(estimate).toBeCloseTo(seconds * 1000, 6);
});
