import { expect, it } from 'vitest';
import { plural } from './plural';

it.each([
  [0, 'photos'],
  [1, 'photo'],
  [2, 'photos'],
  [5310, 'photos'],
])('%d %s', (count, word) => expect(plural(count, { one: 'photo', other: 'photos' })).toBe(word));

it('follows the rules of another language', () => {
  const polish = new Intl.PluralRules('pl');
  const forms = { one: 'zdjęcie', few: 'zdjęcia', many: 'zdjęć', other: 'zdjęcia' };
  expect([1, 3, 5, 22].map((count) => plural(count, forms, polish))).toEqual([
    'zdjęcie',
    'zdjęcia',
    'zdjęć',
    'zdjęcia',
  ]);
});
