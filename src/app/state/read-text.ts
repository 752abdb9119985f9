import { parseGeofenceFixes, type GeofenceFix } from '../../domain/geofence-fixes';
import { ParseError } from '../../domain/parse-error';

/** Text files are read as a whole: lists of species and of rules are short. */
const LONGEST_TEXT = 20_000_000;

/** A list of geofence rules, whatever the file's name. Throws ParseError with the line; rejects when it can't be read. */
export async function readFixes(file: File): Promise<readonly GeofenceFix[]> {
  return parseGeofenceFixes(await readText(file));
}

/** The whole text. Throws ParseError when it is longer than any list can be; rejects when it can't be read. */
export async function readText(file: File): Promise<string> {
  if (file.size > LONGEST_TEXT) throw new ParseError(file.name, `at most ${LONGEST_TEXT} bytes`, String(file.size));
  return file.text();
}
