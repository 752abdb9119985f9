import { iso31661Alpha2ToAlpha3, iso31661NumericToAlpha2 } from 'iso-3166';
import { NO_COUNTRY } from '../../src/places/area-name';
import type { Point, Shape } from './topology';

/**
 * Areas that Natural Earth draws apart and that have no entry of their own in ISO 3166-1. They belong to the country under
 * whose entry ISO counts them; where that is disputed, or the area has a code from outside the standard (Kosovo), no
 * country is better than a guess.
 */
const WITHOUT_ISO_CODE: Readonly<Record<string, string>> = {
  Akrotiri: 'CYP',
  Baikonur: 'KAZ',
  'Bajo Nuevo Bank': NO_COUNTRY,
  'Clipperton I.': 'FRA',
  'Coral Sea Is.': 'AUS',
  'Cyprus U.N. Buffer Zone': 'CYP',
  Dhekelia: 'CYP',
  'Indian Ocean Ter.': 'CXR',
  Kosovo: NO_COUNTRY,
  'N. Cyprus': 'CYP',
  'Scarborough Reef': NO_COUNTRY,
  'Serranilla Bank': NO_COUNTRY,
  'Siachen Glacier': NO_COUNTRY,
  Somaliland: 'SOM',
  'Spratly Is.': NO_COUNTRY,
  'USNB Guantanamo Bay': 'CUB',
};

interface Part {
  /** The code that Natural Earth's area has. */
  readonly of: string;
  readonly code: string;
  /** West, south, east, north in degrees. */
  readonly box: readonly [number, number, number, number];
}

/** Parts of Natural Earth's countries that have an entry of their own in ISO 3166-1, or belong to another country there. */
const PARTS: readonly Part[] = [
  { of: 'FRA', code: 'GUF', box: [-56, 1, -50, 7] },
  { of: 'FRA', code: 'GLP', box: [-62, 15.8, -60.9, 16.6] },
  { of: 'FRA', code: 'MTQ', box: [-61.4, 14.3, -60.7, 15] },
  { of: 'FRA', code: 'REU', box: [55, -21.6, 56, -20.7] },
  { of: 'FRA', code: 'MYT', box: [44.8, -13.2, 45.5, -12.5] },
  { of: 'NLD', code: 'BES', box: [-68.6, 11.9, -68, 12.5] },
  { of: 'NLD', code: 'BES', box: [-63.5, 17.3, -62.8, 17.8] },
  { of: 'NOR', code: 'SJM', box: [-10, 70, -7, 72] },
  { of: 'NOR', code: 'SJM', box: [10, 74, 36, 81.5] },
  { of: 'NOR', code: 'BVT', box: [3, -55, 4, -54] },
  { of: 'NZL', code: 'TKL', box: [-173, -10, -171, -8] },
  { of: 'CXR', code: 'CCK', box: [96, -13, 97.5, -11] },
  { of: 'RUS', code: 'UKR', box: [32.4, 44.3, 36.7, 46.3] },
];

/** The ISO 3166-1 alpha-3 code of a Natural Earth area; throws for one that nobody has decided about. */
export function countryOfShape({ id, name }: Shape): string {
  const alpha2 = id === null ? undefined : iso31661NumericToAlpha2[id];
  const code = (alpha2 === undefined ? undefined : iso31661Alpha2ToAlpha3[alpha2]) ?? WITHOUT_ISO_CODE[name];
  if (code === undefined) throw new Error(`world-atlas: no country is known for ${name} (${id ?? 'no number'})`);
  return code;
}

/** The country of one polygon of an area: its own, or that of the part that its outline begins in. */
export function countryOfPolygon(country: string, [x, y]: Point): string {
  const part = PARTS.find(
    ({ of, box: [west, south, east, north] }) => of === country && x >= west && x <= east && y >= south && y <= north,
  );
  return part?.code ?? country;
}

/** The territories that the Census Bureau's states include, by the names it uses. */
export const TERRITORIES: Readonly<Record<string, string>> = {
  'American Samoa': 'ASM',
  Guam: 'GUM',
  'Commonwealth of the Northern Mariana Islands': 'MNP',
  'Puerto Rico': 'PRI',
  'United States Virgin Islands': 'VIR',
};
