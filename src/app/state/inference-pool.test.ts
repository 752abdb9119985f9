import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ModelPackage } from '../../domain/model-package';
import type { Arrangement } from '../../pipeline/arrangement-trial';
import type { KnownDetections } from '../../pipeline/infer-image';
import type { Connection } from '../../rpc/connect';
import type { PreparedImage } from '../../rpc/decode-api';
import type { BackendReport, InferenceApi, InferredImage, OpenRequest } from '../../rpc/inference-api';
import type { RpcResult } from '../../rpc/rpc-result';
import { createInferencePool, type PoolOrder } from './inference-pool';

beforeEach(() => {
  vi.stubGlobal('crossOriginIsolated', true);
  vi.stubGlobal('navigator', { hardwareConcurrency: 4, deviceMemory: 16 });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const died = { code: 'worker-died', message: 'the worker was ended', details: {}, cause: null };

interface Call {
  readonly worker: FakeWorker;
  readonly filepath: string;
  readonly answer: (result: RpcResult<InferredImage>) => void;
}

interface FakeWorker {
  threads: number | null;
  backend: string | null;
  isEnded: boolean;
}

/** Workers without networks: what they are asked is answered by the test. */
function createBench(
  bend: { open?: (worker: FakeWorker, all: readonly FakeWorker[]) => boolean; used?: 'webgpu' } = {},
) {
  const workers: FakeWorker[] = [];
  const calls: Call[] = [];
  const backendOf = ({ threads, backend }: FakeWorker): BackendReport => ({
    ...{ used: bend.used ?? 'wasm', threads: threads ?? 0, adapter: null, detail: '' },
    reason: backend === 'wasm' ? 'forced' : 'no-adapter',
  });
  function connect(): Connection<InferenceApi> {
    const worker: FakeWorker = { threads: null, backend: null, isEnded: false };
    workers.push(worker);
    const pending = new Set<(result: RpcResult<InferredImage>) => void>();
    return {
      open(request: OpenRequest) {
        Object.assign(worker, { threads: request.threads, backend: request.backend });
        const isOpen = bend.open?.(worker, workers) ?? true;
        return Promise.resolve(
          isOpen && !worker.isEnded
            ? { ok: true, value: { backend: backendOf(worker), loadMs: 1 } }
            : { ok: false, error: died },
        );
      },
      infer: ({ filepath }) =>
        new Promise((resolve) => {
          if (worker.isEnded) return resolve({ ok: false, error: died });
          pending.add(resolve);
          calls.push({ worker, filepath, answer: resolve });
        }),
      dispose() {
        worker.isEnded = true;
        for (const settle of pending) settle({ ok: false, error: died });
      },
    };
  }
  const found: Arrangement[] = [];
  const order = (part: Partial<PoolOrder>): PoolOrder => ({
    ...{ modelPackage: somePackage(10e6), mode: 'detections', speciesPer: 'image', targets: [], backend: 'auto' },
    ...{ threads: null, workers: null, found: null, imagesLeft: () => 1000 },
    onFound: (arrangement) => found.push(arrangement),
    ...part,
  });
  const create = (part: Partial<PoolOrder> = {}) =>
    createInferencePool({ files: { readFile: () => Promise.resolve(new Blob()) } as never, connect }, order(part));
  const answer = (call: Call, networkMs = 100) =>
    call.answer({
      ok: true,
      value: {
        inference: { filepath: call.filepath } as never,
        vectors: {},
        timings: { preprocess: 0, detector: networkMs, classifier: 0, postprocess: 0 },
        backend: backendOf(call.worker),
      },
    });
  const alive = () => workers.filter(({ isEnded }) => !isEnded);
  return { workers, alive, calls, found, create, answer };
}

const somePackage = (bytes: number) =>
  ({
    ...{ id: 'some', type: 'always_crop', selfTests: [], classifier: null, detector: {} },
    files: [{ role: 'detector', name: 'some.onnx', size: bytes, sha256: '', md5: null }],
  }) as unknown as ModelPackage;

const image = () => ({ pixels: new Uint8Array(1), detectorInput: null }) as unknown as PreparedImage;

type Bench = ReturnType<typeof createBench>;

/** Keeps as many images in the pool as a run does, and answers each after so long with so many workers. */
async function runImages(
  bench: Bench,
  pool: ReturnType<Bench['create']>,
  count: number,
  ms: (alive: readonly FakeWorker[]) => number,
  known: KnownDetections | null = null,
) {
  let next = 0;
  const results: RpcResult<InferredImage>[] = [];
  const lane = async () => {
    while (next < count) results.push(await pool.infer(`image ${next++}`, image(), known));
  };
  const lanes = Array.from({ length: pool.mostWorkers + 1 }, lane);
  const over = Promise.all(lanes).then(() => true);
  let answered = 0;
  while (!(await Promise.race([over, tick()]))) {
    const [call] = bench.calls.slice(answered);
    if (call === undefined) continue;
    answered++;
    bench.answer(call, ms(bench.alive()));
  }
  return results;
}

const tick = () => new Promise<false>((resolve) => setTimeout(() => resolve(false), 0));

describe('createInferencePool', () => {
  it('finds out on the first images that several workers are faster, and stays with them', async () => {
    const bench = createBench();
    const pool = bench.create();
    await pool.open();
    expect(pool.backend()).toMatchObject({ threads: 4, reason: 'no-adapter' });
    expect(pool.backend()).not.toHaveProperty('workers');
    const results = await runImages(bench, pool, 60, () => 100);
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(bench.found).toEqual([{ workers: 2, threads: 2 }]);
    expect(bench.alive().map(({ threads }) => threads)).toEqual([2, 2]);
    expect(pool.backend()).toMatchObject({ workers: 2, threads: 2, reason: 'no-adapter' });
    expect(new Set(bench.calls.map(({ filepath }) => filepath)).size).toBe(60);
    expect(bench.calls).toHaveLength(60);
  });

  it('finds out that half the threads are faster', async () => {
    const bench = createBench();
    const pool = bench.create();
    await pool.open();
    await runImages(bench, pool, 60, (workers) => (workers.length === 1 && workers[0]!.threads === 2 ? 80 : 200));
    expect(bench.found).toEqual([{ workers: 1, threads: 2 }]);
    expect(bench.alive().map(({ threads }) => threads)).toEqual([2]);
  });

  it('goes back to one with all threads when nothing else is faster', async () => {
    const bench = createBench();
    const pool = bench.create();
    await pool.open();
    await runImages(bench, pool, 60, (workers) => 400 / workers[0]!.threads!);
    expect(bench.found).toEqual([{ workers: 1, threads: 4 }]);
    expect(bench.alive().map(({ threads }) => threads)).toEqual([4]);
  });

  it('learns nothing from images whose boxes were known, or that needed no network', async () => {
    for (const [ms, known] of [
      [100, { detections: [] }],
      [0, null],
    ] as const) {
      const bench = createBench();
      const pool = bench.create();
      await pool.open();
      await runImages(bench, pool, 40, () => ms, known as KnownDetections | null);
      expect(bench.workers).toHaveLength(1);
    }
  });

  it.each([
    ['few images are left', { imagesLeft: () => 20 }],
    ['the graphics processor is wished', { backend: 'webgpu' }],
    ['there is one thread', { threads: 1 }],
    ['one worker is wished', { workers: 1 }],
    ['one was found to be fastest before', { found: { workers: 1, threads: 4 } }],
  ] as const)('does not try more when %s', async (_, part) => {
    const bench = createBench();
    const pool = bench.create(part);
    await pool.open();
    await runImages(bench, pool, 40, () => 100);
    expect(bench.workers).toHaveLength(1);
    expect(bench.found).toEqual([]);
  });

  it.each([
    ['wished', { workers: 2 }],
    ['found before', { found: { workers: 2, threads: 2 } }],
  ] as const)('begins with two that were %s, and only the first looks for a graphics processor', async (_, part) => {
    const bench = createBench();
    const pool = bench.create(part);
    await pool.open();
    expect(bench.workers.map(({ threads, backend }) => [threads, backend])).toEqual([
      [2, 'auto'],
      [2, 'wasm'],
    ]);
    await runImages(bench, pool, 20, () => 100);
    expect(bench.workers).toHaveLength(2);
  });

  it('never holds large networks twice', async () => {
    const bench = createBench();
    const pool = bench.create({ modelPackage: somePackage(1.2e9) });
    await pool.open();
    await runImages(bench, pool, 40, (alive) => {
      expect(alive).toHaveLength(1);
      return 100;
    });
    expect(bench.found).toEqual([{ workers: 1, threads: 4 }]);
  });

  it('does not take over what was found when more threads or more memory were there', async () => {
    const bench = createBench();
    const pool = bench.create({ found: { workers: 4, threads: 2 } });
    await pool.open();
    expect(bench.alive().map(({ threads }) => threads)).toEqual([4]);
    expect(pool.workers()).toBe(1);
  });

  it('asks for a graphics processor once, and keeps saying why none computes', async () => {
    const bench = createBench();
    const pool = bench.create();
    await pool.open();
    await runImages(bench, pool, 60, () => 100);
    expect(bench.workers.map(({ backend }) => backend).filter((backend) => backend === 'auto')).toHaveLength(1);
    expect(pool.backend()?.reason).toBe('no-adapter');
  });

  it('opens one with all threads when it turns out that the graphics processor computes', async () => {
    const bench = createBench({ used: 'webgpu' });
    const pool = bench.create({ workers: 2 });
    expect((await pool.open()).ok).toBe(true);
    expect(bench.alive().map(({ threads }) => threads)).toEqual([4]);
  });

  it('goes on with one when a second can not be opened, and does not remember it', async () => {
    const bench = createBench({ open: (_, all) => all.filter(({ isEnded }) => !isEnded).length === 1 });
    const pool = bench.create();
    await pool.open();
    const results = await runImages(bench, pool, 40, () => 100);
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(bench.alive().map(({ threads }) => threads)).toEqual([4]);
    expect(bench.found).toEqual([]);
  });

  it('after a breakdown goes on with one that has all threads, once the other image is done', async () => {
    const bench = createBench();
    const pool = bench.create({ workers: 2 });
    await pool.open();
    const [first, second, third] = ['a', 'b', 'c'].map((name) => pool.infer(name, image()));
    await expect.poll(() => bench.calls.length).toBe(2);
    bench.calls[0]!.answer({ ok: false, error: died });
    expect(await first).toEqual({ ok: false, error: died });
    const restarted = pool.restart();
    await tick();
    // The waiting image went to the worker that was free, or waits for the new one: never to the broken one.
    expect(bench.calls.filter(({ worker }) => worker === bench.workers[0])).toHaveLength(1);
    for (const call of bench.calls.slice(1)) bench.answer(call);
    expect(await second).toMatchObject({ ok: true });
    expect(await restarted).toMatchObject({ ok: true });
    await expect.poll(() => bench.calls.length).toBe(3);
    bench.answer(bench.calls[2]!);
    expect(await third).toMatchObject({ ok: true });
    expect(pool.workers()).toBe(1);
    expect(bench.alive().map(({ threads }) => threads)).toEqual([4]);
  });

  it('remembers one worker when several that were found broke down', async () => {
    const bench = createBench();
    const pool = bench.create({ found: { workers: 2, threads: 2 } });
    await pool.open();
    const broken = pool.infer('a', image());
    await expect.poll(() => bench.calls.length).toBe(1);
    bench.calls[0]!.answer({ ok: false, error: died });
    await broken;
    await pool.restart();
    expect(bench.found).toEqual([{ workers: 1, threads: 4 }]);
  });

  it('restarts once for two that broke down together', async () => {
    const bench = createBench();
    const pool = bench.create({ workers: 2 });
    await pool.open();
    const broken = ['a', 'b'].map((name) => pool.infer(name, image()));
    await expect.poll(() => bench.calls.length).toBe(2);
    for (const call of bench.calls) call.answer({ ok: false, error: died });
    await Promise.all(broken);
    const restarts = await Promise.all([pool.restart(), pool.restart()]);
    expect(restarts.every(({ ok }) => ok)).toBe(true);
    expect(bench.workers).toHaveLength(3);
  });

  it('tells the images that wait when the networks can not be opened again', async () => {
    let opened = 0;
    const bench = createBench({ open: () => ++opened === 1 });
    const pool = bench.create({ workers: 1 });
    await pool.open();
    const [broken, waiting] = ['a', 'b'].map((name) => pool.infer(name, image()));
    await expect.poll(() => bench.calls.length).toBe(1);
    bench.calls[0]!.answer({ ok: false, error: died });
    await broken;
    expect(await pool.restart()).toEqual({ ok: false, error: died });
    expect(await waiting).toEqual({ ok: false, error: died });
  });

  it('ended, it leaves no image waiting and no worker running', async () => {
    const bench = createBench();
    const pool = bench.create({ workers: 2 });
    await pool.open();
    const images = ['a', 'b', 'c', 'd'].map((name) => pool.infer(name, image()));
    pool.dispose();
    for (const result of await Promise.all(images)) expect(result).toMatchObject({ ok: false });
    expect(await pool.infer('late', image())).toMatchObject({ ok: false });
    expect(await pool.restart()).toMatchObject({ ok: false });
    expect(bench.alive()).toEqual([]);
  });
});
