import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../shared/images/image-filter';
import { parseGalleryView } from './gallery-view';

describe('parseGalleryView', () => {
  it('reads what was written', () => {
    const view = {
      filter: {
        groups: ['mammalia'],
        text: 'bear',
        leastScore: 0.2,
        mostScore: 0.9,
        heldBack: null,
        event: 'A/1.jpg',
        change: { was: 'a;b', label: 'c;d', within: 'event', step: 'ancestor' },
        differs: { what: 'score', above: 0.1 },
      },
      sort: 'newest',
      active: 'A/1.jpg',
    };
    expect(parseGalleryView(JSON.parse(JSON.stringify(view)))).toEqual(view);
  });

  it.each([
    null,
    'text',
    7,
    {},
    { filter: null, sort: 'by mood', active: 3 },
    { filter: { leastScore: 7, groups: 'x' } },
    { filter: { event: 7, change: { was: 'a' } } },
    { filter: { change: { was: 'a', label: 'b', within: 'week', step: 'other' } } },
  ])('starts anew with %j', (kept) =>
    expect(parseGalleryView(kept)).toEqual({ filter: NO_FILTER, sort: 'name', active: null }),
  );
});

describe('parseGalleryView of what was held back', () => {
  const key = { label: 'a;mammalia;;;;;mammal', place: { country: 'KEN', admin1Region: null } };

  it.each([
    [key, key],
    [{ ...key, place: { country: 'KEN' } }, null],
    [{ ...key, label: 3 }, null],
    ['giraffe', null],
  ])('%j', (heldBack, expected) =>
    expect(parseGalleryView({ filter: { heldBack } }).filter.heldBack).toEqual(expected),
  );
});
