import type { RpcError } from '../../rpc/rpc-result';

/** Something the person must know: the code chooses words and a button (messages/conditions). */
export interface Condition {
  readonly code: string;
  /** Values for the words: names, sizes, counts. */
  readonly details: Readonly<Record<string, string | number>>;
  /** Technical text, shown under "Details". */
  readonly technical: string | null;
}

/** What was thrown, as a condition with words of its own; anything without a code is a bug and says so. */
export function toCondition(error: unknown): Condition {
  if (!(error instanceof Error)) return { code: 'unexpected', details: {}, technical: String(error) };
  const { code, details } = error as Error & { code?: unknown; details?: unknown };
  return {
    code: typeof code === 'string' ? code : 'unexpected',
    details: isDetails(details) ? details : {},
    technical: error.message,
  };
}

/** What a worker answered instead of a value. */
export function conditionOf(error: RpcError): Condition {
  const cause = error.cause === null ? '' : `\n${error.cause}`;
  return { code: error.code, details: error.details, technical: `${error.message}${cause}` };
}

function isDetails(value: unknown): value is Condition['details'] {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
