import { describe, expect, it } from 'vitest';
import { bad, createBench, createGate, dieAt, holdAt, listed } from '../../test/run-bench';

const lanes = { most: 2, now: () => 2 };
const two = { lanes, batches: [listed('a', 'b', 'c', 'd')] };

describe('a run of two lanes', () => {
  it('sends as many images through the networks at once, and does each once', async () => {
    const bench = createBench();
    const held = holdAt(bench, 'a');
    const run = bench.start(two);
    await held.reached;
    await expect.poll(() => bench.facts).toEqual(['b', 'c', 'd']);
    held.letGo();
    expect((await run.ended).progress).toMatchObject({ total: 4, done: 4 });
    expect(bench.facts).toEqual(['b', 'c', 'd', 'a']);
  });

  it('does not let the networks wait for the store', async () => {
    const bench = createBench();
    const gate = createGate();
    const { putFact } = bench.ports;
    bench.ports.putFact = async (inference, prepared, vectors) => {
      if (inference.filepath === 'a') await gate.passed;
      return putFact(inference, prepared, vectors);
    };
    const run = bench.start(two);
    await expect.poll(() => bench.log).toContain('infer d');
    expect(bench.facts).not.toContain('a');
    gate.open();
    await run.ended;
    expect(bench.facts).toContain('a');
  });

  it('is paused when both wait, once, and goes on with both', async () => {
    const bench = createBench();
    const [first, second] = [holdAt(bench, 'a'), holdAt(bench, 'b')];
    const run = bench.start(two);
    await Promise.all([first.reached, second.reached]);
    run.pause();
    first.letGo();
    await expect.poll(() => bench.facts).toEqual(['a']);
    expect(bench.states.at(-1)?.step).toBe('pausing');
    second.letGo();
    await bench.seen('paused');
    expect(bench.facts).toEqual(['a', 'b']);
    bench.advance(3_600_000);
    run.resume();
    const end = await run.ended;
    expect(end.progress.done).toBe(4);
    expect(end.progress.seconds.total).toBeLessThan(1);
    expect(bench.steps()).toEqual(['running', 'pausing', 'paused', 'running', 'finished']);
  });

  it('is paused when one waits and the other has nothing left to do', async () => {
    const bench = createBench();
    const held = holdAt(bench, 'b');
    const run = bench.start({ lanes, batches: [listed('a', 'b')] });
    await held.reached;
    run.pause();
    held.letGo();
    await bench.seen('paused');
    run.resume();
    expect((await run.ended).progress.done).toBe(2);
  });

  it('pauses for want of space when the other image is done too, and loses neither', async () => {
    const bench = createBench();
    const { putFact } = bench.ports;
    let isFull = true;
    bench.ports.putFact = (inference, prepared, vectors) =>
      isFull ? Promise.resolve(bad('no-space')) : putFact(inference, prepared, vectors);
    const run = bench.start(two);
    await bench.seen('paused');
    expect(bench.states.at(-1)).toMatchObject({ reason: { code: 'storage', error: { code: 'no-space' } } });
    isFull = false;
    run.resume();
    expect((await run.ended).progress).toMatchObject({ done: 4, failed: 0 });
    expect(bench.log.filter((line) => line.startsWith('infer'))).toHaveLength(4);
  });

  it('keeps both images under way when it is stopped', async () => {
    const bench = createBench();
    const [first, second] = [holdAt(bench, 'a'), holdAt(bench, 'b')];
    const run = bench.start(two);
    await Promise.all([first.reached, second.reached]);
    run.stop();
    first.letGo();
    second.letGo();
    expect(await run.ended).toMatchObject({ step: 'stopped', reason: { code: 'asked' } });
    expect(bench.facts).toEqual(['a', 'b']);
  });

  it('calls an image failed by what a later one shows, not one that was on its way before', async () => {
    const bench = createBench();
    const held = holdAt(bench, 'a');
    dieAt(bench, { b: 2, c: 1 });
    const run = bench.start({ lanes, batches: [listed('a', 'b', 'c')] });
    await expect.poll(() => bench.log.filter((line) => line === 'restart infer')).toHaveLength(3);
    held.letGo();
    expect((await run.ended).progress).toMatchObject({ done: 3, failed: 1 });
    expect(bench.log.indexOf('store b')).toBeGreaterThan(bench.log.lastIndexOf('infer c'));
    expect(bench.log.filter((line) => line === 'store b')).toHaveLength(1);
  });

  it('goes on after two images that break the networks down, when none between them could tell that these are sound', async () => {
    const bench = createBench();
    const held = holdAt(bench, 'b');
    dieAt(bench, { a: 2, c: 2 });
    const run = bench.start(two);
    await held.reached;
    await expect.poll(() => bench.log.filter((line) => line === 'restart infer')).toHaveLength(4);
    held.letGo();
    const end = await run.ended;
    expect(end).toMatchObject({ step: 'finished', progress: { done: 4, failed: 2 } });
    expect(bench.log.indexOf('store a')).toBeGreaterThan(bench.log.lastIndexOf('infer d'));
  });

  it('blames no image when the networks break down for the last two', async () => {
    const bench = createBench();
    dieAt(bench, { a: 9, b: 9 });
    const end = await bench.start({ lanes, batches: [listed('a', 'b')] }).ended;
    expect(end).toMatchObject({ step: 'stopped', reason: { code: 'broke-down', error: { code: 'worker-died' } } });
    expect(bench.stored.size).toBe(0);
  });

  it('ends both when the networks break down for all, and blames no image', async () => {
    const bench = createBench();
    dieAt(bench, { b: 9, c: 9, d: 9 });
    const end = await bench.start(two).ended;
    expect(end).toMatchObject({ step: 'stopped', reason: { code: 'broke-down', error: { code: 'worker-died' } } });
    expect([...bench.stored.keys()]).toEqual(['a']);
  });

  it('ends when one lane waits for the listing and the other can not restart', async () => {
    const bench = createBench();
    const gate = createGate();
    dieAt(bench, { a: 1 });
    bench.ports.restart = () => Promise.resolve(bad('session-failed'));
    async function* slowly() {
      yield listed('a');
      await gate.passed;
    }
    expect(await bench.start({ lanes, images: slowly() }).ended).toMatchObject({
      reason: { code: 'restart-failed', error: { code: 'session-failed' } },
    });
    gate.open();
  });

  it('rejects for a bug when the other image is done, and begins nothing more', async () => {
    const bench = createBench();
    const held = holdAt(bench, 'b');
    const { infer } = bench.ports;
    bench.ports.infer = (filepath, image) =>
      filepath === 'a' ? Promise.reject(new Error('a bug')) : infer(filepath, image);
    const run = bench.start(two);
    await held.reached;
    held.letGo();
    await expect(run.ended).rejects.toThrow('a bug');
    expect(bench.facts).toEqual(['b']);
    expect(bench.log).not.toContain('infer c');
  });

  it('does not blame an image on its way whose decoder was restarted for another', async () => {
    const bench = createBench();
    const { prepare } = bench.ports;
    const tries = new Map<string, number>();
    bench.ports.prepare = async (file) => {
      const attempt = (tries.get(file) ?? 0) + 1;
      tries.set(file, attempt);
      await Promise.resolve();
      if (attempt === 1 && (file === 'a' || file === 'b')) return bad('worker-died');
      return prepare(file);
    };
    const end = await bench.start(two).ended;
    expect(end.progress).toMatchObject({ done: 4, failed: 0, restarts: { prepare: 1 } });
  });

  it('uses as many lanes as there are now, and all of them end', async () => {
    const bench = createBench();
    let now = 1;
    const held = holdAt(bench, 'a');
    const run = bench.start({ lanes: { most: 3, now: () => now }, batches: [listed('a', 'b', 'c', 'd', 'e')] });
    await held.reached;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(bench.log.filter((line) => line.startsWith('infer'))).toEqual([]);
    const second = holdAt(bench, 'b');
    const third = holdAt(bench, 'c');
    now = 2;
    held.letGo();
    await Promise.all([second.reached, third.reached]);
    expect(bench.facts).toEqual(['a']);
    now = 1;
    second.letGo();
    third.letGo();
    expect((await run.ended).progress.done).toBe(5);
    expect(bench.facts).toHaveLength(5);
  });

  it('pauses and goes on while lanes rest', async () => {
    const bench = createBench();
    const held = holdAt(bench, 'a');
    const run = bench.start({ lanes: { most: 3, now: () => 1 }, batches: [listed('a', 'b')] });
    await held.reached;
    run.pause();
    held.letGo();
    await bench.seen('paused');
    run.resume();
    expect((await run.ended).progress.done).toBe(2);
  });

  it('ends at once while a lane waits at a pause, when the networks of the other can not be opened again', async () => {
    const bench = createBench();
    const held = holdAt(bench, 'b');
    const { infer } = bench.ports;
    bench.ports.infer = async (filepath, image) => {
      const result = await infer(filepath, image);
      return filepath === 'b' ? bad('worker-died') : result;
    };
    bench.ports.restart = () => Promise.resolve(bad('session-failed'));
    const run = bench.start(two);
    await held.reached;
    run.pause();
    await expect.poll(() => bench.facts).toEqual(['a']);
    held.letGo();
    expect(await run.ended).toMatchObject({ step: 'stopped', reason: { code: 'restart-failed' } });
    expect(bench.log).not.toContain('infer d');
  });
});
