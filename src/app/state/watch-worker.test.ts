import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SILENCE_MS, wasGivenUp, watchWorker } from './watch-worker';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function createWorker() {
  const reasons: string[] = [];
  return { reasons, worker: { dispose: (why = '') => void reasons.push(why) } };
}

describe('watchWorker', () => {
  it('ends a worker that is not heard of, once, and says so', () => {
    const { reasons, worker } = createWorker();
    watchWorker(worker);
    vi.advanceTimersByTime(SILENCE_MS - 1);
    expect(reasons).toEqual([]);
    vi.advanceTimersByTime(SILENCE_MS);
    expect(reasons).toHaveLength(1);
    expect(wasGivenUp({ message: reasons[0]! })).toBe(true);
    expect(wasGivenUp({ message: 'the worker was ended' })).toBe(false);
  });

  it('begins anew whenever the worker is heard of', () => {
    const { reasons, worker } = createWorker();
    const watch = watchWorker(worker);
    for (let step = 0; step < 5; step++) {
      vi.advanceTimersByTime(SILENCE_MS - 1);
      watch.heard();
    }
    expect(reasons).toEqual([]);
    vi.advanceTimersByTime(SILENCE_MS);
    expect(reasons).toHaveLength(1);
  });

  it('lets a worker be whose work is done', () => {
    const { reasons, worker } = createWorker();
    watchWorker(worker).end();
    vi.advanceTimersByTime(2 * SILENCE_MS);
    expect(reasons).toEqual([]);
  });
});
