import Papa from 'papaparse';
import { ParseError } from '../domain/parse-error';

/** A row of a table, and the line of the file on which it begins, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
}

const DELIMITERS = [',', ';', '\t', '|'];

/**
 * Reads a table that people saved from a spreadsheet, whatever their country's form is: commas, semicolons, tabs or bars,
 * told by the first line; UTF-8, UTF-16 with its mark, or what Windows writes for western languages. Throws ParseError
 * for a file of more than `maxBytes`, and for a quote that is not closed; rejects when the file can't be read.
 */
export async function readCsv(file: File, maxBytes: number): Promise<readonly CsvRow[]> {
  if (file.size > maxBytes) throw new ParseError('table', `at most ${maxBytes} bytes`, String(file.size));
  return rowsOf(decodeText(new Uint8Array(await file.arrayBuffer())));
}

function rowsOf(text: string): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  let [line, read] = [1, 0];
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    step({ data, errors, meta }) {
      const [error] = errors;
      if (error !== undefined) throw new ParseError(`table: line ${line}`, 'quotes that are closed', error.message);
      rows.push({ line, fields: data });
      line += countLines(text, read, meta.cursor);
      read = meta.cursor;
    },
  });
  return rows;
}

/** Line ends of any kind: a pair counts once. */
function countLines(text: string, from: number, to: number): number {
  return text.slice(from, to).match(/\r\n|\r|\n/g)?.length ?? 0;
}

/** The header has no values, in which any of them could stand. */
function delimiterOf(text: string): string {
  const header = /\S.*/.exec(text)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? '';
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

/** The decoder takes the mark away itself. */
function decodeText(bytes: Uint8Array<ArrayBuffer>): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
