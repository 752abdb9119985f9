import { describe, expect, it } from 'vitest';
import { commonNameOf, fullClassKey, parseLabel, scientificNameOf } from './label';
import { parseLabels } from './label-list';

describe('labels', () => {
  it('have seven parts', () => {
    expect(parseLabel('u;mammalia;carnivora;felidae;panthera;leo;lion')).toEqual({
      uuid: 'u',
      class: 'mammalia',
      order: 'carnivora',
      family: 'felidae',
      genus: 'panthera',
      species: 'leo',
      commonName: 'lion',
    });
    expect(fullClassKey('u;aves;;;;;bird')).toBe('aves;;;;');
    expect(() => parseLabel('a;b')).toThrow('label "a;b": expected 7 parts separated by ";", got 2');
  });

  it.each([
    ['u;mammalia;carnivora;felidae;panthera;leo;lion', 'lion', 'panthera leo'],
    ['u;mammalia;carnivora;felidae;panthera;leo;', 'panthera leo', 'panthera leo'],
    ['u;mammalia;carnivora;felidae;panthera;;', 'panthera', 'panthera'],
    ['u;mammalia;carnivora;felidae;;;', 'felidae', 'felidae'],
    ['u;aves;;;;;', 'aves', 'aves'],
    ['u;;;;;;blank', 'blank', ''],
    ['lion', 'lion', ''],
  ])('%s is called %s (%s)', (label, commonName, scientificName) => {
    expect(commonNameOf(label)).toBe(commonName);
    expect(scientificNameOf(label)).toBe(scientificName);
  });
});

describe('parseLabels', () => {
  it('strips lines and forgets blank ones at the end', () => {
    expect(parseLabels(' u;a;b;c;d;e;one\t\r\nv;;;;;;two\n\n \n')).toEqual(['u;a;b;c;d;e;one', 'v;;;;;;two']);
  });

  it('names the line that is wrong', () => {
    expect(() => parseLabels('u;;;;;;a\n\nv;;;;;;b')).toThrow('label list: line 2: expected 7 parts');
    expect(() => parseLabels('u;;;;;;a\ncat')).toThrow(
      'label list: line 2: expected 7 parts separated by ";", got 1: "cat"',
    );
    expect(() => parseLabels('\n')).toThrow('label list: expected at least one label, got none');
  });
});
