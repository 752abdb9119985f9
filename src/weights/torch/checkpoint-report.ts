import { IMPORTER_VERSION } from '../imported-network';
import type { CheckpointContents } from './checkpoint';
import { shorten } from './describe-value';

/** What a report is made of. */
export interface ReportedCheckpoint {
  readonly fileName: string;
  readonly fileSize: number;
  readonly error: { readonly code: string; readonly message: string };
  readonly contents: CheckpointContents | null;
}

const MOST_LINES = 200;

/**
 * A text that a person can send with a question: importer, file, refusal, classes, opcodes and keys. No weights, no paths
 * beyond the file's name.
 */
export function createCheckpointReport({ fileName, fileSize, error, contents }: ReportedCheckpoint): string {
  const lines = [
    `Importer: ${IMPORTER_VERSION}`,
    `File: ${fileName} (${fileSize} bytes)`,
    `Refused: ${error.code}: ${error.message}`,
  ];
  if (contents === null) return [...lines, 'Contents: not readable', ''].join('\n');
  lines.push(`Root keys: ${contents.rootKeys.slice(0, MOST_LINES).map(shorten).join(', ') || 'none'}`);
  lines.push('Names:', ...counted(contents.globals));
  lines.push('Opcodes:', ...counted(contents.opcodes));
  return [...lines, ''].join('\n');
}

function counted(counts: Readonly<Record<string, number>>): string[] {
  const entries = Object.entries(counts).sort(([a, countA], [b, countB]) => countB - countA || a.localeCompare(b));
  const shown = entries.slice(0, MOST_LINES).map(([name, count]) => `  ${count} ${shorten(name)}`);
  return entries.length > MOST_LINES ? [...shown, `  and ${entries.length - MOST_LINES} more`] : shown;
}
