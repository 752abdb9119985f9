import { describe, expect, it } from 'vitest';
import {
  addToQueue,
  beginInQueue,
  endInQueue,
  forgetEnded,
  holdQueue,
  isQueueOver,
  keepInQueue,
  moveUpInQueue,
  nextInQueue,
  putInQueue,
  removeFromQueue,
} from './change-queue';
import { EMPTY_QUEUE, type EndedRun, type RunQueue } from './run-queue';

const run = (surveyId: string, reason: string | null = null): EndedRun => ({
  surveyId,
  name: surveyId.toUpperCase(),
  reason,
  done: 12,
  failed: 1,
});

const queue = (current: string | null, waiting: string, ended: readonly EndedRun[] = []): RunQueue => ({
  current,
  waiting: Array.from(waiting),
  ended,
  isHeld: false,
});

describe('a pass', () => {
  it('goes from survey to survey, and tells at the end what was done', () => {
    let now = beginInQueue(EMPTY_QUEUE, 'a');
    now = addToQueue(addToQueue(addToQueue(now, 'b'), 'c'), 'd');
    expect(now).toEqual(queue('a', 'bcd'));
    now = endInQueue(now, run('a'));
    expect(nextInQueue(now)).toBe('b');
    now = endInQueue(now, run('b', 'folder-gone')); // never began
    now = endInQueue(beginInQueue(now, 'c'), run('c', 'models-failed'));
    now = beginInQueue(now, 'd');
    expect(isQueueOver(now)).toBe(false);
    now = endInQueue(now, run('d'));
    expect(isQueueOver(now)).toBe(true);
    expect(nextInQueue(now)).toBeNull();
    expect(now.ended.map(({ surveyId, reason }) => [surveyId, reason])).toEqual([
      ['a', null],
      ['b', 'folder-gone'],
      ['c', 'models-failed'],
      ['d', null],
    ]);
    expect(isQueueOver(forgetEnded(now))).toBe(false);
  });

  it('of one survey alone leaves nothing behind', () => {
    expect(endInQueue(beginInQueue(EMPTY_QUEUE, 'a'), run('a'))).toEqual(EMPTY_QUEUE);
  });

  it('that is over gives way to the next one, whether a survey is added or run', () => {
    const over = queue(null, '', [run('a')]);
    expect(addToQueue(over, 'b')).toEqual(queue(null, 'b'));
    expect(beginInQueue(over, 'b')).toEqual(queue('b', ''));
  });

  it('that a person stopped waits, and goes on after the next run that begins', () => {
    const held = holdQueue(queue('a', 'bc'));
    expect(held).toEqual({ ...queue(null, 'bc'), isHeld: true });
    expect(beginInQueue(held, 'a')).toEqual(queue('a', 'bc'));
    expect(holdQueue(queue('a', ''))).toEqual(EMPTY_QUEUE); // nothing is left to wait
  });

  it('that was cut off goes on with the survey that was being run', () => {
    expect(nextInQueue(queue('b', 'cd'))).toBe('b');
  });
});

describe('the order', () => {
  it.each([
    [addToQueue(queue('a', 'bc'), 'd'), 'bcd'],
    [addToQueue(queue('a', 'bc'), 'c'), 'bc'],
    [addToQueue(queue('a', 'bc'), 'a'), 'bc'],
    [removeFromQueue(queue('a', 'bcd'), 'c'), 'bd'],
    [removeFromQueue(queue('a', 'bcd'), 'a'), 'bcd'],
    [moveUpInQueue(queue('a', 'bcd'), 'd'), 'bdc'],
    [moveUpInQueue(queue('a', 'bcd'), 'b'), 'bcd'],
    [moveUpInQueue(queue('a', 'bcd'), 'z'), 'bcd'],
    [beginInQueue(queue(null, 'bcd'), 'd'), 'bc'],
    [putInQueue(queue('a', 'bcd'), 'd', 0), 'dbc'],
    [putInQueue(queue('a', 'bc'), 'x', 1), 'bxc'],
    [putInQueue(queue('a', 'bc'), 'x', 9), 'bcx'],
    [putInQueue(queue('a', 'bc'), 'a', 0), 'bc'],
    [keepInQueue(queue('a', 'bcd'), (id) => id !== 'c'), 'bd'],
  ])('%#', (changed, waiting) => expect(changed.waiting.join('')).toBe(waiting));

  it('a survey tried again stands in the account once', () => {
    const left = queue('c', 'd', [run('a'), run('b', 'folder-gone')]);
    const again = addToQueue(left, 'b');
    expect(again.ended).toEqual([run('a')]);
    expect(endInQueue(queue('b', '', [run('b', 'folder-gone'), run('c')]), run('b')).ended).toEqual([
      run('c'),
      run('b'),
    ]);
    expect(forgetEnded(left, 'a').ended).toEqual([run('b', 'folder-gone')]);
  });

  it('a held queue from which all was taken is not held any more', () => {
    const held = holdQueue(queue('a', 'b'));
    expect(removeFromQueue(held, 'b')).toEqual(EMPTY_QUEUE);
    expect(keepInQueue({ ...held, current: 'x' }, () => false)).toEqual(EMPTY_QUEUE);
  });
});
