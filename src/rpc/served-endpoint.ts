import type { RpcResult } from './rpc-result';

/** What lies between `connect` and `serve`: one call by name, and a lock that tells when the worker is gone. */
export interface ServedEndpoint {
  /** `args` with CALLBACK_PLACE where a function was; the functions follow in the same order. */
  call(name: string, args: readonly unknown[], ...callbacks: readonly unknown[]): Promise<RpcResult<unknown>>;
  /** Resolves once the worker holds a Web Lock of this name, which it keeps for as long as it lives. */
  holdLock(name: string): Promise<void>;
}

/** Stands in an argument list for a function: functions cannot be cloned, so they travel beside the list. */
export const CALLBACK_PLACE = { placeOf: 'rpc-callback' } as const;

export function isCallbackPlace(arg: unknown): boolean {
  return typeof arg === 'object' && arg !== null && 'placeOf' in arg && arg.placeOf === CALLBACK_PLACE.placeOf;
}
