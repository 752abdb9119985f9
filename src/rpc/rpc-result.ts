/** What crosses the worker border instead of a thrown error: plain data, nothing lost on the way. */
export type RpcResult<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: RpcError };

export interface RpcError {
  /** Chooses the words on the page: `worker-died`, `out-of-memory`, `device-lost`, a PackageError's code, … */
  readonly code: string;
  readonly message: string;
  /** Values for the words (names, sizes); plain data. */
  readonly details: Readonly<Record<string, string | number>>;
  readonly cause: string | null;
}
