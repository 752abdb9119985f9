import { describe, expect, it } from 'vitest';
import { afterDone, firstUndone, neighbourOf } from './walk-steps';

const LIST = ['a', 'b', 'c', 'd'];
const done =
  (...items: readonly string[]) =>
  (item: string) =>
    items.includes(item);

describe('going through a list', () => {
  it('begins with the first that is not done', () => {
    expect(firstUndone(LIST, done())).toBe(0);
    expect(firstUndone(LIST, done('a', 'b'))).toBe(2);
    expect(firstUndone(LIST, done(...LIST))).toBe(-1);
    expect(firstUndone([], done())).toBe(-1);
  });

  it.each([
    // What was just done may not be known as done yet.
    { known: [], at: 0, then: 1 },
    { known: ['a', 'b'], at: 0, then: 2 },
    { known: ['a'], at: 3, then: 1 },
    { known: ['a', 'b', 'c'], at: 3, then: -1 },
    { known: ['b', 'c', 'd'], at: 0, then: -1 },
    { known: LIST, at: 2, then: -1 },
  ])('goes on to the next that is not done: $known done, at $at', ({ known, at, then }) => {
    expect(afterDone(LIST, done(...known), at)).toBe(then);
  });

  it('steps over what does not pass, and stops at the ends', () => {
    expect(neighbourOf(LIST, 0, 1, () => true)).toBe(1);
    expect(neighbourOf(LIST, 0, 1, (item) => item === 'd')).toBe(3);
    expect(neighbourOf(LIST, 3, 1, () => true)).toBe(-1);
    expect(neighbourOf(LIST, 2, -1, (item) => item === 'a')).toBe(0);
    expect(neighbourOf(LIST, 2, -1, () => false)).toBe(-1);
  });
});
