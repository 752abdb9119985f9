import { describe, expect, it } from 'vitest';
import type { Geolocation, PlaceFinder } from './geolocation';
import { createPlaceOf, type ImagePlace, type ImageToPlace, type PlaceSettings } from './image-place';

/** North of the equator lies Montana, but the nearest town is in Idaho; south of it Brazil; beyond 60 degrees open sea. */
const finder: PlaceFinder = {
  find(latitude) {
    if (Math.abs(latitude) > 60) return null;
    const place = latitude > 0 ? { country: 'USA', admin1Region: 'MT' } : { country: 'BRA', admin1Region: null };
    return { ...place, isNearBorder: false, landKm: 0 };
  },
  nearestTown: (latitude) => (latitude > 0 ? { country: 'USA', admin1Region: 'ID' } : null),
};

const settings: PlaceSettings = {
  place: { country: null, admin1Region: null },
  folderPlaces: [],
  placeFromCoordinates: false,
};
const fromCoordinates: PlaceSettings = { ...settings, placeFromCoordinates: true };
const exif = { latitude: 46, longitude: -114 };

function instance(known: Partial<Geolocation>): Geolocation {
  return { country: null, admin1Region: null, latitude: null, longitude: null, ...known };
}

function placed(given: Partial<PlaceSettings>, image: Partial<ImageToPlace>, withFinder: PlaceFinder | null = finder) {
  const placeOf = createPlaceOf({ ...settings, ...given }, withFinder);
  return placeOf({ filepath: 'a/b.jpg', instance: null, exif: null, ...image });
}

const nothing: ImagePlace = {
  country: null,
  admin1Region: null,
  latitude: null,
  longitude: null,
  source: 'none',
  isCountryDerived: false,
  isRegionDerived: false,
};
const usa = { country: 'USA', admin1Region: null };

