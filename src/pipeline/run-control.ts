import type { PauseReason } from './run-state';

/** What the person last asked of a run, and the places where the run waits. */
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
  readonly passGate: (reason?: Exclude<PauseReason, { code: 'asked' }>) => Promise<boolean>;
}

/** Called when the run really begins to wait, and when it goes on. */
export interface GateWatcher {
  readonly onPaused: (reason: PauseReason) => void;
  readonly onResumed: () => void;
}

/** A run that is asked for nothing yet: it runs. */
export function createRunControl(watcher: GateWatcher): RunControl {
  let wish: 'run' | 'pause' | 'stop' = 'run';
  let wakers: (() => void)[] = [];

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

  return {
    isStopping: () => wish === 'stop',
    isPausing: () => wish === 'pause',
    pause: () => ask('pause'),
    resume: () => ask('run'),
    stop: () => ask('stop'),
    wake,
    nextWake,
    async passGate(reason) {
      if (reason !== undefined) ask('pause');
      if (read() === 'pause') {
        watcher.onPaused(reason ?? { code: 'asked' });
        while (read() === 'pause') await nextWake();
        watcher.onResumed();
      }
      return read() !== 'stop';
    },
  };
}
