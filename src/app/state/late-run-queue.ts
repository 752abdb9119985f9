import type { AppParts } from './app-parts';
import type { AppActions } from './app-actions';
import type { RunView } from './app-state';
import { loadOnce } from './load-once';
import type { OpenSession } from './open-session';

type QueueActionNames = 'removeFromQueue' | 'moveUpInQueue' | 'continueQueue' | 'dismissQueue';

/** The queue of surveys, before its code is here. */
export interface LateRunQueue {
  readonly actions: Pick<AppActions, QueueActionNames>;
  /** The survey waits for its turn. */
  add(session: OpenSession): Promise<void>;
  /** The survey is deleted. */
  drop(surveyId: string): Promise<void>;
  /** A run begins in this tab. */
  begin(session: OpenSession): void;
  /** It is over: the next one may begin. */
  end(session: OpenSession, view: RunView): void;
  /** Reads what is stored, and hears of the other tabs from now on. */
  restore(): void;
}

/** Fetched after the start, or when the first run begins: the first screen does not wait for it. */
export function lateRunQueue(parts: AppParts): LateRunQueue {
  const { guarded } = parts;
  const load = loadOnce(async () => (await import('./run-queue')).createRunQueue(parts));
  return {
    actions: {
      removeFromQueue: guarded(async (id) => (await load()).remove(id)),
      moveUpInQueue: guarded(async (id) => (await load()).moveUp(id)),
      continueQueue: guarded(async () => (await load()).goOn()),
      dismissQueue: guarded(async () => (await load()).dismiss()),
    },
    add: async (session) => (await load()).add(session),
    drop: async (id) => (await load()).drop(id),
    begin: (session) => void guarded(async () => (await load()).begin(session))(),
    end: (session, view) => void guarded(async () => (await load()).end(session, view))(),
    restore: () => void guarded(async () => (await load()).restore())(),
  };
}
