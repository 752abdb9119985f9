import { ParseError } from '../parse-error';
import { taxonNameOf } from './taxon-name';

/** A row of a table in a file. */
export interface NameRow {
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** What people call a taxon. */
export interface NamedTaxon {
  /** A label's id, or a scientific name in lower case: see `taxonNameOf`. */
  readonly taxon: string;
  readonly name: string;
}

/** The names of one language. */
export interface NameList {
  /** As the file has it: "de", "German"; empty when it says nothing. */
  readonly language: string;
  /** Each taxon once. */
  readonly names: readonly NamedTaxon[];
}

/** A row that was left out. `repeated`: the taxon has a name in that language already; the first one counts. */
export interface NameRowProblem {
  readonly line: number;
  readonly problem: 'no-taxon' | 'no-name' | 'not-a-taxon' | 'name-too-long' | 'bad-character' | 'repeated';
  readonly text: string;
}

/** What a file with names says. */
export interface ParsedNames {
  /** In the order in which the languages begin. */
  readonly lists: readonly NameList[];
  readonly problems: readonly NameRowProblem[];
}

/** All mammals and birds of the world are 18,000. */
export const MAX_NAMES = 50_000;
const MAX_LANGUAGES = 20;
const MAX_NAME = 120;

type Column = 'taxon' | 'name' | 'language';

/** Letters of the header in lower case. Darwin Core's terms are among them: GBIF and museums write them. */
const HEADERS: Readonly<Record<Column, readonly string[]>> = {
  taxon: [
    'scientificname', 'scientific', 'latin', 'latinname', 'canonicalname', 'label', 'labelline', 'uuid', 'id', 'taxon',
    'taxonname', 'species', 'binomial',
  ],
  name: ['commonname', 'common', 'vernacularname', 'vernacular', 'name', 'localname', 'translation'],
  language: ['language', 'lang', 'locale', 'languagecode'],
}; // prettier-ignore

/**
 * Reads a table of names: a header, then one name a row. Columns in any order, others are not looked at. Rows that say nothing
 * are passed over, rows that can't be used are told. Throws ParseError when the header lacks the taxon or the name, when
 * there are more than 50,000 rows, or names in more than 20 languages.
 */
export function parseNameList(rows: Iterable<NameRow>): ParsedNames {
  let columns: Columns | null = null;
  let count = 0;
  const byLanguage = new Map<string, Map<string, string>>();
  const problems: NameRowProblem[] = [];
  for (const row of rows) {
    if (row.fields.every((field) => field.trim() === '')) continue;
    if (columns === null) {
      columns = findColumns(row);
      continue;
    }
    if (++count > MAX_NAMES) throw new ParseError(`names: line ${row.line}`, `at most ${MAX_NAMES} names`, 'more');
    const read = readRow(row, columns);
    if ('problem' in read) {
      problems.push(read);
      continue;
    }
    const names = byLanguage.get(read.language) ?? new Map<string, string>();
    byLanguage.set(read.language, names);
    if (byLanguage.size > MAX_LANGUAGES) {
      throw new ParseError(
        `names: line ${row.line}`,
        `at most ${MAX_LANGUAGES} languages`,
        `"${read.language}" as well`,
      );
    }
    if (names.has(read.taxon)) problems.push({ line: row.line, problem: 'repeated', text: read.name });
    else names.set(read.taxon, read.name);
  }
  if (columns === null)
    throw new ParseError('names: line 1', 'a header such as scientific name,common name', 'nothing');
  const lists = [...byLanguage].map(([language, names]) => ({
    language,
    names: [...names].map(([taxon, name]) => ({ taxon, name })),
  }));
  return { lists, problems };
}

type Columns = Readonly<Record<'taxon' | 'name', number>> & { readonly language: number | null };

function findColumns({ line, fields }: NameRow): Columns {
  const headers = fields.map((field) => field.toLowerCase().replace(/[^a-z]/g, ''));
  // The better word first: in a table of GBIF "scientificName" stands beside "id".
  const find = (column: Column) =>
    HEADERS[column].map((header) => headers.indexOf(header)).find((index) => index >= 0) ?? null;
  const [taxon, name, language] = [find('taxon'), find('name'), find('language')];
  const got = `"${fields.join(', ').slice(0, 80)}"`;
  if (taxon === null) throw new ParseError(`names: line ${line}`, 'a column "scientific name", "label" or "uuid"', got);
  if (name === null) throw new ParseError(`names: line ${line}`, 'a column "common name"', got);
  return { taxon, name, language };
}

function readRow({ line, fields }: NameRow, columns: Columns): (NamedTaxon & { language: string }) | NameRowProblem {
  const field = (index: number | null) => (index === null ? '' : (fields[index] ?? '').normalize('NFC').trim());
  const [written, name, language] = [field(columns.taxon), field(columns.name), field(columns.language)];
  const refuse = (problem: NameRowProblem['problem'], text: string) => ({ line, problem, text: text.slice(0, 80) });
  if (written === '') return refuse('no-taxon', name);
  if (name === '') return refuse('no-name', written);
  if (name.length > MAX_NAME) return refuse('name-too-long', name);
  if (/[;\p{C}]/u.test(name)) return refuse('bad-character', name);
  const taxon = taxonNameOf(written);
  return taxon === null ? refuse('not-a-taxon', written) : { taxon, name, language: language.slice(0, 40) };
}
