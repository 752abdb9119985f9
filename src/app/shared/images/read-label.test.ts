import { describe, expect, it } from 'vitest';
import { readLabel } from './read-label';

describe('readLabel', () => {
  it.each([
    ['9c56;mammalia;carnivora;felidae;puma;concolor;puma', 'animal', 'Puma', 'Puma concolor', 'species'],
    ['e1e4;aves;passeriformes;icteridae;;;icteridae family', 'animal', 'Icteridae family', 'Icteridae', 'family'],
    ['f2d2;mammalia;;;;;mammal', 'animal', 'Mammal', 'Mammalia', 'class'],
    ['1f68;;;;;;animal', 'animal', 'Animal', '', 'kingdom'],
    ['f185;;;;;;blank', 'blank', 'Blank', '', null],
    ['e289;;;;;;vehicle', 'vehicle', 'Vehicle', '', null],
    [';;;;;;roe deer', 'animal', 'Roe deer', '', null],
    [';;;;;;person', 'human', 'Person', '', null],
    [';;;;;;Empty', 'blank', 'Empty', '', null],
    ['990a;mammalia;primates;hominidae;homo;sapiens;human', 'human', 'Human', 'Homo sapiens', 'species'],
    ['d126;mammalia;primates;hominidae;homo;;human', 'human', 'Human', 'Homo', 'genus'],
    [
      '0000;aves;galliformes;phasianidae;gallus;gallus domesticus;',
      'animal',
      '',
      'Gallus gallus domesticus',
      'species',
    ],
  ])('%s', (line, kind, commonName, scientificName, level) => {
    expect(readLabel(line)).toMatchObject({ kind, commonName, scientificName, level });
  });

  it('knows the label for "no answer", in which every part is the same words', () => {
    const line = 'f2ef;no cv result;no cv result;no cv result;no cv result;no cv result;no cv result';
    expect(readLabel(line)).toMatchObject({ kind: 'unknown', scientificName: '', commonName: '' });
  });

  it('calls a line it cannot read unknown', () => {
    expect(readLabel('rubbish').kind).toBe('unknown');
  });
});
