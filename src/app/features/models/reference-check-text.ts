import { TOLERANCES } from '../../../domain/compare-published';
import type { ComparedRow } from '../../../domain/compared-row';
import { safeCsvCell } from '../../../domain/csv-cell';
import type { AppliedSet } from '../../../domain/published-results';
import { messages } from '../../messages';
import { referenceCheckMessages as text } from '../../messages/reference-check-messages';
import type { CheckView } from '../../state/reference-check';
import { wordsOfRow, type CellWords } from './reference-check-words';

/** The comparison for a report: what was compared, with whose numbers, then a table with tabs between its columns. */
export function referenceCheckText(
  about: { readonly packageName: string; readonly appVersion: string },
  sets: readonly AppliedSet[],
  { rows, backend, altered }: Pick<CheckView, 'rows' | 'backend' | 'altered'>,
): string {
  const { photo, what, published, here, difference, verdict } = text.columns;
  const head = [
    `${messages.common.appName} ${about.appVersion}: ${about.packageName}`,
    ...(backend === null ? [] : [text.onBackend[backend.used]]),
    ...sets.map(basisOf),
    text.tolerances(TOLERANCES.conf, TOLERANCES.box, TOLERANCES.score),
    ...(altered.length === 0 ? [] : [text.altered(altered)]),
  ];
  const table = [[photo, what, published, here, difference, verdict].join('\t'), ...rows.map(lineOf)];
  return [...head, '', ...table, ''].join('\n');
}

/** Whose numbers, and how it is known that they are this network's. */
export function basisOf({ set, by, version, isInferred }: AppliedSet): string {
  const known = by === 'checksum' ? text.byChecksum(version) : text.byVersion(version);
  const source = text.source(set.name, set.source.repository, set.source.file);
  return [source, known, ...(isInferred ? [text.inferred] : [])].join(' ');
}

function lineOf(row: ComparedRow): string {
  const { what, published, here, difference } = wordsOfRow(row);
  return [row.photo, what, cell(published), cell(here), difference, text.verdicts[row.verdict]]
    .map(safeCsvCell)
    .join('\t');
}

function cell({ value, detail }: CellWords): string {
  return detail === null ? value : `${value} (${detail})`;
}
