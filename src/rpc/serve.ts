import * as Comlink from 'comlink';
import { toRpcError } from './rpc-error';
import type { RpcResult } from './rpc-result';
import { isCallbackPlace, type ServedEndpoint } from './served-endpoint';
import { transferablesOf } from './transfer';

/**
 * What a worker writes to serve an Api: the same methods without the RpcResult around the value. A method returns a value
 * or a promise of one, and throws to fail; an error's string `code`, `details` and `cause` reach the page.
 */
export type Implementation<Api> = {
  readonly [Name in keyof Api]: Api[Name] extends (...args: infer Args) => Promise<RpcResult<infer Value>>
    ? (...args: Args) => Value | Promise<Value>
    : never;
};

type Method = (...args: readonly unknown[]) => unknown;

/** Serves an implementation from inside a worker. `transfer` names buffers to move with a returned value. */
export function serve<Api extends object>(implementation: Implementation<Api>): void {
  const methods = new Map(Object.entries<unknown>(implementation));
  const endpoint: ServedEndpoint = {
    async call(name, args, ...remotes) {
      const callbacks = remotes.map(createOneWay);
      try {
        const method = methods.get(name);
        if (typeof method !== 'function') throw new Error(`worker: expected the name of a method, got "${name}"`);
        const value: unknown = await (method as Method)(...putBack(args, callbacks));
        return Comlink.transfer({ ok: true, value }, transferablesOf(value));
      } catch (error) {
        return { ok: false, error: toRpcError(error) };
      } finally {
        // The page hears all progress before it hears the result.
        await Promise.all(callbacks.map((callback) => callback.close()));
      }
    },
    holdLock,
  };
  Comlink.expose(endpoint);
}

function putBack(args: readonly unknown[], callbacks: readonly OneWay[]): unknown[] {
  const waiting = [...callbacks];
  return args.map((arg) => (isCallbackPlace(arg) ? waiting.shift()?.send : arg));
}

interface OneWay {
  readonly send: Method;
  close(): Promise<void>;
}

/** Progress is told, not asked: an implementation neither waits for the page nor fails because the page threw. */
function createOneWay(remote: unknown): OneWay {
  let heard: Promise<unknown> = Promise.resolve();
  let isOpen = true;
  return {
    send(...args) {
      if (isOpen) heard = Promise.resolve((remote as Method)(...args)).catch(() => undefined);
    },
    async close() {
      isOpen = false;
      await heard;
      (remote as Comlink.ProxyMethods)[Comlink.releaseProxy]();
    },
  };
}

/** Held until this worker ends, however it ends: then the page, which waits for the same lock, gets it. */
function holdLock(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, () => {
        resolve();
        return new Promise<never>(() => undefined);
      })
      .catch(reject);
  });
}
