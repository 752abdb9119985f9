import { expect, it } from 'vitest';
import { groupOfTile } from './group-of-tile';

it('finds the group of every tile', () => {
  const groups = [{ start: 0 }, { start: 3 }, { start: 4 }];
  expect([0, 1, 2, 3, 4, 9].map((tile) => groupOfTile(groups, tile))).toEqual([0, 0, 0, 1, 2, 2]);
});
