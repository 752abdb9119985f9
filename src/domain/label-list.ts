import { ParseError } from './parse-error';
import { strippedLines } from './python-text';

/**
 * A classifier's label list: the line number (from 0) is the class index. Blank lines at the end are ignored; any other
 * line without seven parts throws a ParseError that names it (from 1). The reference takes such lines and fails later.
 */
export function parseLabels(text: string): readonly string[] {
  const lines = [...strippedLines(text)];
  while (lines.at(-1) === '') lines.pop();
  if (lines.length === 0) throw new ParseError('label list', 'at least one label', 'none');
  lines.forEach((line, index) => requireSevenParts(line, `label list: line ${index + 1}`));
  return lines;
}

/** Throws a ParseError that starts with `where` unless the line has seven parts. */
export function requireSevenParts(line: string, where: string): void {
  const count = line.split(';').length;
  if (count !== 7) throw new ParseError(where, '7 parts separated by ";"', `${count}: "${line.slice(0, 80)}"`);
}
