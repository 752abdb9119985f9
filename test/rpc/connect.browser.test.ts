import { afterEach, describe, expect, it, vi } from 'vitest';
import { connect, type Connection } from '../../src/rpc/connect';
import type { RpcTestApi } from './rpc-test-api';
import { transfer } from '../../src/rpc/transfer';

const open: Connection<RpcTestApi>[] = [];

function start(): Connection<RpcTestApi> {
  const worker = new Worker(new URL('./rpc-test.worker.ts', import.meta.url), { type: 'module' });
  const api = connect<RpcTestApi>(worker);
  open.push(api);
  return api;
}

afterEach(() => {
  for (const api of open.splice(0)) api.dispose();
});

describe('calls', () => {
  it('return values', async () => {
    await expect(start().double(21)).resolves.toEqual({ ok: true, value: 42 });
  });

  it('keep code, details and cause of an error', async () => {
    await expect(start().fail('file-missing')).resolves.toEqual({
      ok: false,
      error: {
        code: 'file-missing',
        message: 'it failed',
        details: { name: 'a.onnx', bytes: 3 },
        cause: 'RangeError: deep down',
      },
    });
  });

  it('give errors without a code one, and the worker goes on', async () => {
    const api = start();
    const error = { code: 'unexpected', message: 'TypeError: no code', details: {}, cause: null };
    await expect(api.failPlainly()).resolves.toEqual({ ok: false, error });
    await expect(api.double(1)).resolves.toEqual({ ok: true, value: 2 });
  });

  it('resolve also when something cannot be cloned, either way', async () => {
    const api = start();
    await expect(api.unclonable()).resolves.toMatchObject({ ok: false });
    const argument = { nested: () => 1 } as unknown as number;
    await expect(api.double(argument)).resolves.toMatchObject({ ok: false, error: { code: 'unexpected' } });
    await expect(api.double(2)).resolves.toEqual({ ok: true, value: 4 });
  });

  it('report progress, all of it before the result', async () => {
    const api = start();
    const heard: number[] = [];
    const result = await api.count(20, ({ done }) => heard.push(done));
    expect(result).toEqual({ ok: true, value: 20 });
    expect(heard).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  it('do not fail when a progress function throws', async () => {
    const onProgress = vi.fn(() => {
      throw new Error('page side');
    });
    await expect(start().count(3, onProgress)).resolves.toEqual({ ok: true, value: 3 });
    expect(onProgress).toHaveBeenCalledTimes(3);
  });

  it('move buffers that are named, both ways', async () => {
    const api = start();
    const bytes = Uint8Array.from([1, 2, 3]);
    const result = await api.reverse(transfer(bytes, [bytes.buffer]));
    expect(bytes.byteLength).toBe(0);
    expect(result).toEqual({ ok: true, value: { bytes: Uint8Array.from([3, 2, 1]) } });
    await expect(api.keptBytes()).resolves.toEqual({ ok: true, value: 0 });
  });

  it('copy buffers that are not named', async () => {
    const bytes = Uint8Array.from([1, 2, 3]);
    await start().reverse(bytes);
    expect([...bytes]).toEqual([1, 2, 3]);
  });
});

describe('a worker that dies', () => {
  it.each<[string, (api: Connection<RpcTestApi>) => Promise<unknown>]>([
    ['by an uncaught error', (api) => api.throwLater()],
    ['by close()', (api) => api.closeNow()],
  ])('%s settles all calls', async (_how, kill) => {
    const api = start();
    await api.double(1);
    const results = await Promise.all([api.never(), api.never(), kill(api)]);
    for (const result of results) expect(result).toMatchObject({ ok: false, error: { code: 'worker-died' } });
    await expect(api.double(1)).resolves.toMatchObject({ ok: false, error: { code: 'worker-died' } });
  });

  it('by dispose() settles all calls', async () => {
    const api = start();
    const waiting = api.never();
    api.dispose();
    await expect(waiting).resolves.toMatchObject({ ok: false, error: { code: 'worker-died' } });
    await expect(api.double(1)).resolves.toMatchObject({ ok: false, error: { code: 'worker-died' } });
  });

  it('because its script does not load settles all calls', async () => {
    const api = connect<RpcTestApi>(new Worker('/no-such-script.js', { type: 'module' }));
    await expect(api.never()).resolves.toMatchObject({ ok: false, error: { code: 'worker-died' } });
  });
});
