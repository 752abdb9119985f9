import { expect, it } from 'vitest';
import { createSerialQueue } from './serial-queue';

it('never lets two jobs overlap, and a failed one does not hurt the next', async () => {
  const inTurn = createSerialQueue();
  const log: string[] = [];
  const job = (name: string, fails = false) =>
    inTurn(async () => {
      log.push(`${name} starts`);
      await new Promise((resolve) => setTimeout(resolve, 1));
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const results = await Promise.allSettled([job('a'), job('b', true), job('c')]);
  expect(log).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends']);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
