import { describe, expect, it } from 'vitest';
import { arrangementsFor, createArrangementTrial, type Arrangement } from './arrangement-trial';

const CANDIDATES = ['1x8', '1x4', '2x4', '4x2'].map((words) => {
  const [workers, threads] = words.split('x').map(Number) as [number, number];
  return { workers, threads };
});
const wordsOf = ({ workers, threads }: Arrangement) => `${workers}x${threads}`;

/** Images come until the trial is over; the networks take so long for one with each arrangement. */
function measure(candidates: readonly Arrangement[], networkMs: Readonly<Record<string, number>>) {
  const trial = createArrangementTrial(candidates);
  const seen: string[] = [];
  for (let image = 0; image < 100; image++) {
    const words = wordsOf(trial.now());
    if (seen.at(-1) !== words) seen.push(words);
    trial.add({ networkMs: networkMs[words]!, busyWorkers: trial.now().workers });
  }
  const found = trial.found();
  return { found: found && wordsOf(found), seen };
}

describe('createArrangementTrial', () => {
  it('keeps several workers when together they are faster', () => {
    const { found, seen } = measure(CANDIDATES, { '1x8': 100, '1x4': 120, '2x4': 150, '4x2': 310 });
    expect([found, seen]).toEqual(['2x4', ['1x8', '1x4', '2x4', '4x2', '2x4']]);
  });

  it('goes on to four where that is still better', () => {
    expect(measure(CANDIDATES, { '1x8': 100, '1x4': 100, '2x4': 100, '4x2': 100 }).found).toBe('4x2');
  });

  it('does not try four where two bring less than they cost', () => {
    const { found, seen } = measure(CANDIDATES, { '1x8': 100, '1x4': 120, '2x4': 195, '4x2': 1 });
    expect([found, seen]).toEqual(['1x8', ['1x8', '1x4', '2x4', '1x8']]);
  });

  it('takes fewer threads where they are faster', () => {
    expect(measure(CANDIDATES, { '1x8': 100, '1x4': 80, '2x4': 159, '4x2': 999 }).found).toBe('1x4');
  });

  it('does not count the first image of each worker', () => {
    const counts = new Map<string, number>();
    const trial = createArrangementTrial(CANDIDATES.slice(0, 3));
    while (trial.found() === null) {
      const arrangement = trial.now();
      const words = wordsOf(arrangement);
      const count = (counts.get(words) ?? 0) + 1;
      counts.set(words, count);
      trial.add({ networkMs: count <= arrangement.workers ? 10_000 : 100, busyWorkers: arrangement.workers });
    }
    expect(trial.found()).toEqual({ workers: 2, threads: 4 });
  });

  it('does not take several workers for faster that wait for photos', () => {
    const trial = createArrangementTrial(CANDIDATES.slice(0, 3));
    while (trial.found() === null) trial.add({ networkMs: 100, busyWorkers: 1 });
    expect(trial.found()).toEqual({ workers: 1, threads: 8 });
  });

  it('is not misled by a single slow image', () => {
    const trial = createArrangementTrial(CANDIDATES.slice(0, 2));
    for (let image = 0; image < 7; image++) trial.add({ networkMs: 100, busyWorkers: 1 });
    for (let image = 0; image < 7; image++) trial.add({ networkMs: image === 3 ? 9000 : 80, busyWorkers: 1 });
    expect(trial.found()).toEqual({ workers: 1, threads: 4 });
  });
});

describe('arrangementsFor', () => {
  const small = { threads: 8, areThreadsWished: false, networkBytes: 30e6, areNetworksFast: false, memoryGb: 32 };
  const wordsFor = (room: Partial<typeof small>) => arrangementsFor({ ...small, ...room }).map(wordsOf);

  it('begins with all threads in one worker, then fewer, then more workers', () => {
    expect(wordsFor({})).toEqual(['1x8', '1x4', '2x4', '4x2']);
    expect(wordsFor({ threads: 6 })).toEqual(['1x6', '1x3', '2x3', '4x1']);
    expect(wordsFor({ threads: 2 })).toEqual(['1x2', '2x1']);
    expect(wordsFor({ threads: 1 })).toEqual(['1x1']);
  });

  it('uses all threads that are wished', () => {
    expect(wordsFor({ areThreadsWished: true })).toEqual(['1x8', '2x4', '4x2']);
  });

  it('holds networks as often as memory allows', () => {
    expect(wordsFor({ memoryGb: 16 })).toEqual(['1x8', '1x4', '2x4']);
    expect(wordsFor({ memoryGb: 8 })).toEqual(['1x8', '1x4']);
    expect(wordsFor({ networkBytes: 1.2e9 })).toEqual(['1x8', '1x4']);
    expect(wordsFor({ areNetworksFast: true })).toEqual(['1x8', '1x4', '2x4']);
  });

  it('takes a computer of unknown memory for a small one', () => {
    expect(arrangementsFor({ ...small, memoryGb: undefined }).map(wordsOf)).toEqual(['1x8', '1x4']);
  });
});
