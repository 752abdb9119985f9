import { createHash } from 'node:crypto';

/** Numbers that are the same on every computer for the same seeds. */
export interface Random {
  /** A whole number from 0 up to, but without, `limit`. */
  below(limit: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** True in this share of all calls, 0 to 1. */
  chance(share: number): boolean;
}

/** Marsaglia's xorshift with 32 bits ("Xorshift RNGs", 2003), started from a hash of the seeds. */
export function createRandom(...seeds: readonly number[]): Random {
  let state = createHash('sha256').update(seeds.join('/')).digest().readUInt32LE(0) || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('random: expected something to pick from, got an empty list');
      return item;
    },
    chance: (share) => next() < share,
  };
}
