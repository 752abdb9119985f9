import { describe, expect, it } from 'vitest';
import { regionOf, type Geolocation, type PlaceLookUp } from './geolocation';

const inTexas: PlaceLookUp = () => ({ country: 'USA', admin1Region: 'TX' });
const abroad: PlaceLookUp = () => null;

function image(country: string | null, admin1Region: string | null = null, latitude: number | null = 1): Geolocation {
  return { country, admin1Region, latitude, longitude: 2 };
}

describe('regionOf', () => {
  it.each([
    ['a given region with a country stays', image('USA', 'CA'), inTexas, 'CA'],
    ['of whatever country', image('KEN', 'XX'), inTexas, 'XX'],
    ['a region without a country is dropped', image(null, 'CA'), inTexas, null],
    ['so is one with an empty country', image('', 'CA'), inTexas, null],
    ['coordinates without a country do nothing', image(null), inTexas, null],
    ['the nearest state', image('USA'), inTexas, 'TX'],
    ['an empty region counts as none', image('USA', ''), inTexas, 'TX'],
    ['0 is a coordinate', image('USA', null, 0), inTexas, 'TX'],
    ['a missing coordinate is none', image('USA', null, null), inTexas, null],
    ['other countries have no regions', image('MEX'), inTexas, null],
    ['codes are compared as they are', image('usa'), inTexas, null],
    ['a territory as the country has no region', image('PRI'), inTexas, null],
    ['the nearest place is abroad', image('USA'), abroad, null],
  ])('%s', (_, given, lookUp, region) => {
    expect(regionOf(given, lookUp)).toBe(region);
  });

  it.each([
    ['ASM', 'AS'],
    ['GUM', 'GU'],
    ['MNP', 'MP'],
    ['PRI', 'PR'],
    ['UMI', 'UM'],
    ['VIR', 'VI'],
    ['MEX', null],
    [null, null],
  ])('a nearest place in %s is region %s', (country, region) => {
    expect(regionOf(image('USA'), () => ({ country, admin1Region: null }))).toBe(region);
  });

  it('asks with latitude first', () => {
    const asked: number[][] = [];
    regionOf({ country: 'USA', admin1Region: null, latitude: 31.5, longitude: -97.25 }, (...coordinates) => {
      asked.push(coordinates);
      return null;
    });
    expect(asked).toEqual([[31.5, -97.25]]);
  });
});
