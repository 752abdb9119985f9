import { compareCodePoints } from '../python-text';
import type { ExportRow } from './export-format';

/** Rows that are read, and rows that are sorted, before an empty chunk lets whoever drives the export give way. */
const READ_AT_A_TIME = 100;
const SORTED_AT_A_TIME = 500;

/**
 * Reads all rows and gives them sorted by file in code-point order, as the megadetector package writes its files; rows of one file stay
 * in their order. Yields an empty text now and then, because each row may have to be concluded first and 100,000 take a while to sort.
 */
export function* readRowsByFile(rows: Iterable<ExportRow>): Generator<'', readonly ExportRow[]> {
  let sorted: ExportRow[] = [];
  for (const row of rows) {
    sorted.push(row);
    if (sorted.length % READ_AT_A_TIME === 0) yield '';
  }
  for (let at = 0; at < sorted.length; at += SORTED_AT_A_TIME) {
    const run = sorted.slice(at, at + SORTED_AT_A_TIME).sort(byFile);
    sorted.splice(at, run.length, ...run);
    yield '';
  }
  for (let length = SORTED_AT_A_TIME; length < sorted.length; length *= 2) sorted = yield* mergeRuns(sorted, length);
  return sorted;
}

/** Merges each two neighbouring runs of that length. */
function* mergeRuns(rows: readonly ExportRow[], length: number): Generator<'', ExportRow[]> {
  const merged: ExportRow[] = [];
  for (let start = 0; start < rows.length; start += 2 * length) {
    const middle = Math.min(start + length, rows.length);
    const end = Math.min(middle + length, rows.length);
    for (let left = start, right = middle; left < middle || right < end;) {
      const isLeft = right === end || (left < middle && byFile(rows[left]!, rows[right]!) <= 0);
      merged.push(rows[isLeft ? left++ : right++]!);
      if (merged.length % SORTED_AT_A_TIME === 0) yield '';
    }
  }
  return merged;
}

function byFile(left: ExportRow, right: ExportRow): number {
  return compareCodePoints(left.inference.filepath, right.inference.filepath);
}
