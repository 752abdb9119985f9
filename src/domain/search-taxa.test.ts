import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LEOPARD, LION, PANTHERA, SMALL_TAXONOMY } from '../../test/small-package';
import { createTaxonSearch, prepareTaxonSearch } from './search-taxa';
import { ANIMAL, HUMAN } from './special-labels';
import { parseTaxonomy } from './taxonomy';

const label = (key: string, name: string) => `u;${key};${name}`;
const LABELS = [
  label('mammalia;carnivora;felidae;leopardus;guigna', 'guiña'),
  label('mammalia;carnivora;felidae;panthera;uncia', 'snow leopard'),
  label('mammalia;carnivora;felidae;prionailurus;bengalensis', 'leopard cat'),
  label('mammalia;carnivora;felidae;panthera;pardus', 'leopard'),
  label('mammalia;carnivora;felidae;;', 'cat family'),
  label('mammalia;carnivora;felidae;leopardus;', ''),
  label('mammalia;perissodactyla;equidae;equus;grevyi', "grevy's zebra"),
  label('mammalia;artiodactyla;cervidae;odocoileus;virginianus', 'white-tailed deer'),
  label('mammalia;carnivora;canidae;canis;lupus', 'grey wolf'),
  ANIMAL,
];

describe('createTaxonSearch', () => {
  const search = createTaxonSearch(LABELS);
  const find = (query: string, limit = 10) => search(query, limit).map((found) => found.label.split(';').at(-1));

  it.each<[string, string, readonly string[]]>([
    [
      'the name itself, then names that begin with it',
      'leopard',
      ['leopard', 'leopard cat', '', 'guiña', 'snow leopard'],
    ],
    ['capitals and blanks do not count', '  LEOpard ', ['leopard', 'leopard cat', '', 'guiña', 'snow leopard']],
    ['words in any order', 'leopard snow', ['snow leopard']],
    ['beginnings of words', 'le sn', ['snow leopard']],
    ['scientific names', 'panthera pardus', ['leopard']],
    ['common and scientific words together', 'snow uncia', ['snow leopard']],
    ['a family', 'felidae', ['cat family']],
    ['a genus, before its species', 'leopardus', ['', 'guiña']],
    ['accents, typed or not', 'guina', ['guiña']],
    ['accents that are not there', 'gúïna', ['guiña']],
    ['apostrophes', 'grevys', ["grevy's zebra"]],
    ['other apostrophes', 'grevy’s zebra', ["grevy's zebra"]],
    ['hyphens', 'white tailed', ['white-tailed deer']],
    ['one letter missing', 'lepard snow', ['snow leopard']],
    ['one letter too many', 'zebbra', ["grevy's zebra"]],
    ['another letter', 'canis lupis', ['grey wolf']],
    ['two letters swapped', 'leopadr cat', ['leopard cat']],
    ['no guesses for short words', 'cta', []],
    ['no guesses for two errors', 'lepadr', []],
    ['no beginnings inside words', 'pard', ['leopard']], // of "pardus", not of "leopard"
    ['all words must be there', 'leopard zebra', []],
    ['nothing', ' - ', []],
    ['every animal', 'animal', ['animal']],
  ])('%s: %s', (_, query, names) => expect(find(query)).toEqual(names));

  it('puts guesses behind all others', () => {
    const close = createTaxonSearch([label('a;b;c;d;e', 'mouse'), label('a;b;c;d;f', 'moose'), label('a;b;c;d;g', 'house mouse')]); // prettier-ignore
    expect(close('mouse', 3).map((found) => found.key.slice(-1))).toEqual(['e', 'g', 'f']);
    expect(close('mouse', 2).map((found) => found.key.slice(-1))).toEqual(['e', 'g']);
  });

  it('moves up what is lifted, but not before the name itself', () => {
    const foxes = createTaxonSearch([label('a;b;c;d;e', 'fox squirrel'), label('a;b;c;d;f', 'red fox'), label('a;b;c;d;g', 'fox')]); // prettier-ignore
    const order = (lift: number) =>
      foxes('fox', 3, (line) => (line.endsWith('red fox') ? lift : 0)).map((found) => found.key.slice(-1));
    expect(order(0)).toEqual(['g', 'e', 'f']);
    expect(order(1.5)).toEqual(['g', 'f', 'e']);
  });

  it('searches other names where they are given', () => {
    const named = new Map([
      ['leopard', ['Leopard', '豹', 'Лeопард', 'Luipaard']],
      ['snow leopard', ['雪豹', 'Schneeleopard', 'barś śnieżny']],
      ['grey wolf', ['Wilk szary', 'Grå ulv', 'Graßwolf']],
    ]);
    const namedSearch = createTaxonSearch(LABELS, (line) => named.get(line.slice(line.lastIndexOf(';') + 1)) ?? []);
    const all = (query: string) => namedSearch(query, 5).map((found) => found.label.split(';').at(-1));
    expect(all('豹')).toEqual(['leopard', 'snow leopard']); // inside a word, where words are not parted
    expect(all('雪')).toEqual(['snow leopard']);
    expect(all('schneelepard')).toEqual(['snow leopard']);
    expect(all('bars sniez')).toEqual(['snow leopard']);
    expect(all('grasswolf')).toEqual(['grey wolf']);
    expect(all('gra ulv')).toEqual(['grey wolf']);
    expect(all('grey wolf')).toEqual([]);
  });

  it('can be prepared in pieces', () => {
    const many = Array.from({ length: 1000 }, (_, index) => label(`a;b;c;d;e${index}`, `beast ${index}`));
    const pieces = prepareTaxonSearch(many);
    let count = 0;
    for (;;) {
      const piece = pieces.next();
      if (piece.done === true) {
        expect(piece.value('beast 777', 1)[0]?.label).toBe(many[777]);
        break;
      }
      count += 1;
    }
    expect(count).toBe(10);
  });

  it('keeps to its limit', () => {
    expect(find('leopard', 2)).toEqual(['leopard', 'leopard cat']);
    expect(find('leopard', 0)).toEqual([]);
  });

  it('tells key and rank', () => {
    const all = createTaxonSearch(SMALL_TAXONOMY.labels.values());
    expect(all('lion', 1)).toEqual([{ label: LION, key: 'mammalia;carnivora;felidae;panthera;leo', level: 'species' }]);
    expect(all('panthera', 9).map(({ label: line, level }) => [line, level])).toEqual([
      [PANTHERA, 'genus'],
      [LION, 'species'],
      [LEOPARD, 'species'],
    ]);
    expect(['mammal', 'carnivorous', 'cat', 'human', 'animal'].map((query) => all(query, 1)[0]?.level)).toEqual([
      'class',
      'order',
      'family',
      'species',
      'kingdom',
    ]);
    expect(all('homo sapiens', 1)[0]?.label).toBe(HUMAN);
  });

  it('leaves out lines that are no labels, and takes any query', () => {
    expect(createTaxonSearch(['', 'lion', 'u;a;lion'])('lion', 9)).toEqual([]);
    for (const query of ['', '(', '\\', '*', '💥', 'é'.repeat(1_000), 'a '.repeat(1_000)]) {
      expect(search(query, 5).length).toBeLessThanOrEqual(5);
    }
  });
});

const TAXONOMY = resolve(import.meta.dirname, '../../../shared/models/coco-mnv2/taxonomy_release.txt');

describe.skipIf(!existsSync(TAXONOMY))('with the reference’s taxonomy (needs ../shared/models)', () => {
  it('finds every taxon by its scientific name', () => {
    const { labels } = parseTaxonomy(readFileSync(TAXONOMY, 'utf8'));
    const search = createTaxonSearch(labels.values());
    const missed = [...labels].filter(([key], index) => {
      const name = key.split(';').filter(Boolean).slice(key.endsWith(';') ? -1 : -2).join(' '); // prettier-ignore
      return index % 7 === 0 && name !== '' && !search(name, 3).some((found) => found.key === key);
    });
    expect(missed).toEqual([]);
  });
});