describe('createPlaceOf', () => {
  it('says when another country is near the coordinates that gave this one, and only then', () => {
    const near: PlaceFinder = { ...finder, find: (...at) => ({ ...finder.find(...at)!, isNearBorder: true }) };
    expect(placed(fromCoordinates, { exif }, near).isNearBorder).toBe(true);
    expect(placed(fromCoordinates, { exif })).not.toHaveProperty('isNearBorder');
    expect(placed({ ...fromCoordinates, place: usa }, { exif }, near)).not.toHaveProperty('isNearBorder');
  });

  it('knows nothing of an image that nothing is said of', () => {
    expect(placed({}, {})).toEqual(nothing);
    expect(placed({ placeFromCoordinates: true }, {})).toEqual(nothing);
  });

  it('goes from the deepest folder to the survey, the instance and the coordinates', () => {
    const image = { instance: instance({ country: 'KEN' }), exif };
    const folderPlaces = [
      { folder: 'a', place: { country: 'SWE', admin1Region: null } },
      { folder: 'a/b', place: { country: 'FIN', admin1Region: null } },
    ];
    const place = { country: 'NOR', admin1Region: null };
    const given = { folderPlaces, place, placeFromCoordinates: true };
    expect(placed(given, { ...image, filepath: 'a/b/c.jpg' })).toMatchObject({
      country: 'FIN',
      source: 'folder',
      folder: 'a/b',
    });
    expect(placed(given, image)).toMatchObject({ country: 'SWE', source: 'folder', folder: 'a' });
    const elsewhere = { ...image, filepath: 'z/b.jpg' };
    expect(placed(given, elsewhere)).toMatchObject({ country: 'NOR', source: 'survey' });
    expect(placed({ ...given, place: settings.place }, elsewhere)).toMatchObject({
      country: 'KEN',
      source: 'instance',
    });
    expect(placed(fromCoordinates, { exif })).toMatchObject({ country: 'USA', source: 'exif' });
    expect(placed(given, elsewhere)).not.toHaveProperty('folder');
  });

  it.each<[string, PlaceSettings['place'], Partial<Geolocation>, string | null, string | null]>([
    [
      'replaces country and region',
      { country: 'USA', admin1Region: 'CA' },
      { country: 'KEN', admin1Region: 'XX' },
      'USA',
      'CA',
    ],
    [
      'leaves a region it does not bring',
      { country: 'CAN', admin1Region: '' },
      { country: 'USA', admin1Region: 'CA' },
      'CAN',
      'CA',
    ],
    [
      'does not count without a country',
      { country: null, admin1Region: 'CA' },
      { country: 'USA', admin1Region: 'TX' },
      'USA',
      'TX',
    ],
    ['does not count with an empty one', { country: '', admin1Region: 'CA' }, {}, null, null],
  ])("a survey's place %s, as --country", (_, place, known, country, admin1Region) => {
    expect(placed({ place }, { instance: instance(known) })).toMatchObject({ country, admin1Region });
  });

  it("a folder's place keeps the instance's region in the same country only", () => {
    const folderPlaces = [{ folder: 'a', place: usa }];
    const inCountry = (country: string) =>
      placed({ folderPlaces }, { instance: instance({ country, admin1Region: 'TX' }) });
    expect(inCountry('USA')).toMatchObject({ admin1Region: 'TX', isRegionDerived: false });
    expect(inCountry('MEX')).toMatchObject({ country: 'USA', admin1Region: null });
  });

  it("gives a country without a region that of the nearest town, by the instance's coordinates", () => {
    const at = { latitude: 46, longitude: -114 };
    const derived = { admin1Region: 'ID', ...at, isRegionDerived: true, isCountryDerived: false };
    expect(placed({}, { instance: instance({ country: 'USA', ...at }) })).toMatchObject({
      ...derived,
      source: 'instance',
    });
    expect(placed({ place: usa }, { instance: instance(at) })).toMatchObject({ ...derived, source: 'survey' });
    expect(placed({}, { instance: instance({ country: 'KEN', ...at }) })).toMatchObject({ admin1Region: null });
    expect(placed({}, { instance: instance({ country: 'USA', ...at }) }, null)).toMatchObject({ admin1Region: null });
  });

  it("counts EXIF's coordinates only when the survey says so", () => {
    expect(placed({ place: usa }, { exif })).toMatchObject({ admin1Region: null, latitude: null, longitude: null });
    const counted = placed({ place: usa, placeFromCoordinates: true }, { exif });
    expect(counted).toMatchObject({ admin1Region: 'ID', isRegionDerived: true, source: 'survey', ...exif });
  });

  it("prefers the instance's coordinates, and does not complete half of them", () => {
    const whole = instance({ latitude: -10, longitude: -50 });
    expect(placed(fromCoordinates, { instance: whole, exif })).toMatchObject({ country: 'BRA', source: 'instance' });
    const half = placed(fromCoordinates, { instance: instance({ latitude: -10 }), exif });
    expect(half).toEqual({ ...nothing, latitude: -10 });
  });

  it('leaves an instance without a country without one, but keeps its coordinates', () => {
    const known = instance({ admin1Region: 'CA', latitude: 46, longitude: -114 });
    expect(placed({}, { instance: known })).toEqual({ ...nothing, latitude: 46, longitude: -114 });
    expect(placed({}, { instance: instance({ country: '' }) })).toEqual({ ...nothing, country: '' });
  });

  it('takes country and state at the coordinates by borders when the survey says so', () => {
    const known = instance({ admin1Region: 'CA', latitude: 46, longitude: -114 });
    const derived = { country: 'USA', admin1Region: 'MT', isCountryDerived: true, isRegionDerived: true };
    expect(placed(fromCoordinates, { instance: known })).toMatchObject({ ...derived, source: 'instance' });
    expect(placed(fromCoordinates, { exif })).toMatchObject({ ...derived, source: 'exif' });
    const brazil = placed(fromCoordinates, { exif: { latitude: -10, longitude: -50 } });
    expect(brazil).toMatchObject({
      country: 'BRA',
      admin1Region: null,
      isCountryDerived: true,
      isRegionDerived: false,
    });
    const atSea = { latitude: 70, longitude: 0 };
    expect(placed(fromCoordinates, { exif: atSea })).toEqual({ ...nothing, ...atSea });
    expect(placed(fromCoordinates, { exif }, null)).toEqual({ ...nothing, ...exif });
  });
});
