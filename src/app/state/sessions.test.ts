import { expect, it } from 'vitest';
import type { OpenSession } from './open-session';
import { createSessions } from './sessions';

function createBench() {
  const told: string[] = [];
  const session = (id: string) =>
    ({
      id,
      hide: () => told.push(`hide ${id}`),
      show: () => told.push(`show ${id}`),
      close: () => told.push(`close ${id}`),
    }) as unknown as OpenSession;
  return { told, session, sessions: createSessions() };
}

it('closes what is left, unless it is held', () => {
  const { told, session, sessions } = createBench();
  const [a, b, c] = [session('a'), session('b'), session('c')];
  sessions.show(a);
  sessions.hold(a);
  sessions.show(b);
  sessions.show(c);
  expect(told).toEqual(['hide a', 'close b']);
  expect(sessions.isNeeded(a)).toBe(true);
  expect(sessions.isNeeded(b)).toBe(false);
  sessions.show(a);
  expect(told.slice(2)).toEqual(['close c', 'show a']);
  sessions.release(a);
  expect(told).toHaveLength(4); // it is on the screen
  sessions.show(null);
  expect(told.at(-1)).toBe('close a');
});

it('closes what was run unseen when its run is over', () => {
  const { told, session, sessions } = createBench();
  const [a, b] = [session('a'), session('b')];
  sessions.show(a);
  sessions.hold(b);
  sessions.release(a); // never held
  expect(sessions.held()).toBe(b);
  sessions.hold(a); // the next one
  expect(told).toEqual(['close b']);
  sessions.release(a);
  expect(sessions.held()).toBeNull();
  expect(told).toEqual(['close b']);
});
