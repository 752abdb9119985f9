import { afterAll, expect, it } from 'vitest';
import { regionOf } from '../../src/domain/geolocation';
import { areaAt, createBorderIndex, nearestArea, NO_AREA } from '../../src/places/border-index';
import { COUNTRY_BORDERS } from '../../src/places/data/country-borders';
import { STATE_BORDERS } from '../../src/places/data/state-borders';
import { loadPlaceFinder } from '../../src/places/load-place-finder';
import { describeGolden } from './golden-folder';

interface GeolocationCase {
  readonly id: string;
  /** `rules`: cases that need no place table, or a place so plain that any table knows it. */
  readonly tag: string;
  readonly in: {
    readonly country: string | null;
    readonly admin1_region: string | null;
    readonly latitude: number | null;
    readonly longitude: number | null;
  };
  readonly out: { readonly result: string | null };
}

/** Our towns are GeoNames' of 2020, the reference's those of about 2016: a town more or less moves a border between towns. */
const LEAST_SHARE = 0.98;
/** How near a border a difference must lie: the distance between towns in the emptiest parts, in degrees. */
const BORDER_DEGREES = 0.5;
const DEGREE_KM = 111.195;

const finder = await loadPlaceFinder();
const states = createBorderIndex(STATE_BORDERS);
const countries = createBorderIndex(COUNTRY_BORDERS);

function regionOfCase({ in: given }: GeolocationCase): string | null {
  return regionOf({ ...given, admin1Region: given.admin1_region }, finder.nearestTown);
}

/**
 * Degrees to the nearest border between states or countries. At sea a border is where two lands are equally far: there it is by
 * how much the second nearest land is farther than the nearest.
 */
function degreesToBorder(latitude: number, longitude: number): number {
  const limitKm = 3000;
  const state = areaAt(states, longitude, latitude);
  const country = state === NO_AREA ? areaAt(countries, longitude, latitude) : NO_AREA;
  if (state !== NO_AREA || country !== NO_AREA) {
    const toState = nearestArea(states, longitude, latitude, { limitKm, except: state })?.km ?? limitKm;
    const toCountry = nearestArea(countries, longitude, latitude, { limitKm, except: country })?.km ?? limitKm;
    return Math.min(toState, toCountry) / DEGREE_KM;
  }
  const nearState = nearestArea(states, longitude, latitude, { limitKm, except: NO_AREA });
  const nearCountry = nearestArea(countries, longitude, latitude, { limitKm, except: NO_AREA });
  const otherState = nearestArea(states, longitude, latitude, { limitKm, except: nearState?.area ?? NO_AREA });
  const distances = [nearState, nearCountry, otherState].map((near) => near?.km ?? limitKm).sort((a, b) => a - b);
  return (distances[1]! - distances[0]!) / DEGREE_KM;
}

describeGolden<{ cases: readonly GeolocationCase[] }>('speciesnet/geolocation.json', ({ cases }) => {
  const rules = cases.filter(({ tag }) => tag === 'rules');
  const located = cases.filter(({ tag }) => tag !== 'rules');
  const differing = located.filter((golden) => regionOfCase(golden) !== golden.out.result);

  it.each(rules)('$id $tag', (golden) => {
    expect(regionOfCase(golden)).toBe(golden.out.result);
  });

  it('gives nearly all coordinates the region that the reference gives', () => {
    expect(located.length).toBeGreaterThan(0);
    expect(1 - differing.length / located.length).toBeGreaterThanOrEqual(LEAST_SHARE);
  });

  it('differs near borders only', () => {
    const far = differing.filter(
      ({ in: { latitude, longitude } }) => degreesToBorder(latitude!, longitude!) > BORDER_DEGREES,
    );
    expect(far).toEqual([]);
  });

  afterAll(() => {
    const share = (100 * (1 - differing.length / located.length)).toFixed(2);
    console.log(
      `geolocation: ${located.length - differing.length} of ${located.length} coordinates equal (${share} %)`,
    );
    for (const golden of differing) {
      const { latitude, longitude } = golden.in;
      const degrees = degreesToBorder(latitude!, longitude!).toFixed(3);
      const words = `reference ${golden.out.result}, here ${regionOfCase(golden)}, ${degrees} degrees from a border`;
      console.log(`  ${golden.id} ${latitude}, ${longitude}: ${words}`);
    }
  });
});
