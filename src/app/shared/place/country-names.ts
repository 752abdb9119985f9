import { iso31661Alpha3ToAlpha2 } from 'iso-3166';
import type { Place } from '../../../domain/survey';
import { userLocale } from '../format/number-format';
import { US_STATES } from './us-states';

export interface Country {
  /** ISO 3166-1 alpha-3, as the geofence tables are keyed. */
  readonly code: string;
  /** In the person's language. */
  readonly name: string;
}

/** All countries and territories of ISO 3166-1, sorted as the language sorts. */
export function listCountries(locale: string | undefined): readonly Country[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const collator = new Intl.Collator(locale);
  return Object.entries(iso31661Alpha3ToAlpha2)
    .map(([code, alpha2]) => ({ code, name: names.of(alpha2) ?? code }))
    .toSorted((a, b) => collator.compare(a.name, b.name));
}

/** "California, United States"; the codes themselves where they have no name. Empty without a country. */
export function placeName(place: Place, locale: string | undefined = userLocale()): string {
  if (place.country === null) return '';
  const alpha2 = iso31661Alpha3ToAlpha2[place.country];
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const country = (alpha2 === undefined ? undefined : names.of(alpha2)) ?? place.country;
  if (place.admin1Region === null) return country;
  const region = US_STATES.find(([code]) => code === place.admin1Region)?.[1] ?? place.admin1Region;
  return `${region}, ${country}`;
}
