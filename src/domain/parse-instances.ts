import type { Geolocation } from './geolocation';
import { expectList, expectObject, expectText, kindOf, ParseError } from './parse-error';

/** One entry of an instances file: an image, and where it was taken as far as the file says. */
export interface Instance extends Geolocation {
  /** As the file spells it, with forward slashes. */
  readonly filepath: string;
}

/** More than any survey has; a file beyond it is a mistake that would fill the memory. */
const MAX_INSTANCES = 2_000_000;
/** The longest path of any file system is 4,096 bytes; URLs may be longer. */
const MAX_PATH_LENGTH = 8_192;
/** Codes have two or three letters; the reference takes any text. */
const MAX_PLACE_LENGTH = 256;

/**
 * Reads an instances file's content, `{"instances": [{"filepath", "country"?, "admin1_region"?, "latitude"?, "longitude"?}]}`
 * (speciesnet 5.0.4), in the file's order with duplicates. Other keys are ignored; null counts as absent; texts are kept as they
 * are, also empty ones. Unlike the reference, which fails later or writes them out, this refuses wrong types and coordinates
 * off the globe.
 *
 * @throws ParseError: `instances[12]: latitude: expected a number from -90 to 90, got 91.5`.
 */
export function parseInstances(value: unknown): readonly Instance[] {
  const list = expectList(expectObject(value, 'instances file')['instances'], 'instances');
  if (list.length > MAX_INSTANCES) {
    throw new ParseError('instances', `at most ${MAX_INSTANCES} entries`, String(list.length));
  }
  return list.map((entry, index) => parseInstance(entry, `instances[${index}]`));
}

/** One entry of it; `where` says which. Throws as parseInstances does. */
export function parseInstance(value: unknown, where: string): Instance {
  const { filepath, country, admin1_region, latitude, longitude } = expectObject(value, where);
  return {
    filepath: parsePath(filepath, `${where}: filepath`),
    country: parsePlaceText(country, `${where}: country`),
    admin1Region: parsePlaceText(admin1_region, `${where}: admin1_region`),
    latitude: parseDegrees(latitude, 90, `${where}: latitude`),
    longitude: parseDegrees(longitude, 180, `${where}: longitude`),
  };
}

function parsePath(value: unknown, where: string): string {
  const path = expectText(value, where);
  if (path === '') throw new ParseError(where, 'a path', 'empty text');
  expectLength(path, MAX_PATH_LENGTH, where);
  return path.replaceAll('\\', '/');
}

function parsePlaceText(value: unknown, where: string): string | null {
  if (value === undefined || value === null) return null;
  const text = expectText(value, where);
  expectLength(text, MAX_PLACE_LENGTH, where);
  return text;
}

function expectLength(text: string, limit: number, where: string): void {
  if (text.length > limit) throw new ParseError(where, `at most ${limit} characters`, String(text.length));
}

function parseDegrees(value: unknown, limit: number, where: string): number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && Math.abs(value) <= limit) return value;
  throw new ParseError(
    where,
    `a number from -${limit} to ${limit}`,
    typeof value === 'number' ? String(value) : kindOf(value),
  );
}
