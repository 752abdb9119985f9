import { describe, expect, it } from 'vitest';
import { loadPlaceFinder } from './load-place-finder';

const finder = await loadPlaceFinder();

const land = { admin1Region: null, isNearBorder: false, landKm: 0 };

describe('find', () => {
  it.each<[string, number, number, string, string | null]>([
    ['Serengeti', -2.33, 34.83, 'TZA', null],
    ['Maasai Mara', -1.49, 35.14, 'KEN', null],
    ['Yellowstone', 44.6, -110.5, 'USA', 'WY'],
    ['Washington', 38.9, -77.03, 'USA', 'DC'],
    ['Kauai', 22.05, -159.5, 'USA', 'HI'],
    ['Attu, east of the 180th meridian', 52.9, 173.0, 'USA', 'AK'],
    ['Puerto Rico', 18.2, -66.5, 'PRI', null],
    ['Guam', 13.45, 144.78, 'GUM', null],
    ['Samoa of the United States', -14.3, -170.7, 'ASM', null],
    ['Saipan', 15.19, 145.75, 'MNP', null],
    ['Saint Croix', 17.73, -64.75, 'VIR', null],
    ['Wake', 19.28, 166.64, 'UMI', null],
    ['Guiana, part of France in Natural Earth', 4.0, -53.0, 'GUF', null],
    ['Réunion', -21.1, 55.5, 'REU', null],
    ['Bonaire', 12.2, -68.3, 'BES', null],
    ['Svalbard', 78.9, 16.0, 'SJM', null],
    ['Somaliland', 9.5, 45.0, 'SOM', null],
    ['Crimea', 45.2, 34.2, 'UKR', null],
    ['Lesotho, within South Africa', -29.5, 28.3, 'LSO', null],
    ['Chukotka, beyond the 180th meridian', 66.5, -175.0, 'RUS', null],
    ['Chukotka, before it', 68.0, 178.0, 'RUS', null],
    ['Taveuni, on it', -16.85, -179.97, 'FJI', null],
    ['Antarctica', -75, 0, 'ATA', null],
    ['the North of Greenland', 83, -35, 'GRL', null],
  ])('%s', (_, latitude, longitude, country, admin1Region) => {
    expect(finder.find(latitude, longitude)).toMatchObject({ country, admin1Region });
  });

  it('knows no country for land that ISO 3166-1 has no entry for', () => {
    expect(finder.find(42.6, 20.9)).toEqual({ ...land, country: null });
  });

  it.each([
    ['off Florida', 29.5, -80.9, 'USA', 'FL'],
    ['off Peru', -12.0, -78.0, 'PER', null],
    ['beside the Aleutians, across the 180th meridian', 51.6, 179.9, 'USA', 'AK'],
  ])('takes the nearest land %s', (_, latitude, longitude, country, admin1Region) => {
    const found = finder.find(latitude, longitude);
    expect(found).toMatchObject({ country, admin1Region });
    expect(found?.landKm).toBeGreaterThan(1);
  });

  it.each([
    ['the Gulf of Guinea', 0, 0],
    ['the Pacific', -40, -130],
    ['the North Pole', 90, 0],
    ['no latitude', 91, 0],
    ['no longitude', 0, 181],
    ['not a number', NaN, 0],
  ])('has no answer for %s', (_, latitude, longitude) => {
    expect(finder.find(latitude, longitude)).toBeNull();
    // Remembered, and still null.
    expect(finder.find(latitude, longitude)).toBeNull();
  });

  it.each([
    ['3 km from Mexico', 31.36, -110.9, true],
    ['30 km from Mexico', 31.6, -110.9, false],
    ['2 km from Colorado', 41.02, -105.5, true],
    ['in the middle of Kansas', 38.5, -98.5, false],
    ['in Kruger, 2 km from Mozambique', -24.0, 31.86, true],
    ['10 km off Gabon, far from others', -2.6, 9.6, false],
    ['at sea between Spain and Morocco', 35.95, -5.5, true],
  ])('%s: near a border is %s', (_, latitude, longitude, isNearBorder) => {
    expect(finder.find(latitude, longitude)?.isNearBorder).toBe(isNearBorder);
  });
});

describe('nearestTown', () => {
  it.each([
    ['Waco', 31.55, -97.15, { country: 'USA', admin1Region: 'TX' }],
    ['in Idaho, where the nearest town is in Montana', 45.53, -114.941007, { country: 'USA', admin1Region: 'MT' }],
    ['far off North Carolina', 30.8007, -73.8982, { country: 'USA', admin1Region: 'NC' }],
    ['Puerto Rico', 18.22, -66.67, { country: 'PRI', admin1Region: null }],
    ['Nairobi', -1.29, 36.82, null],
    ['no coordinate', 100, 0, null],
  ])('%s', (_, latitude, longitude, place) => {
    expect(finder.nearestTown(latitude, longitude)).toEqual(place);
  });
});

it('is loaded once', async () => {
  expect(await loadPlaceFinder()).toBe(finder);
});
