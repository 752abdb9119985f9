import { describe, expect, it } from 'vitest';
import { runInPieces } from './run-in-pieces';

function* countTo(count: number): Generator<void, number> {
  let sum = 0;
  for (let step = 1; step <= count; step++) {
    const until = performance.now() + 3;
    while (performance.now() < until) sum += 0; // as work does, without giving way
    sum += step;
    yield;
  }
  return sum;
}

describe('runInPieces', () => {
  it('answers what the computation returns, and lets others work in between', async () => {
    const done: string[] = [];
    const work = runInPieces(countTo(20)).then((sum) => done.push(`work ${sum}`));
    setTimeout(() => done.push('other'), 0);
    await work;
    expect(done).toEqual(['other', 'work 210']);
  });

  it('lets others in as it is told', async () => {
    let times = 0;
    const giveWay = () => {
      times += 1;
      return Promise.resolve();
    };
    expect(await runInPieces(countTo(10), undefined, giveWay)).toBe(55);
    expect(times).toBeGreaterThan(1);
  });

  it('ends when it is aborted', async () => {
    const abort = new AbortController();
    const work = runInPieces(countTo(1000), abort.signal);
    setTimeout(() => abort.abort(new Error('another one began')), 0);
    await expect(work).rejects.toThrow('another one began');
  });

  it('fails with the computation', async () => {
    function* failing(): Generator<void, never> {
      throw new Error('wrong');
    }
    await expect(runInPieces(failing())).rejects.toThrow('wrong');
  });
});
