import * as Comlink from 'comlink';
import { toRpcError } from './rpc-error';
import type { RpcError, RpcResult } from './rpc-result';
import { CALLBACK_PLACE, type ServedEndpoint } from './served-endpoint';
import { transferablesOf } from './transfer';

/** A worker's Api as the page sees it. */
export type Connection<Api> = Api & {
  /** Ends the worker. Calls under way, and all later ones, resolve to the error `worker-died`, which says why. */
  dispose(why?: string): void;
};

/**
 * Connects the page to a worker that called `serve`. Each call resolves to an RpcResult and never rejects or hangs: when
 * the worker dies (an uncaught error, a script that does not load, close(), dispose()), its calls get `worker-died`.
 * Functions among the arguments become one-way callbacks; `transfer` names buffers to move with an argument.
 */
export function connect<Api extends object>(worker: Worker): Connection<Api> {
  const endpoint = Comlink.wrap<ServedEndpoint>(worker);
  const pending = new Set<(error: RpcError) => void>();
  const abort = new AbortController();
  let death: RpcError | null = null;

  const die = (message: string): void => {
    if (death !== null) return;
    death = { code: 'worker-died', message, details: {}, cause: null };
    worker.terminate();
    abort.abort();
    for (const settle of pending) settle(death);
    pending.clear();
  };

  worker.addEventListener('error', (event) => die(messageOf(event)));
  worker.addEventListener('messageerror', () => die('a message could not be read'));
  const watched = watchLock(endpoint, abort.signal, () => die('the worker closed'));

  const call = (name: string, args: readonly unknown[]): Promise<RpcResult<unknown>> => {
    if (death !== null) return Promise.resolve({ ok: false, error: death });
    return new Promise((resolve) => {
      const settle = (error: RpcError): void => resolve({ ok: false, error });
      pending.add(settle);
      // Nothing is asked of a worker whose end would go unnoticed.
      watched
        .then(() => send(endpoint, name, args))
        .then(resolve, (error: unknown) => settle(toRpcError(error)))
        .finally(() => pending.delete(settle));
    });
  };

  const methods = new Map<string, unknown>([['dispose', (why = 'the worker was ended') => die(why)]]);
  return new Proxy({} as Connection<Api>, {
    get(_target, name) {
      // A proxy that answers to `then` would be taken for a promise by `await`.
      if (typeof name === 'symbol' || name === 'then') return undefined;
      let method = methods.get(name);
      if (method === undefined) {
        method = (...args: unknown[]) => call(name, args);
        methods.set(name, method);
      }
      return method;
    },
  });
}

/** A script that does not load gives a plain event without words. */
function messageOf(event: Event): string {
  return 'message' in event && typeof event.message === 'string' && event.message !== ''
    ? event.message
    : 'the script of the worker could not be loaded';
}

/** Sends a call. Throws, as a rejection, when an argument cannot be cloned. */
async function send(
  endpoint: Comlink.Remote<ServedEndpoint>,
  name: string,
  args: readonly unknown[],
): Promise<RpcResult<unknown>> {
  const callbacks: unknown[] = [];
  const plain = args.map((arg) => {
    if (typeof arg !== 'function') return arg;
    const callback = arg as (...values: unknown[]) => unknown;
    callbacks.push(Comlink.proxy((...values: unknown[]) => void callback(...values)));
    return CALLBACK_PLACE;
  });
  const moved = plain.flatMap(transferablesOf);
  return endpoint.call(name, Comlink.transfer(plain, moved), ...callbacks);
}

/**
 * Neither close() nor a crash tells the page anything; a lock does, because the browser frees it with its worker. Resolves
 * when the watch has begun. Where there are no locks (an insecure origin), only the worker's error events remain.
 */
async function watchLock(
  endpoint: Comlink.Remote<ServedEndpoint>,
  signal: AbortSignal,
  onFree: () => void,
): Promise<void> {
  if (!('locks' in navigator)) return;
  const name = `worker-${crypto.randomUUID()}`;
  await endpoint.holdLock(name);
  // An abort means that dispose() ended the worker: there is nobody left to watch.
  void navigator.locks.request(name, { signal }, onFree).catch(() => undefined);
}
