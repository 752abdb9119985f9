import { describe, expect, it } from 'vitest';
import type { ImagePlace } from '../../../domain/image-place';
import { coordinatesText, placeWords } from './place-words';

const kenya: ImagePlace = {
  country: 'KEN',
  admin1Region: null,
  latitude: null,
  longitude: null,
  source: 'survey',
  isCountryDerived: false,
  isRegionDerived: false,
};

describe('placeWords', () => {
  it.each<[Partial<ImagePlace>, string]>([
    [{}, 'set for the survey'],
    [{ source: 'folder', folder: 'A/B' }, 'set for folder A/B'],
    [{ source: 'instance' }, 'from places.json'],
    [{ source: 'instance', isCountryDerived: true }, 'from the coordinates in places.json'],
    [{ source: 'exif', isCountryDerived: true }, 'from the photo’s coordinates'],
  ])('%j is %s', (part, from) => {
    expect(placeWords({ ...kenya, ...part }, 'places.json')).toEqual({ place: 'Kenya', from, notes: [] });
  });

  it('knows nothing without a country', () => {
    expect(placeWords({ ...kenya, country: null, source: 'none' }, null)).toEqual({
      place: null,
      from: null,
      notes: [],
    });
  });

  it('warns near a border, and says when only the state was found', () => {
    const near = placeWords({ ...kenya, source: 'exif', isCountryDerived: true, isNearBorder: true }, null);
    expect(near.notes).toEqual(['Another country or state is near: check it.']);
    const texas = { ...kenya, country: 'USA', admin1Region: 'TX', isRegionDerived: true };
    expect(placeWords(texas, null)).toMatchObject({ notes: ['State from the coordinates'] });
  });
});

it('writes coordinates with four decimals', () => {
  expect(coordinatesText(-1.28651, 36.8)).toBe('-1.2865, 36.8000');
});
