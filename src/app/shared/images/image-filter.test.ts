import { expect, it } from 'vitest';
import { countFilters, NO_FILTER, withoutLastFilter, type ImageFilter } from './image-filter';

const heldBack = { label: 'a;mammalia;;;;;mammal', place: { country: 'KEN', admin1Region: null } };
const change = { was: 'a;b', label: 'c;d', within: 'event', step: 'other' } as const;

it.each<[Partial<ImageFilter>, number]>([
  [{}, 0],
  [{ groups: ['a', 'b'], text: ' x', score: { least: 0.2, most: 1 } }, 4],
  [{ text: '  ' }, 0],
  [{ event: 'A/1.jpg', change }, 2],
  [{ differs: { what: 'any' }, heldBack }, 2],
  [{ kinds: ['blank'], folders: ['', 'A'], noneAbove: 0, hasSeveral: true }, 5],
  [{ conf: { least: 0, most: 0.9 }, hours: { from: 1, to: 2 }, days: { from: null, to: '2010-11-05' } }, 3],
])('counts a chip for each: %j', (part, count) => expect(countFilters({ ...NO_FILTER, ...part })).toBe(count));

it('takes the chips away from the end, one at a time', () => {
  const full: ImageFilter = {
    ...NO_FILTER,
    groups: ['mammalia', 'aves'],
    text: 'bear',
    score: { least: 0.2, most: 0.9 },
    heldBack,
    event: 'A/1.jpg',
    differs: { what: 'label' },
  };
  const steps = [full];
  while (countFilters(steps.at(-1)!) > 0) steps.push(withoutLastFilter(steps.at(-1)!));
  const bare = { ...NO_FILTER, event: 'A/1.jpg', groups: ['mammalia', 'aves'] };
  expect(steps).toEqual([
    full,
    { ...full, differs: null },
    { ...full, differs: null, heldBack: null },
    { ...bare, text: 'bear' },
    bare,
    { ...bare, groups: ['mammalia'] },
    { ...bare, groups: [] },
    NO_FILTER,
  ]);
  expect(withoutLastFilter(NO_FILTER)).toBe(NO_FILTER);
});
