import { describe, expect, it } from 'vitest';
import type { TaxonomyLevel } from '../prediction';
import { ANIMAL, BLANK, HUMAN, UNKNOWN, VEHICLE } from '../special-labels';
import { isWiderTaxon, taxonAtLevel } from './taxon-at-level';

const FOX = 'f0;mammalia;carnivora;canidae;vulpes;vulpes;red fox';
const DOGS = 'f1;mammalia;carnivora;canidae;;;canidae family';

it.each<readonly [string, TaxonomyLevel, string]>([
  [FOX, 'species', 'mammalia;carnivora;canidae;vulpes;vulpes'],
  [FOX, 'genus', 'mammalia;carnivora;canidae;vulpes;'],
  [FOX, 'family', 'mammalia;carnivora;canidae;;'],
  [FOX, 'order', 'mammalia;carnivora;;;'],
  [FOX, 'class', 'mammalia;;;;'],
  [DOGS, 'species', 'mammalia;carnivora;canidae;;'],
  [DOGS, 'family', 'mammalia;carnivora;canidae;;'],
  [DOGS, 'class', 'mammalia;;;;'],
  [HUMAN, 'class', HUMAN],
  [BLANK, 'class', BLANK],
  [VEHICLE, 'order', VEHICLE],
  [ANIMAL, 'family', ANIMAL],
  ['red fox', 'family', 'red fox'],
])('%s at %s', (label, level, expected) => {
  expect(taxonAtLevel(label, level)).toBe(expected);
});

it('does not take "no result" for an animal', () => {
  expect(taxonAtLevel(UNKNOWN, 'species')).toBe(UNKNOWN);
  expect(taxonAtLevel(UNKNOWN, 'class')).toBe(UNKNOWN);
});

describe('isWiderTaxon', () => {
  const fox = taxonAtLevel(FOX, 'species');
  it.each([
    [taxonAtLevel(DOGS, 'species'), fox, true],
    ['mammalia;;;;', fox, true],
    [fox, taxonAtLevel(DOGS, 'species'), false],
    [fox, fox, false],
    ['aves;;;;', fox, false],
    ['mammalia;carnivora;felidae;;', fox, false],
    [ANIMAL, fox, true],
    [fox, ANIMAL, false],
    [ANIMAL, HUMAN, false],
    [ANIMAL, BLANK, false],
    [ANIMAL, ANIMAL, false],
    [BLANK, VEHICLE, false],
    ['fox', 'red fox', false],
  ])('%s over %s: %s', (taxon, other, expected) => {
    expect(isWiderTaxon(taxon, other)).toBe(expected);
  });
});
