import { describe, expect, it } from 'vitest';
import { LION, SMALL_TAXONOMY } from '../../../test/small-package';
import { ParseError } from '../parse-error';
import { BLANK, HUMAN, UNKNOWN } from '../special-labels';
import { createLabelNames } from './label-names';
import { matchNames } from './match-names';
import { MAX_NAMES, parseNameList, type NameRow } from './name-list';
import type { OwnLabel } from './own-label';
import { taxonNameOf, taxonNamesOf } from './taxon-name';

/** One text is one row; lines of the file are counted in twos, as if each row had a line break in quotes. */
const rows = (...texts: readonly string[]): readonly NameRow[] =>
  texts.map((text, index) => ({ line: 1 + 2 * index, fields: text.split(',') }));

describe('parseNameList', () => {
  it.each<[string, readonly string[]]>([
    ['the plain form', ['scientific name,common name', 'Panthera leo,Löwe']],
    ['columns in another order', ['Common_Name,SCIENTIFIC-NAME', 'Löwe,Panthera leo']],
    ['other columns between', ['id,note,name,x', 'Panthera leo,seen,Löwe,1']],
    ['Darwin Core', ['id,scientificName,vernacularName', '2435099,Panthera leo (Linnaeus, Löwe'.replace(', L', ',L')]],
    ['a label line', ['label,name', ';mammalia;carnivora;felidae;panthera;leo;lion,Löwe']],
    ['a taxon’s key', ['taxon,name', 'mammalia;carnivora;felidae;panthera;leo,Löwe']],
    ['blank rows', ['', ' , ', 'latin,name', ',', 'panthera_leo,  Löwe ']],
    ['decomposed letters', ['latin,name', 'PANTHERA LEO,Lo\u0308we']],
  ])('reads %s', (_, texts) => {
    expect(parseNameList(rows(...texts))).toEqual({
      lists: [{ language: '', names: [{ taxon: 'panthera leo', name: 'Löwe' }] }],
      problems: [],
    });
  });

  it('parts languages, and tells rows that it leaves out with their lines', () => {
    const { lists, problems } = parseNameList(
      rows(
        'taxon,name,lang',
        'Panthera leo,Löwe,de',
        'Panthera leo,lion,fr',
        'Panthera leo,Leu,de',
        ',Niemand,de',
        'Felidae,,de',
        '4711,Nummer,de',
        'Felidae,a;b,fr',
        `Felidae,${'x'.repeat(121)},fr`,
        'Felidae,félidés,fr',
      ),
    );
    expect(lists).toEqual([
      { language: 'de', names: [{ taxon: 'panthera leo', name: 'Löwe' }] },
      {
        language: 'fr',
        names: [
          { taxon: 'panthera leo', name: 'lion' },
          { taxon: 'felidae', name: 'félidés' },
        ],
      },
    ]);
    expect(problems.map(({ line, problem }) => `${line} ${problem}`)).toEqual([
      '7 repeated',
      '9 no-taxon',
      '11 no-name',
      '13 not-a-taxon',
      '15 bad-character',
      '17 name-too-long',
    ]);
  });

  it.each([
    ['nothing at all', rows(), 'names: line 1: expected a header'],
    ['no taxon', rows('', 'rank,common name', 'a,b'), 'names: line 3: expected a column "scientific name"'],
    ['no name', rows('scientific name,rank'), 'names: line 1: expected a column "common name"'],
    [
      'too many languages',
      rows('latin,name,lang', ...Array.from({ length: 21 }, (_, index) => `Felidae,cats,l${index}`)),
      'names: line 43: expected at most 20 languages, got "l20" as well',
    ],
    [
      'too many names',
      rows('latin,name', ...Array.from({ length: MAX_NAMES + 1 }, () => 'Felidae,cats')),
      `expected at most ${MAX_NAMES} names`,
    ],
  ])('refuses %s', (_, table, message) => {
    expect(() => parseNameList(table)).toThrow(ParseError);
    expect(() => parseNameList(table)).toThrow(message);
  });
});

describe('taxonNameOf', () => {
  it.each([
    ['Vulpes vulpes', 'vulpes vulpes'],
    ['Vulpes vulpes (Linnaeus, 1758)', 'vulpes vulpes'],
    ['Canis lupus dingo Meyer, 1793', 'canis lupus dingo'],
    ['CANIDAE', 'canidae'],
    ['Équus_caballus', 'équus caballus'],
    ['990AE9DD-7A59-4344-AFCB-1B7B21368000', '990ae9dd-7a59-4344-afcb-1b7b21368000'],
    [LION, 'u-lion'],
    ['mammalia;carnivora;felidae;;', 'felidae'],
    ['Mammalia;Carnivora;Felidae;Panthera;Leo', 'panthera leo'],
    ['a;b', null],
    [';;;;', null],
    ['4711', null],
    ['', null],
  ])('%s: %s', (text, name) => expect(taxonNameOf(text)).toBe(name));

  it('finds each label by what it is called', () => {
    expect(taxonNamesOf(LION)).toEqual(['u-lion', 'panthera leo']);
    expect(taxonNamesOf(HUMAN)[1]).toBe('homo sapiens');
    expect(taxonNamesOf(BLANK)[1]).toBe('blank');
    expect(taxonNamesOf(UNKNOWN)[1]).toBe('unknown');
    expect(taxonNamesOf(';;;;;;roe deer')).toEqual([]);
  });
});

describe('createLabelNames', () => {
  const own: OwnLabel = { id: '6f776e6c-0000-8000-8000-000000000000', taxon: 'mammalia;carnivora;felidae;panthera;leo', name: 'white lion', isOffered: false }; // prettier-ignore
  const names = [
    { taxon: 'panthera leo', name: 'Löwe' },
    { taxon: 'u-leopard', name: 'Leopard' },
    { taxon: 'blank', name: 'Leer' },
    { taxon: 'vulpes vulpes', name: 'Rotfuchs' },
  ];

  it('calls labels by id or scientific name, own labels only as the person does', () => {
    const { nameOf, currentLine } = createLabelNames([own], names);
    expect(nameOf(LION)).toBe('Löwe');
    expect(nameOf('u-leopard;;;;;;')).toBe('Leopard');
    expect(nameOf(BLANK)).toBe('Leer');
    expect(nameOf(HUMAN)).toBeNull();
    const line = `${own.id};mammalia;carnivora;felidae;panthera;leo;wite lion`;
    expect(nameOf(line)).toBeNull();
    expect(currentLine(line)).toBe(`${own.id};mammalia;carnivora;felidae;panthera;leo;white lion`);
    expect(currentLine(LION)).toBe(LION);
    expect(currentLine('rubbish')).toBe('rubbish');
  });

  it('counts what fits a package', () => {
    const { matched, unmatched, named, unnamed } = matchNames(names, [...SMALL_TAXONOMY.labels.values(), BLANK]);
    expect(matched).toBe(3);
    expect(unmatched.map(({ name }) => name)).toEqual(['Rotfuchs']);
    expect(named).toBe(3);
    expect(unnamed).toBe(SMALL_TAXONOMY.labels.size - 2);
  });
});
