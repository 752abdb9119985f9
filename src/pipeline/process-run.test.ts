import { describe, expect, it } from 'vitest';
import { bad, createBench, createGate, dieAt, holdAt, listed, ok } from '../../test/run-bench';

describe('processRun', () => {
  it('does every image in order and stores each before telling', async () => {
    const bench = createBench();
    const end = await bench.start().ended;
    expect(end.step).toBe('finished');
    expect(bench.facts).toEqual(['a', 'b', 'c']);
    expect(bench.log.filter((line) => line.startsWith('infer'))).toEqual(['infer a', 'infer b', 'infer c']);
    expect(bench.log.indexOf('tell a')).toBeLessThan(bench.log.indexOf('infer b'));
    expect(end.progress).toMatchObject({
      total: 3,
      done: 3,
      failed: 0,
      resumed: 0,
      isTotalFinal: true,
      secondsLeft: 0,
    });
    const { total, ...stages } = end.progress.seconds;
    expect(total).toBeCloseTo(0.33);
    expect(stages.decode).toBeCloseTo(0.09);
    expect(stages.preprocess).toBeCloseTo(0.018);
    expect(stages.detector).toBeCloseTo(0.18);
    expect(stages.classifier).toBeCloseTo(0.09);
    expect(stages.postprocess).toBeCloseTo(0.006);
    expect(stages.store).toBeCloseTo(0.03);
  });

  it('skips what is done and nothing else, repeated paths included', async () => {
    const bench = createBench();
    const batches = [listed('a', 'b'), listed('b', 'c')];
    const end = await bench.start({ batches, done: new Set(['a', 'elsewhere']) }).ended;
    expect(bench.log.filter((line) => line.startsWith('infer'))).toEqual(['infer b', 'infer c']);
    expect(end.progress).toMatchObject({ total: 4, done: 4, resumed: 2 });
  });

  it('finishes an empty folder', async () => {
    const bench = createBench();
    expect((await bench.start({ batches: [] }).ended).step).toBe('finished');
    expect(bench.states.at(-1)?.progress).toMatchObject({ total: 0, done: 0, imagesPerMinute: null });
  });

  it('prepares as many images ahead as asked, no more', async () => {
    const bench = createBench();
    const held = holdAt(bench, 'a');
    const run = bench.start({ batches: [listed('a', 'b', 'c', 'd', 'e')], ahead: () => 2 });
    await held.reached;
    await expect.poll(() => bench.log).toEqual(['prepare a', 'prepare b', 'prepare c']);
    held.letGo();
    await run.ended;
    expect(bench.facts).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('works on the first images while others are still being listed', async () => {
    const bench = createBench();
    const gate = createGate();
    async function* slowly() {
      yield listed('a');
      await gate.passed;
      yield listed('b');
    }
    const run = bench.start({ images: slowly() });
    await expect.poll(() => bench.facts).toEqual(['a']);
    expect(bench.states.at(-1)?.progress).toMatchObject({ total: 1, done: 1, isTotalFinal: false, secondsLeft: null });
    gate.open();
    expect((await run.ended).progress).toMatchObject({ total: 2, done: 2 });
  });

  it.each([
    ['species', ['CLASSIFIER', 'DETECTOR']],
    ['detections', ['DETECTOR']],
    ['classify-whole-images', ['CLASSIFIER']],
  ] as const)('makes an unreadable image a failure and goes on (%s)', async (mode, failures) => {
    const bench = createBench();
    const { prepare } = bench.ports;
    const problem = { code: 'not-an-image', detail: 'text' } as const;
    bench.ports.prepare = (file) =>
      file === 'b' ? Promise.resolve(ok({ kind: 'unreadable', image: { problem, decodeMs: 7 } })) : prepare(file);
    const end = await bench.start({ mode }).ended;
    expect(bench.stored.get('b')).toEqual({
      filepath: 'b',
      size: null,
      capturedAt: null,
      detections: null,
      crops: {},
      failures,
      problem,
    });
    expect(end.progress).toMatchObject({ done: 3, failed: 1 });
    expect(bench.facts).toEqual(['a', 'b', 'c']);
  });

  it('pauses after the image under way, keeps still, and goes on', async () => {
    const bench = createBench();
    const held = holdAt(bench, 'a');
    const run = bench.start();
    await held.reached;
    run.pause();
    expect(bench.states.at(-1)?.step).toBe('pausing');
    held.letGo();
    await bench.seen('paused');
    expect(bench.facts).toEqual(['a']);
    run.pause();
    expect(bench.states.at(-1)).toMatchObject({ step: 'paused', reason: { code: 'asked' } });
    bench.advance(3_600_000);
    run.resume();
    const end = await run.ended;
    expect(bench.facts).toEqual(['a', 'b', 'c']);
    expect(end.progress.seconds.total).toBeCloseTo(0.33);
    expect(bench.steps()).toEqual(['running', 'pausing', 'paused', 'running', 'finished']);
  });

  it('pauses while it waits for the listing', async () => {
    const bench = createBench();
    const gate = createGate();
    async function* slowly() {
      await gate.passed;
      yield listed('a');
    }
    const run = bench.start({ images: slowly() });
    run.pause();
    await bench.seen('paused');
    gate.open();
    run.resume();
    await run.ended;
    expect(bench.facts).toEqual(['a']);
  });

  it('stops after the image under way, keeps it, and closes the listing', async () => {
    const bench = createBench();
    const held = holdAt(bench, 'a');
    let isClosed = false;
    async function* endless() {
      try {
        for (let n = 0; ; n++) yield await Promise.resolve(listed(n === 0 ? 'a' : `more-${n}`));
      } finally {
        isClosed = true;
      }
    }
    const run = bench.start({ images: endless() });
    await held.reached;
    run.stop();
    run.resume();
    held.letGo();
    expect(await run.ended).toMatchObject({ step: 'stopped', reason: { code: 'asked' } });
    expect(bench.facts).toEqual(['a']);
    await expect.poll(() => isClosed).toBe(true);
    const last = bench.states.length;
    run.pause();
    expect(bench.states).toHaveLength(last);
  });

  it('stops out of a pause', async () => {
    const bench = createBench();
    const run = bench.start();
    run.pause();
    await bench.seen('paused');
    run.stop();
    expect((await run.ended).step).toBe('stopped');
  });

  it('waits when there is no space and loses nothing', async () => {
    const bench = createBench();
    const { putFact } = bench.ports;
    let isFull = true;
    bench.ports.putFact = (inference, prepared, vectors) =>
      isFull && inference.filepath === 'b' ? Promise.resolve(bad('no-space')) : putFact(inference, prepared, vectors);
    const run = bench.start();
    await bench.seen('paused');
    expect(bench.states.at(-1)).toMatchObject({ reason: { code: 'storage', error: { code: 'no-space' } } });
    expect(bench.facts).toEqual(['a']);
    isFull = false;
    run.resume();
    expect((await run.ended).step).toBe('finished');
    expect(bench.facts).toEqual(['a', 'b', 'c']);
    expect(bench.log.filter((line) => line === 'infer b')).toHaveLength(1);
  });

  it('does not tell a fact that could never be stored', async () => {
    const bench = createBench();
    bench.ports.putFact = () => Promise.resolve(bad('no-space'));
    const run = bench.start();
    await bench.seen('paused');
    run.stop();
    expect(await run.ended).toMatchObject({ step: 'stopped', reason: { code: 'asked' }, progress: { done: 0 } });
    expect(bench.facts).toEqual([]);
  });

  it('waits when the folder is gone, then does the same images', async () => {
    const bench = createBench();
    let isThere = false;
    const { open } = bench.ports;
    bench.ports.open = (filepath) =>
      isThere || filepath === 'a'
        ? open(filepath)
        : Promise.resolve({ kind: 'unreadable', problem: { code: 'file-missing', detail: 'gone' } });
    bench.ports.isSourceReachable = () => Promise.resolve(isThere);
    const run = bench.start();
    await bench.seen('paused');
    expect(bench.states.at(-1)).toMatchObject({ reason: { code: 'source-lost' } });
    isThere = true;
    run.resume();
    expect((await run.ended).progress).toMatchObject({ done: 3, failed: 0 });
  });

  it('calls a single file missing when its folder is there', async () => {
    const bench = createBench();
    const { open } = bench.ports;
    bench.ports.open = (filepath) =>
      filepath === 'b'
        ? Promise.resolve({ kind: 'unreadable', problem: { code: 'file-missing', detail: 'gone' } })
        : open(filepath);
    expect((await bench.start().ended).progress).toMatchObject({ done: 3, failed: 1 });
    expect(bench.stored.get('b')?.problem?.code).toBe('file-missing');
  });

  it('says that the listing broke off, after doing what was listed', async () => {
    const bench = createBench();
    async function* broken() {
      yield await Promise.resolve(listed('a', 'b'));
      throw new Error('card pulled out');
    }
    const end = await bench.start({ images: broken() }).ended;
    expect(end).toMatchObject({ step: 'stopped', reason: { code: 'listing-failed' } });
    expect(bench.facts).toEqual(['a', 'b']);
  });

  it('rejects for a bug instead of hiding it', async () => {
    const bench = createBench();
    bench.ports.prepare = () => Promise.reject(new Error('a bug'));
    await expect(bench.start().ended).rejects.toThrow('a bug');
  });
});

describe('processRun with workers that break down', () => {
  it('restarts and repeats the image', async () => {
    const bench = createBench();
    dieAt(bench, { b: 1 });
    expect((await bench.start().ended).progress).toMatchObject({ done: 3, failed: 0 });
    expect(bench.log.filter((line) => /death|restart|prepare b|infer b/.test(line))).toEqual([
      'prepare b',
      'death b',
      'restart infer',
      'prepare b',
      'infer b',
    ]);
  });

  it('calls an image failed that breaks them twice, once the next one shows that they work', async () => {
    const bench = createBench();
    dieAt(bench, { b: 2 });
    const end = await bench.start().ended;
    expect(end).toMatchObject({ step: 'finished', progress: { done: 3, failed: 1 } });
    expect(bench.stored.get('b')).toMatchObject({
      failures: ['CLASSIFIER', 'DETECTOR'],
      problem: { code: 'detector-failed' },
    });
    expect(bench.log.indexOf('store b')).toBeGreaterThan(bench.log.indexOf('infer c'));
  });

  it('stores the failure of the very last image', async () => {
    const bench = createBench();
    dieAt(bench, { c: 2 });
    expect(await bench.start().ended).toMatchObject({ step: 'finished', progress: { done: 3, failed: 1 } });
  });

  it('stops when two different images in a row do, and blames neither', async () => {
    const bench = createBench();
    dieAt(bench, { b: 9, c: 9 });
    const end = await bench.start().ended;
    expect(end).toMatchObject({ step: 'stopped', reason: { code: 'broke-down', error: { code: 'worker-died' } } });
    expect([...bench.stored.keys()]).toEqual(['a']);
  });

  it('goes on through many deaths that a repetition mends', async () => {
    const bench = createBench();
    dieAt(bench, { a: 1, b: 1, c: 1 });
    expect((await bench.start().ended).progress).toMatchObject({ done: 3, failed: 0 });
  });

  it('stops when they can not be restarted', async () => {
    const bench = createBench();
    dieAt(bench, { a: 1 });
    bench.ports.restart = () => Promise.resolve(bad('session-failed'));
    expect(await bench.start().ended).toMatchObject({
      reason: { code: 'restart-failed', error: { code: 'session-failed' } },
    });
  });

  it('does not blame the images that went down together with the decoder', async () => {
    const bench = createBench();
    const { prepare } = bench.ports;
    let isDown = false;
    bench.ports.prepare = async (file) => {
      if (file === 'b') isDown = true;
      await Promise.resolve();
      return isDown ? bad('worker-died') : prepare(file);
    };
    bench.ports.restart = () => {
      isDown = false;
      bench.log.push('restart');
      return Promise.resolve(ok(null));
    };
    const end = await bench.start({ batches: [listed('a', 'b', 'c', 'd', 'e')], ahead: () => 3 }).ended;
    expect(end).toMatchObject({ step: 'finished', progress: { done: 5, failed: 1 } });
    expect(bench.stored.get('b')?.problem?.code).toBe('undecodable');
    expect([...bench.stored].filter(([, fact]) => fact.failures.length > 0).map(([path]) => path)).toEqual(['b']);
  });
});
