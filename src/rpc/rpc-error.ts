import type { RpcError } from './rpc-result';

/** The code of an error that nobody gave one: a bug, or a failure of the browser's own. */
const UNEXPECTED = 'unexpected';

/** Turns whatever was thrown into plain data. A `code` and `details` that the thrower gave are kept. */
export function toRpcError(thrown: unknown): RpcError {
  if (!(thrown instanceof Error)) return { code: UNEXPECTED, message: String(thrown), details: {}, cause: null };
  // DOMException's legacy `code` is a number and says less than its name.
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : UNEXPECTED;
  const message = code === UNEXPECTED ? `${thrown.name}: ${thrown.message}` : thrown.message;
  return { code, message, details: detailsOf(thrown), cause: describeCause(thrown.cause) };
}

function detailsOf(error: Error): RpcError['details'] {
  if (!('details' in error) || typeof error.details !== 'object' || error.details === null) return {};
  const plain = Object.entries(error.details).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return Object.fromEntries(plain);
}

function describeCause(cause: unknown): string | null {
  if (cause === undefined || cause === null) return null;
  if (!(cause instanceof Error)) return typeof cause === 'string' ? cause : JSON.stringify(cause);
  const deeper = describeCause(cause.cause);
  return deeper === null ? `${cause.name}: ${cause.message}` : `${cause.name}: ${cause.message} (${deeper})`;
}
