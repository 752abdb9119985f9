import type { OpenSession } from './open-session';

/** Which survey is on the screen, and which one is run, there or beside it. */
export interface Sessions {
  readonly current: () => OpenSession | null;
  /** The one that is run, or about to be; null = none. */
  readonly held: () => OpenSession | null;
  /** On the screen from now on; null = none is. What was there is closed, unless it is held: then it goes on unseen. */
  readonly show: (next: OpenSession | null) => void;
  /** It stays when another one is shown, until it is released. One at a time. */
  readonly hold: (session: OpenSession) => void;
  /** Closed if it is not on the screen. */
  readonly release: (session: OpenSession) => void;
  readonly isNeeded: (session: OpenSession) => boolean;
}

export function createSessions(): Sessions {
  let current: OpenSession | null = null;
  let held: OpenSession | null = null;

  function release(session: OpenSession): void {
    if (held !== session) return;
    held = null;
    if (current !== session) session.close();
  }

  return {
    current: () => current,
    held: () => held,
    show(next) {
      const before = current;
      if (before === next) return;
      current = next;
      if (before !== null && before === held) before.hide();
      else before?.close();
      if (next !== null && next === held) next.show();
    },
    hold(session) {
      if (held !== null && held !== session) release(held);
      held = session;
    },
    release,
    isNeeded: (session) => session === current || session === held,
  };
}
