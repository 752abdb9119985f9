/** Where photos were taken. `country` is ISO 3166-1 alpha-3, `admin1Region` a US state of two letters. */
export interface Place {
  readonly country: string | null;
  readonly admin1Region: string | null;
}

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
