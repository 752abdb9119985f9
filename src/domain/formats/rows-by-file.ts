import { compareCodePoints } from '../python-text';
import type { ExportRow } from './export-format';

/** Rows that are read before an empty chunk lets whoever drives the export give way. */
const ROWS_AT_A_TIME = 100;

/**
 * Reads all rows and gives them sorted by file in code-point order, as the megadetector package writes its files. Yields an empty
 * text now and then, because each row may have to be concluded first.
 */
export function* readRowsByFile(rows: Iterable<ExportRow>): Generator<'', readonly ExportRow[]> {
  const all: ExportRow[] = [];
  for (const row of rows) {
    all.push(row);
    if (all.length % ROWS_AT_A_TIME === 0) yield '';
  }
  return all.sort((left, right) => compareCodePoints(left.inference.filepath, right.inference.filepath));
}
