import { iso31661Alpha3ToAlpha2 } from 'iso-3166';
import type { Place } from '../../../domain/survey';
import { placeMessages } from '../../messages/place-messages';
import { userLocale } from '../format/number-format';

/** A place to choose, as a `Combobox` takes it. */
export interface PlaceOption {
  /** ISO 3166-1 alpha-3, or the two letters of a state, as the geofence tables are keyed. */
  readonly value: string;
  /** In the person's language. */
  readonly label: string;
  readonly code: string;
}

/** All countries and territories of ISO 3166-1, sorted as the language sorts. */
export function listCountries(locale: string | undefined): readonly PlaceOption[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const countries = Object.entries(iso31661Alpha3ToAlpha2);
  return optionsOf(
    countries.map(([code, alpha2]) => [code, names.of(alpha2) ?? code]),
    locale,
  );
}

/** The 50 states of the USA and the District of Columbia, sorted as the language sorts. */
export function listStates(locale: string | undefined): readonly PlaceOption[] {
  return optionsOf(Object.entries(stateNames()), locale);
}

function optionsOf(places: readonly (readonly [code: string, name: string])[], locale: string | undefined) {
  const { compare } = new Intl.Collator(locale);
  return places.map(([code, label]) => ({ value: code, label, code })).toSorted((a, b) => compare(a.label, b.label));
}

const stateNames = (): Readonly<Record<string, string>> => placeMessages.usStates;

/** "California, United States"; the codes themselves where they have no name. Empty without a country. */
export function placeName(place: Place, locale: string | undefined = userLocale()): string {
  if (place.country === null) return '';
  const alpha2 = iso31661Alpha3ToAlpha2[place.country];
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const country = (alpha2 === undefined ? undefined : names.of(alpha2)) ?? place.country;
  if (place.admin1Region === null) return country;
  const region = stateNames()[place.admin1Region] ?? place.admin1Region;
  return `${region}, ${country}`;
}
