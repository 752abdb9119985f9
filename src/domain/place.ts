import type { Place } from './survey';

/**
 * The region that the reference works with when there are no coordinates: a region without a country does not count
 * (speciesnet 5.0.4, geolocation).
 */
export function effectiveRegion(place: Place): string | null {
  return isGiven(place.country) && isGiven(place.admin1Region) ? place.admin1Region : null;
}

/** Python's truth of a text: neither null nor empty. */
export function isGiven(text: string | null): text is string {
  return text !== null && text !== '';
}
