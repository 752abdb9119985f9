/** A number as such: no spreadsheet computes anything else from it. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/**
 * What a spreadsheet takes for a formula, also after it has trimmed the field: the list of OWASP's page on CSV injection,
 * with the full-width forms that some input methods write.
 */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A text that was made safe by `safeCsvCell`. */
const MADE_SAFE = /^'[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * The text of a cell for a table that people open in a spreadsheet. Names of files and labels come from outside; one that
 * begins with `=`, `+`, `-`, `@`, a tab or a line end would be computed there. It gets an apostrophe in front, which
 * spreadsheets read as "this is text". Numbers stay as they are. Quoting is the format's affair and comes after.
 */
export function safeCsvCell(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** The text before `safeCsvCell`, for tables that the app reads back. A text of another origin with such a beginning loses its apostrophe too. */
export function originalCsvCell(cell: string): string {
  return MADE_SAFE.test(cell) ? cell.slice(1) : cell;
}
