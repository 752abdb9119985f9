/** Held while a survey is being run; the browser frees it when the tab closes or crashes. */
export interface RunLock {
  release(): void;
}

/** `running-elsewhere`: another tab runs this survey. */
export type RunLockOutcome =
  { readonly kind: 'locked'; readonly lock: RunLock } | { readonly kind: 'running-elsewhere' };

const lockName = (prefix: string, surveyId: string) => `${prefix}-run-${surveyId}`;

export function takeRunLock(prefix: string, surveyId: string): Promise<RunLockOutcome> {
  return new Promise((resolve, reject) => {
    const held = navigator.locks.request(lockName(prefix, surveyId), { ifAvailable: true }, (lock) => {
      if (lock === null) {
        resolve({ kind: 'running-elsewhere' });
        return;
      }
      // The lock is held until this promise resolves.
      return new Promise<void>((release) => resolve({ kind: 'locked', lock: { release } }));
    });
    held.catch(reject);
  });
}

/** True while any tab, this one included, runs the survey. */
export async function isRunLocked(prefix: string, surveyId: string): Promise<boolean> {
  // Asked, not tried: a lock taken for a moment would turn away a tab that is just starting.
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === lockName(prefix, surveyId));
}

/** True while any tab, this one included, runs any survey. */
export async function isAnyRunLocked(prefix: string): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name?.startsWith(lockName(prefix, '')) === true);
}

/** Resolves when no tab runs the survey any more, however its run ended. */
export async function waitForRunEnd(prefix: string, surveyId: string): Promise<void> {
  // Shared: any number of tabs may wait, and none of them keeps another from starting.
  await navigator.locks.request(lockName(prefix, surveyId), { mode: 'shared' }, () => undefined);
}
