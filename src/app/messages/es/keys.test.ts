import { expect, it } from 'vitest';
import { keys as english } from '../en/keys';
import { keys as spanish } from './keys';

it('lists the keys of the English list, in its order', () => {
  const combinations = ({ groups }: Pick<typeof spanish, 'groups'>) =>
    groups.map(({ keys }) => keys.map((line) => line.combinations));
  expect(combinations(spanish)).toEqual(combinations(english));
});
