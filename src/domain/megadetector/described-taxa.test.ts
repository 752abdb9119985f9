import { describe, expect, it } from 'vitest';
import { ANIMAL, BLANK, UNKNOWN } from '../special-labels';
import { fullTaxonOf, isInRanks, isInText, parseDescribedTaxa, taxonOf } from './described-taxa';

const taxonFrom = (description: string) => taxonOf(parseDescribedTaxa({ 1: description }), '1');

it.each([
  [ANIMAL, 0, '', 'animal'],
  [BLANK, 0, '', 'blank'],
  [UNKNOWN, 0, 'no cv result;no cv result;no cv result;no cv result;no cv result', 'no cv result'],
  ['u;aves;;;;;bird', 3, 'aves', 'bird'],
  ['u;mammalia;carnivora;;;;carnivore', 4, 'mammalia;carnivora', 'carnivore'],
  ['u;mammalia;carnivora;felidae;;;cat family', 5, 'mammalia;carnivora;felidae', 'cat family'],
  ['u;mammalia;carnivora;felidae;lynx;;', 6, 'mammalia;carnivora;felidae;lynx', ''],
  ['mammalia;carnivora;felidae;lynx;lynx', 7, 'mammalia;carnivora;felidae;lynx;lynx', null],
  ['u;a;b;c;canis;lupus dingo;dingo|not;read', 8, 'a;b;c;canis;lupus dingo', 'dingo'],
])('reads %s', (description, rank, text, commonName) => {
  expect(taxonFrom(description)).toMatchObject({ rank, text, commonName });
});

it.each([
  ['a;b;c', '5 or 7 parts separated by ";", got 3'],
  ['u;Aves;;;;;bird', 'lower case, got "u;Aves;;;;;bird"'],
])('refuses %s', (description, message) => {
  expect(() => taxonFrom(description)).toThrow(`classification_category_descriptions["1"]: expected ${message}`);
});

it('refuses a class without description, and five parts where seven are needed', () => {
  const taxa = parseDescribedTaxa({ 1: 'aves;;;;' });
  expect(() => taxonOf(taxa, '2')).toThrow('classification_category_descriptions["2"]: expected a description');
  expect(() => fullTaxonOf(taxa, '1')).toThrow('classification_category_descriptions["1"]: expected 7 parts');
});

describe('who is inside whom', () => {
  const GENUS = 'u;m;rodentia;sciuridae;tamias;;chipmunks';
  const SQUIRREL = 'u;m;rodentia;sciuridae;tamiasciurus;hudsonicus;red squirrel';
  const CHIPMUNK = 'u;m;rodentia;sciuridae;tamias;striatus;eastern chipmunk';
  const WOLF = 'u;m;carnivora;canidae;canis;lupus;grey wolf';
  const DINGO = 'u;m;carnivora;canidae;canis;lupus dingo;dingo';
  const CANINES = 'u;m;carnivora;canidae;;;canine family';

  it.each([
    [GENUS, SQUIRREL, true, false],
    [GENUS, CHIPMUNK, true, true],
    [WOLF, DINGO, true, false],
    [CANINES, DINGO, true, true],
    [DINGO, CANINES, false, false],
    [WOLF, WOLF, true, true],
    [CANINES, GENUS, false, false],
    ['u;m;;canidae;;;a gap', DINGO, false, true],
  ])('%s and %s', (taxon, other, inText, inRanks) => {
    const pair = [taxonFrom(taxon), taxonFrom(other)] as const;
    expect([isInText(...pair), isInRanks(...pair)]).toEqual([inText, inRanks]);
  });
});
