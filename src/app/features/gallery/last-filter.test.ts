import { expect, it } from 'vitest';
import { countFilters, NO_FILTER } from '../../shared/images/image-filter';
import { withoutLastFilter } from './last-filter';

it('takes the chips away from the end, one at a time', () => {
  const full = { groups: ['mammalia', ':blank'], text: 'bear', leastScore: 0.2, mostScore: 0.9 };
  const steps = [full];
  while (countFilters(steps.at(-1)!) > 0)
    steps.push({ ...withoutLastFilter(steps.at(-1)!), groups: [...withoutLastFilter(steps.at(-1)!).groups] });
  expect(steps).toEqual([
    full,
    { ...full, leastScore: 0, mostScore: 1 },
    { ...full, leastScore: 0, mostScore: 1, text: '' },
    { ...NO_FILTER, groups: ['mammalia'] },
    NO_FILTER,
  ]);
});
