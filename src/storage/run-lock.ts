/** Held while a survey is being run; the browser frees it when the tab closes or crashes. */
export interface RunLock {
  release(): void;
}

/** `running-elsewhere`: another tab runs this survey. */
export type RunLockOutcome =
  { readonly kind: 'locked'; readonly lock: RunLock } | { readonly kind: 'running-elsewhere' };

const lockName = (prefix: string, surveyId: string) => `${prefix}-run-${surveyId}`;
const queueName = (prefix: string) => `${prefix}-queue`;

export async function takeRunLock(prefix: string, surveyId: string): Promise<RunLockOutcome> {
  const lock = await take(lockName(prefix, surveyId));
  return lock === null ? { kind: 'running-elsewhere' } : { kind: 'locked', lock };
}

/** Held by the tab that works at the queue of surveys; null = another tab has it. */
export const takeQueueLock = (prefix: string): Promise<RunLock | null> => take(queueName(prefix));

/** True while any tab, this one included, runs the survey. */
export const isRunLocked = (prefix: string, surveyId: string): Promise<boolean> => isHeld(lockName(prefix, surveyId));

export const isQueueLocked = (prefix: string): Promise<boolean> => isHeld(queueName(prefix));

/** True while any tab, this one included, runs any survey. */
export async function isAnyRunLocked(prefix: string): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name?.startsWith(lockName(prefix, '')) === true);
}

/** Resolves when no tab runs the survey any more, however its run ended. */
export const waitForRunEnd = (prefix: string, surveyId: string): Promise<void> => waitFor(lockName(prefix, surveyId));

/** Resolves when no tab works at the queue any more. */
export const waitForQueueEnd = (prefix: string): Promise<void> => waitFor(queueName(prefix));

function take(wanted: string): Promise<RunLock | null> {
  return new Promise((resolve, reject) => {
    const held = navigator.locks.request(wanted, { ifAvailable: true }, (lock) => {
      if (lock === null) {
        resolve(null);
        return;
      }
      // The lock is held until this promise resolves.
      return new Promise<void>((release) => resolve({ release }));
    });
    held.catch(reject);
  });
}

async function isHeld(wanted: string): Promise<boolean> {
  // Asked, not tried: a lock taken for a moment would turn away a tab that is just starting.
  const { held = [] } = await navigator.locks.query();
  // Shared ones belong to those who wait: they are let go a moment after they were got.
  return held.some(({ name, mode }) => name === wanted && mode === 'exclusive');
}

async function waitFor(wanted: string): Promise<void> {
  // Shared: any number of tabs may wait, and none of them keeps another from starting.
  await navigator.locks.request(wanted, { mode: 'shared' }, () => undefined);
}
