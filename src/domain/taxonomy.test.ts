import { describe, expect, it } from 'vitest';
import { DOG, FELIDAE, LION, PANTHERA, SMALL_TAXONOMY } from '../../test/small-package';
import type { RollupLevel } from './prediction';
import { ANIMAL, BLANK, HUMAN, UNKNOWN, VEHICLE } from './special-labels';
import { ancestorOf, checkTaxonomy, parseTaxonomy } from './taxonomy';

describe('ancestorOf', () => {
  it.each<[string, RollupLevel, string | null]>([
    [LION, 'species', LION],
    [LION, 'genus', PANTHERA],
    [LION, 'family', FELIDAE],
    [LION, 'kingdom', ANIMAL],
    [DOG, 'genus', null], // not in this taxonomy
    [FELIDAE, 'genus', null],
    [FELIDAE, 'family', FELIDAE],
    ['other uuid;mammalia;carnivora;felidae;;;cats', 'family', FELIDAE],
    [BLANK, 'kingdom', null],
    [VEHICLE, 'kingdom', null],
    [ANIMAL, 'kingdom', ANIMAL],
    [UNKNOWN, 'kingdom', ANIMAL],
    [UNKNOWN, 'class', null],
    [HUMAN, 'species', HUMAN],
  ])('%s at %s', (label, level, ancestor) => expect(ancestorOf(SMALL_TAXONOMY, label, level)).toBe(ancestor));

  it('refuses labels without seven parts', () => expect(() => ancestorOf(SMALL_TAXONOMY, 'x', 'genus')).toThrow());
});

describe('parseTaxonomy', () => {
  it('always knows human and animal, in that order', () => {
    expect([...parseTaxonomy('').labels.values()]).toEqual([HUMAN, ANIMAL]);
  });
});

describe('checkTaxonomy', () => {
  it.each([
    ['u;aves;;;;;bird\n\nv;;x', 'taxonomy: line 3: expected 7 parts separated by ";", got 3: "v;;x"'],
    ['<html>', 'taxonomy: line 1: expected 7 parts'],
    [' \n', 'taxonomy: expected at least one taxon, got none'],
  ])('refuses %j', (text, message) => expect(() => checkTaxonomy(text)).toThrow(message));

  it('takes blank lines, as the reference does', () =>
    expect(() => checkTaxonomy('u;aves;;;;;bird\n\n')).not.toThrow());
});
