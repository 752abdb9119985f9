import { expect, it } from 'vitest';
import { settlingActs } from './settling-acts';

it('flags, stars and what changed nothing say nothing of the pace', () => {
  const acts = (['confirm', 'flag', 'label', 'note', 'merge'] as const).map((deed, at) => ({ deed, at, images: 2 }));
  expect(settlingActs([...acts, { deed: 'label', at: 9, images: 0 }]).map(({ at }) => at)).toEqual([0, 2]);
});
