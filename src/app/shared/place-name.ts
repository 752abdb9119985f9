import { iso31661Alpha3ToAlpha2 } from 'iso-3166';
import type { Place } from '../../domain/survey';
import { userLocale } from './format/number-format';

/** A place in the person's language: "United States, CA". Null when it is not known. */
export function placeName({ country, admin1Region }: Place, locale = userLocale()): string | null {
  if (country === null) return null;
  const alpha2 = iso31661Alpha3ToAlpha2[country];
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const name = alpha2 === undefined ? country : (names.of(alpha2) ?? country);
  return admin1Region === null ? name : `${name}, ${admin1Region}`;
}
