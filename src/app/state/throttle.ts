export interface Throttled {
  /** Runs the action now, or soon: at most once in the interval, and always once more after the last call. */
  call(): void;
  /** Runs it at once if a call waits. */
  flush(): void;
}

/** Screens follow a run a few times a second; each finished image would be too often. The interval may be asked for each time. */
export function throttle(interval: number | (() => number), action: () => void): Throttled {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastMs = -Infinity;
  const run = () => {
    timer = null;
    lastMs = performance.now();
    action();
  };
  return {
    call() {
      if (timer !== null) return;
      const waitMs = lastMs + (typeof interval === 'number' ? interval : interval()) - performance.now();
      if (waitMs <= 0) run();
      else timer = setTimeout(run, waitMs);
    },
    flush() {
      if (timer === null) return;
      clearTimeout(timer);
      run();
    },
  };
}
