import { safeCsvCell } from '../../../domain/csv-cell';
import { messages } from '../../messages';
import type { NetworkLog } from '../../state/app-state';

const text = messages.settings;

/** The log as lines for a report: times in ISO 8601, sizes in bytes, tabs between. */
export function networkLogText({ entries }: NetworkLog): string {
  const allowed = entries.filter(({ outcome }) => outcome === 'allowed').length;
  const { time, address, why, outcome, size } = text.logColumns;
  const lines = entries.map((entry) =>
    [
      new Date(entry.at).toISOString(),
      safeCsvCell(entry.address),
      text.purposes[entry.purpose],
      text.outcomes[entry.outcome],
      entry.bytes ?? '',
    ].join('\t'),
  );
  const table = lines.length === 0 ? [] : [[time, address, why, outcome, size].join('\t'), ...lines];
  return [text.requests(allowed), ...table, ''].join('\n');
}
