import { isGiven } from './place';
import type { Place } from './survey';

/** A coordinate in decimal degrees, WGS 84. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** What is known of where an image was taken, as the reference takes it in: coordinates may be missing, or one of the two. */
export interface Geolocation extends Place {
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** What `PlaceFinder.find` says of a coordinate. */
export interface FoundPlace extends Place {
  /** Another country or US state is so near that the answer may be wrong: see src/places for the limits. */
  readonly isNearBorder: boolean;
  /** Kilometres to the land that the answer is about; 0 on land. */
  readonly landKm: number;
}

/** The place at a coordinate in decimal degrees; null where there is none. */
export type PlaceLookUp = (latitude: number, longitude: number) => Place | null;

/** Answers where a coordinate lies, from data that came with the app. */
export interface PlaceFinder {
  /** The country (ISO 3166-1 alpha-3; null on land that no country is known for) and US state, by borders; null far out at sea. */
  readonly find: (latitude: number, longitude: number) => FoundPlace | null;
  /** The place of the nearest town in degrees, however far: what the reference goes by. Null outside USA and territories. */
  readonly nearestTown: PlaceLookUp;
}

/** The two letters that the reference gives as region for a place in a US territory (speciesnet 5.0.4, geolocation). */
const TERRITORY_REGIONS: ReadonlyMap<string | null, string> = new Map([
  ['ASM', 'AS'],
  ['GUM', 'GU'],
  ['MNP', 'MP'],
  ['PRI', 'PR'],
  ['UMI', 'UM'],
  ['VIR', 'VI'],
]);

/**
 * The region that the reference works with (speciesnet 5.0.4, find_admin1_region): the given one when a country is given
 * too; else, for country `USA` and whole coordinates, that of the nearest place: a state's two letters, or a territory's.
 * A territory given as the country has no region. The country itself is neither checked nor derived; 0 is a coordinate.
 */
export function regionOf(image: Geolocation, lookUp: PlaceLookUp): string | null {
  const { country, admin1Region, latitude, longitude } = image;
  if (isGiven(country) && isGiven(admin1Region)) return admin1Region;
  if (country !== 'USA' || latitude === null || longitude === null) return null;
  const nearest = lookUp(latitude, longitude);
  if (nearest === null) return null;
  return nearest.country === 'USA' ? nearest.admin1Region : (TERRITORY_REGIONS.get(nearest.country) ?? null);
}
