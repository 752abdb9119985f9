import type { Place } from '../domain/survey';

/** How the generated modules name land that no country is known for. */
export const NO_COUNTRY = '-';

/** The place of an area's name: `KEN`, `USA-TX`, or `-`. */
export function placeOfArea(name: string): Place {
  if (name === NO_COUNTRY) return { country: null, admin1Region: null };
  const [country = name, admin1Region = null] = name.split('-');
  return { country, admin1Region };
}
