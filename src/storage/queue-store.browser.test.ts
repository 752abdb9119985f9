import { describe, expect, it } from 'vitest';
import { addToQueue, beginInQueue, removeFromQueue } from '../domain/change-queue';
import { EMPTY_QUEUE } from '../domain/run-queue';
import { openAppStorage } from './app-storage';

/** Two tabs of one browser. */
function openTwice() {
  const prefix = `test-${crypto.randomUUID()}`;
  return [openAppStorage(prefix).queue, openAppStorage(prefix).queue] as const;
}

describe('the queue', () => {
  it('is empty at first, and what one tab changes the other one reads', async () => {
    const [here, there] = openTwice();
    expect(await here.readQueue()).toEqual(EMPTY_QUEUE);
    await here.changeQueue((queue) => addToQueue(beginInQueue(queue, 'a'), 'b'));
    await there.changeQueue((queue) => addToQueue(queue, 'c'));
    expect(await here.readQueue()).toEqual({ ...EMPTY_QUEUE, current: 'a', waiting: ['b', 'c'] });
  });

  it('loses no change of tabs that act at the same moment', async () => {
    const [here, there] = openTwice();
    const names = Array.from({ length: 20 }, (_, number) => `s${number}`);
    await Promise.all(
      names.map((name, number) => (number % 2 === 0 ? here : there).changeQueue((queue) => addToQueue(queue, name))),
    );
    expect((await here.readQueue()).waiting.toSorted()).toEqual(names.toSorted());
    await there.changeQueue((queue) => removeFromQueue(queue, 's7'));
    expect((await here.readQueue()).waiting).toHaveLength(19);
  });

  it('belongs to one tab at a time; those that wait for its end hold nobody back, and are not taken for it', async () => {
    const [here, there] = openTwice();
    expect(await there.isLocked()).toBe(false);
    const lock = await here.takeLock();
    expect(lock).not.toBeNull();
    expect(await there.takeLock()).toBeNull();
    expect(await there.isLocked()).toBe(true);
    const seen = there.waitForEnd().then(() => there.isLocked());
    lock?.release();
    expect(await seen).toBe(false);
    await expect.poll(() => there.takeLock()).not.toBeNull();
    expect(await here.isLocked()).toBe(true);
  });
});
