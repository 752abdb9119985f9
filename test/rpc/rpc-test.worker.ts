import { serve } from '../../src/rpc/serve';
import { transfer } from '../../src/rpc/transfer';
import type { RpcTestApi } from './rpc-test-api';

/** Keeps what the tests need to see: whether a buffer that was sent back is gone from here. */
let sent: Uint8Array<ArrayBuffer> | null = null;

serve<RpcTestApi>({
  double: (value) => value * 2,
  fail: (code) => {
    throw Object.assign(new Error('it failed', { cause: new RangeError('deep down') }), {
      code,
      details: { name: 'a.onnx', bytes: 3 },
    });
  },
  failPlainly: async () => Promise.reject(new TypeError('no code')),
  count: async (to, onProgress) => {
    for (let done = 1; done <= to; done++) {
      onProgress({ done });
      await Promise.resolve();
    }
    return to;
  },
  reverse: (bytes) => {
    bytes.reverse();
    sent = bytes;
    return transfer({ bytes: sent }, [sent.buffer]);
  },
  keptBytes: () => sent?.length ?? -1,
  unclonable: () => (() => 1) as unknown as number,
  never: () => new Promise<number>(() => undefined),
  throwLater: () => {
    setTimeout(() => {
      throw new Error('uncaught in the worker');
    }, 10);
    return new Promise<number>(() => undefined);
  },
  closeNow: () => {
    close();
    return new Promise<number>(() => undefined);
  },
});
