import { expect, it } from 'vitest';
import { findLanguage } from './find-language';

const languages = [{ tag: 'en' }, { tag: 'es' }];

it.each([
  ['system', ['es-MX', 'en'], 'es', 'es-MX'],
  ['system', ['en-GB', 'es'], 'en', 'en-GB'],
  ['system', ['es'], 'es', 'es'],
  // Not the first language, but one that the person reads.
  ['system', ['qu', 'es-PE', 'en'], 'es', 'es-PE'],
  // Nobody chose English: dates and numbers stay as the person knows them.
  ['system', ['de-DE'], 'en', 'de-DE'],
  ['system', [], 'en', 'en'],
  ['es', ['en-US'], 'es', 'es'],
  ['es', ['en-US', 'es-419'], 'es', 'es-419'],
  ['en', ['es-MX', 'en-GB'], 'en', 'en-GB'],
  ['en', ['es-MX'], 'en', 'en'],
  // A language that a later version of the app had.
  ['fr', ['es-AR'], 'es', 'es-AR'],
  // "est" is Estonian.
  ['system', ['est', 'en'], 'en', 'en'],
])('%s with %j speaks %s and writes %s', (choice, wanted, tag, locale) => {
  expect(findLanguage(choice, languages, wanted)).toEqual({ language: { tag }, locale });
});
