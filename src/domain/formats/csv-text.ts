/** What a cell holds; null = nothing. */
export type CsvCell = string | number | null;

/** A mark by which Excel knows UTF-8; other readers take it off (R: `fileEncoding = "UTF-8-BOM"`). */
export const CSV_BEGIN = '\uFEFF';

/** What spreadsheets take for a formula, also after the import of a file (OWASP, CSV Injection). */
const FORMULA = /^[=+\-@\t\r]/;
/** What must stand in quotes (RFC 4180). */
const SPECIAL = /[",\r\n]/;

/** One line of a table (RFC 4180), with its end. Texts that a spreadsheet would compute get an apostrophe in front. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
