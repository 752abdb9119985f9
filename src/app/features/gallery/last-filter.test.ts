import { expect, it } from 'vitest';
import { countFilters, NO_FILTER, type ImageFilter } from '../../shared/images/image-filter';
import { withoutLastFilter } from './last-filter';

it('takes the chips away from the end, one at a time', () => {
  const heldBack = { label: 'a;mammalia;;;;;mammal', place: { country: 'KEN', admin1Region: null } };
  const change = { was: 'a;b', label: 'c;d', within: 'event', step: 'other' } as const;
  const full: ImageFilter = {
    groups: ['mammalia', ':blank'],
    text: 'bear',
    leastScore: 0.2,
    mostScore: 0.9,
    heldBack,
    event: 'A/1.jpg',
    change,
    differs: { what: 'label' },
  };
  const steps = [full];
  while (countFilters(steps.at(-1)!) > 0) steps.push(withoutLastFilter(steps.at(-1)!));
  expect(steps).toEqual([
    full,
    { ...full, differs: null },
    { ...full, differs: null, heldBack: null },
    { ...full, differs: null, heldBack: null, leastScore: 0, mostScore: 1 },
    { ...full, differs: null, heldBack: null, leastScore: 0, mostScore: 1, text: '' },
    { ...NO_FILTER, groups: ['mammalia'], event: 'A/1.jpg', change },
    { ...NO_FILTER, event: 'A/1.jpg', change },
    { ...NO_FILTER, event: 'A/1.jpg' },
    NO_FILTER,
  ]);
});
