import { originalCsvCell, safeCsvCell } from './csv-cell';
import { ParseError } from './parse-error';
import { isTaxonKey } from './taxon-key';

/** One rule of a list of fixes: a taxon may, or must not, be concluded at a place. */
export interface GeofenceFix {
  /** `class;order;family;genus;species`, in lower case; empty parts at the end name a higher taxon. */
  readonly taxon: string;
  readonly rule: 'allow' | 'block';
  /** ISO 3166-1 alpha-3, as written. */
  readonly country: string;
  /** A region of the country (US states); null = the whole country. */
  readonly admin1Region: string | null;
}

const HEADER = ['species', 'rule', 'country_code', 'admin1_region_code'];

/** More than anybody writes (the reference has 1,318 rules), and few enough to stay quick. */
const MAX_FIXES = 20_000;
const MAX_CHARACTERS = 4_000_000;
const MAX_LINE = 10_000;

/** A quoted field, or one without quotes, with what ends it. */
const FIELD = /[ \t]*"((?:[^"]|"")*)"[ \t]*(,|#|$)|([^",#]*)(,|#|$)/y;

/**
 * Reads the reference's list of fixes (speciesnet 5.0.4, data/geofence_fixes.csv, read there with pandas and comment="#"):
 * the header `species,rule,country_code,admin1_region_code`, one rule a line. `#` begins a comment outside quotes; blank
 * lines count for nothing; a missing or empty region is the whole country; taxon and rule may be in any case, country and
 * region stay as written. For files from people: a byte order mark, any line ends, and blanks around a field (which pandas
 * would keep). Throws ParseError for everything else: `geofence fixes: line 7: expected allow or block, got "forbid"`.
 * Whether a taxon is known is another question: see `checkFixes`.
 */
export function parseGeofenceFixes(text: string): readonly GeofenceFix[] {
  if (text.length > MAX_CHARACTERS) {
    throw new ParseError('geofence fixes', `at most ${MAX_CHARACTERS} characters`, String(text.length));
  }
  const fixes: GeofenceFix[] = [];
  let hasHeader = false;
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (/^[ \t]*(#|$)/.test(line)) continue;
    const where = `geofence fixes: line ${index + 1}`;
    const fields = splitFields(line, where);
    if (hasHeader) fixes.push(parseFix(fields, where));
    else checkHeader(fields, where);
    hasHeader = true;
    if (fixes.length > MAX_FIXES) throw new ParseError(where, `at most ${MAX_FIXES} rules`, 'more');
  }
  if (!hasHeader) throw new ParseError('geofence fixes', `the header ${HEADER.join(',')}`, 'nothing');
  return fixes;
}

/**
 * Writes a list of fixes as the reference reads it. Rules that a later one takes back (see `settleFixes`) are left out:
 * the reference, where a block always wins, would still obey them. A field that a spreadsheet would compute is written as
 * text (see `safeCsvCell`), and read back as it was; no real taxon or code is one.
 */
export function writeGeofenceFixes(fixes: readonly GeofenceFix[]): string {
  const rows = settleFixes(fixes).map(({ taxon, rule, country, admin1Region }) => [
    taxon,
    rule,
    country,
    admin1Region ?? '',
  ]);
  return [HEADER, ...rows].map((row) => `${row.map((field) => quoteField(safeCsvCell(field))).join(',')}\n`).join('');
}

/**
 * The rules that still hold, in their order: for the same taxon a later rule takes back an earlier one for the same place,
 * and one for a whole country those for its regions.
 */
export function settleFixes(fixes: readonly GeofenceFix[]): readonly GeofenceFix[] {
  const decided = new Set<string>();
  const settled = fixes.toReversed().filter(({ taxon, country, admin1Region }) => {
    const whole = JSON.stringify([taxon, country]);
    const place = admin1Region === null ? whole : JSON.stringify([taxon, country, admin1Region]);
    if (decided.has(whole) || decided.has(place)) return false;
    decided.add(place);
    return true;
  });
  return settled.reverse();
}

function splitFields(line: string, where: string): readonly string[] {
  if (line.length > MAX_LINE) throw new ParseError(where, `at most ${MAX_LINE} characters`, String(line.length));
  const fields: string[] = [];
  FIELD.lastIndex = 0;
  for (;;) {
    const column = FIELD.lastIndex;
    const found = FIELD.exec(line);
    if (found === null)
      throw new ParseError(where, 'fields with quotes around all or nothing', short(line.slice(column)));
    const [, quoted, , plain] = found;
    fields.push(originalCsvCell(quoted === undefined ? plain!.trim() : quoted.replaceAll('""', '"')));
    if ((found[2] ?? found[4]) !== ',') return fields;
  }
}

function checkHeader(fields: readonly string[], where: string): void {
  const header = fields.join(',');
  if (header !== HEADER.join(',')) throw new ParseError(where, `the header ${HEADER.join(',')}`, short(header));
}

function parseFix(fields: readonly string[], where: string): GeofenceFix {
  const count = fields.length;
  if (count < 3 || count > 4)
    throw new ParseError(where, 'taxon, rule, country and perhaps a region', `${count} fields`);
  const [taxon, rule, country] = [fields[0]!.toLowerCase(), fields[1]!.toLowerCase(), fields[2]!];
  if (!isTaxonKey(taxon)) throw new ParseError(where, 'a taxon class;order;family;genus;species', short(fields[0]!));
  if (rule !== 'allow' && rule !== 'block') throw new ParseError(where, 'allow or block', short(fields[1]!));
  if (country.length !== 3) throw new ParseError(where, 'a country code of 3 letters', short(country));
  return { taxon, rule, country, admin1Region: fields[3] || null };
}

/** Quoted only where it must be, for the reference's own list has no quotes. */
function quoteField(field: string): string {
  return /[",#\s]/.test(field.replaceAll(' ', '')) || field.trim() !== field
    ? `"${field.replaceAll('"', '""')}"`
    : field;
}

function short(text: string): string {
  return `"${text.length > 80 ? `${text.slice(0, 80)}…` : text}"`;
}
