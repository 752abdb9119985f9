import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../shared/images/image-filter';
import { FIRST_LOOK, parseAddress, parseKept, parseLook, printAddress, printKept, printLook } from './gallery-query';

const look = {
  filter: { ...NO_FILTER, groups: ['mammalia;felidae'], text: 'ridge' },
  sort: 'uncertain',
  grouping: 'event',
  tile: 'crops',
} as const;
const place = { active: 'A b/1.jpg', top: 'A b/0.jpg' };

describe('a look', () => {
  it('stands in an address', () => {
    const query = 'tiles=crops&sort=uncertain&group=event&taxon=mammalia;felidae&text=ridge';
    expect(printLook(look)).toBe(query);
    expect(parseLook(query)).toEqual(look);
  });

  it('is not there when it is as at first', () => {
    expect(printLook(FIRST_LOOK)).toBe('');
    expect(parseLook('')).toEqual(FIRST_LOOK);
  });

  it.each([
    '{"filter":{"groups":["mammalia"]},"sort":"newest"}',
    'sort=mood&group=moon&tiles=bath',
    'at=A/1.jpg',
    '%%%',
  ])('%s is as at first', (query) => expect(parseLook(query)).toEqual(FIRST_LOOK));
});

describe('a place', () => {
  it('in an address is the image on top, or the active one', () => {
    expect(printAddress({ ...FIRST_LOOK, ...place })).toBe('at=A+b/0.jpg');
    expect(printAddress({ ...FIRST_LOOK, ...place, top: null })).toBe('at=A+b/1.jpg');
    expect(printAddress({ ...FIRST_LOOK, active: null, top: null })).toBe('');
    expect(parseAddress('sort=newest&at=A+b/0.jpg')).toEqual({
      ...FIRST_LOOK,
      sort: 'newest',
      active: 'A b/0.jpg',
      top: 'A b/0.jpg',
    });
    expect(parseAddress('at=%E0%A4%A')).toEqual({ ...FIRST_LOOK, active: null, top: null });
  });

  it('is kept as both', () => {
    expect(parseKept(printKept({ ...look, ...place }))).toEqual({ ...look, ...place });
    expect(parseKept(printKept({ ...look, active: null, top: null }))).toEqual({ ...look, active: null, top: null });
  });
});
