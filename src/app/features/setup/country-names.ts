import { iso31661Alpha3ToAlpha2 } from 'iso-3166';

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
