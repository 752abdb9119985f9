import type { PauseReason } from './run-state';

/** What the person last asked of a run, and the places where its lanes wait. */
export interface RunControl {
  readonly isStopping: () => boolean;
  readonly isPausing: () => boolean;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly stop: () => void;
  /** Something new to look at: images arrived. */
  readonly wake: () => void;
  /** Resolves at the next command or `wake`. */
  readonly nextWake: () => Promise<void>;
  /** Waits while paused by the person, or, with a reason, until somebody resumes. False = stop. */
  readonly passGate: (reason?: GateReason) => Promise<boolean>;
  /** This lane has nothing left to do: the run waits when the others do. */
  readonly leave: () => void;
}

type GateReason = Exclude<PauseReason, { code: 'asked' }>;

/** Called when the run really begins to wait, and when it goes on. */
export interface GateWatcher {
  /** A lane can't go on, and waits; the others finish what they have. */
  readonly onPausing: () => void;
  /** All lanes wait. */
  readonly onPaused: (reason: PauseReason) => void;
  readonly onResumed: () => void;
}

/** A run of so many lanes that is asked for nothing yet: it runs. */
export function createRunControl(laneCount: number, watcher: GateWatcher): RunControl {
  let wish: 'run' | 'pause' | 'stop' = 'run';
  let wakers: (() => void)[] = [];
  let lanes = laneCount;
  let waiting = 0;
  /** Why the first lane waits that has a reason of its own. */
  let cause: GateReason | null = null;
  let isPaused = false;

  const wake = () => {
    const woken = wakers;
    wakers = [];
    for (const resolve of woken) resolve();
  };
  const nextWake = () => new Promise<void>((resolve) => wakers.push(resolve));
  const ask = (next: 'run' | 'pause' | 'stop') => {
    if (wish === 'stop') return; // a stop is final
    wish = next;
    wake();
  };
  const read = () => wish; // asked anew after each await

  /** Told once for all lanes, so that a pause begins when the last one waits. */
  const tellWhenAllWait = () => {
    if (isPaused || waiting === 0 || waiting < lanes) return;
    isPaused = true;
    watcher.onPaused(cause ?? { code: 'asked' });
  };

  return {
    isStopping: () => wish === 'stop',
    isPausing: () => wish === 'pause',
    pause: () => ask('pause'),
    resume: () => ask('run'),
    stop: () => ask('stop'),
    wake,
    nextWake,
    async passGate(reason) {
      if (reason !== undefined) {
        ask('pause');
        cause ??= reason;
      }
      if (read() === 'pause') {
        waiting++;
        if (waiting < lanes && reason !== undefined) watcher.onPausing();
        tellWhenAllWait();
        while (read() === 'pause') await nextWake();
        waiting--;
        cause = null;
        if (isPaused) watcher.onResumed();
        isPaused = false;
      }
      return read() !== 'stop';
    },
    leave() {
      lanes--;
      tellWhenAllWait();
    },
  };
}
