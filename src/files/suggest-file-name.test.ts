import { expect, it } from 'vitest';
import { suggestFileName } from './suggest-file-name';

it.each([
  ['DCIM', 'DCIM.json'],
  ['Lauf 3: Süd / Nord', 'Lauf 3 Süd Nord.json'],
  ['a\u0000b\n<c>|d?*"\\', 'a b c d.json'],
  ['..', 'survey.json'],
  ['', 'survey.json'],
  ['con', 'survey-con.json'],
  ['ends. ', 'ends.json'],
  ['e\u0301', 'é.json'],
  ['\u{1F992}'.repeat(200), `${'\u{1F992}'.repeat(100)}.json`],
])('%j becomes %j', (name, expected) => {
  expect(suggestFileName(name, '.json')).toBe(expected);
});
