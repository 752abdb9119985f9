import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Connection } from '../../rpc/connect';
import type { DecodeApi, PrepareOutcome, PrepareRequest } from '../../rpc/decode-api';
import type { RpcResult } from '../../rpc/rpc-result';
import { createDecodePool } from './decode-pool';
import { SILENCE_MS, wasGivenUp } from './watch-worker';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const request: PrepareRequest = { file: new Blob([]), detectorInput: null, previewSide: 64 };

/** A worker whose decoder never comes back; as `connect` makes it, its calls resolve when it is ended. */
function stuckWorker(): Connection<DecodeApi> {
  let die: (message: string) => void = () => undefined;
  const answer = new Promise<RpcResult<PrepareOutcome>>((resolve) => {
    die = (message) => resolve({ ok: false, error: { code: 'worker-died', message, details: {}, cause: null } });
  });
  return { prepare: () => answer, dispose: (message = '') => die(message) };
}

it('a picture that keeps its decoder busy for ever is given up, and new workers decode the next', async () => {
  const connect = vi.fn(stuckWorker);
  const pool = createDecodePool(connect, 1);
  const settled = vi.fn();
  const prepared = pool.prepare(request).finally(settled);
  await vi.advanceTimersByTimeAsync(SILENCE_MS - 1);
  expect(settled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  const result = await prepared;
  expect(result.ok ? null : wasGivenUp(result.error)).toBe(true);
  pool.restart();
  expect(connect).toHaveBeenCalledTimes(2);
});

it('a pool that grows gives photos to the new workers, and has as many after a restart', async () => {
  const connect = vi.fn(stuckWorker);
  const pool = createDecodePool(connect, 1);
  pool.grow(3);
  pool.grow(2); // never less
  expect(connect).toHaveBeenCalledTimes(3);
  const calls = connect.mock.results.map(({ value }) => vi.spyOn(value as Connection<DecodeApi>, 'prepare'));
  const photos = [pool.prepare(request), pool.prepare(request), pool.prepare(request)];
  for (const prepare of calls) expect(prepare).toHaveBeenCalledTimes(1);
  pool.restart();
  expect(connect).toHaveBeenCalledTimes(6);
  await Promise.all(photos);
  pool.dispose();
});
