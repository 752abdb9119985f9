import { describe, expect, it } from 'vitest';
import type { EndedRun } from '../../domain/run-queue';
import type { GoingRun, QueueView } from './app-state';
import { mustWait, placeInQueue, queueStanding } from './queue-view';

const done: EndedRun = { surveyId: 'z', name: 'Z', reason: null, done: 12, failed: 0 };
const going = { surveyId: 'a', name: 'A' } as GoingRun;
const queue = (waiting: string, change: Partial<QueueView> = {}): QueueView => ({
  current: null,
  waiting: Array.from(waiting),
  ended: [],
  isHeld: false,
  isElsewhere: false,
  ...change,
});

describe('mustWait', () => {
  it.each([
    [null, queue(''), 'a', false],
    [going, queue('', { current: 'a' }), 'a', false],
    [going, queue('', { current: 'a' }), 'b', true],
    [null, queue('', { current: 'a', isElsewhere: true }), 'a', false], // it is followed
    [null, queue('', { current: 'a', isElsewhere: true }), 'b', true],
    [null, queue('bc', { isHeld: true }), 'b', false], // nothing runs: it may begin at once
  ])('%#', (run, view, id, expected) => expect(mustWait({ going: run, queue: view }, id)).toBe(expected));
});

describe('queueStanding', () => {
  it.each([
    [null, queue(''), 'none'],
    [going, queue('', { current: 'a' }), 'none'], // a run alone
    [null, queue('', { current: 'a' }), 'none'], // a run alone that was cut off
    [going, queue('b', { current: 'a' }), 'working'],
    [going, queue('', { current: 'a', ended: [done] }), 'working'],
    [null, queue('b', { current: 'a', isElsewhere: true }), 'working'],
    [null, queue('b', { isHeld: true }), 'resting'],
    [null, queue('', { current: 'a', ended: [done] }), 'resting'], // the last one was cut off
    [null, queue('', { ended: [done] }), 'over'],
  ] as const)('%#', (run, view, expected) => expect(queueStanding({ going: run, queue: view })).toBe(expected));
});

it('places begin with 1', () => {
  expect(placeInQueue({ queue: queue('bc') }, 'c')).toBe(2);
  expect(placeInQueue({ queue: queue('bc') }, 'a')).toBeNull();
});
