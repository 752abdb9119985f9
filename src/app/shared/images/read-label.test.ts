import { afterEach, describe, expect, it } from 'vitest';
import { createLabelNames } from '../../../domain/labels/label-names';
import type { SurveyImage } from '../../state/app-state';
import { describeImage } from './describe-image';
import { groupKeysOf } from './image-groups';
import { lineName, nameInSentence } from './image-words';
import { currentNaming, nameLabels, readLabel } from './read-label';

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

describe('names that a person gave', () => {
  afterEach(() => nameLabels(createLabelNames([], [])));
  const FOX = 'f0x;mammalia;carnivora;canidae;vulpes;vulpes;red fox';
  const BLANK = 'f1856211-cfb7-4a5b-9158-c0f72fd09ee6;;;;;;blank';
  const HUMAN = '990ae9dd-7a59-4344-afcb-1b7b21368000;mammalia;primates;hominidae;homo;sapiens;human';
  const own = {
    id: '6f776e6c-3c52-8d11-9a40-1f2e3d4c5b6a',
    taxon: 'mammalia;carnivora;canidae;vulpes;vulpes',
    name: 'melanistic red fox',
    isOffered: true,
  };
  const usedLine = `${own.id};mammalia;carnivora;canidae;vulpes;vulpes;black fox`;

  it('stand for the package’s, and go again', () => {
    expect(lineName(FOX)).toBe('Red fox');
    nameLabels(createLabelNames([], [{ taxon: 'vulpes vulpes', name: 'rotfuchs' }, { taxon: 'homo sapiens', name: 'Mensch' }])); // prettier-ignore
    expect(lineName(FOX)).toBe('Rotfuchs');
    expect(readLabel(FOX)).toMatchObject({ scientificName: 'Vulpes vulpes', isNamedByPerson: true, ownId: null });
    expect(nameInSentence(FOX)).toBe('Rotfuchs');
    expect([lineName(HUMAN), lineName(BLANK)]).toEqual(['Mensch', 'Blank']);
    nameLabels(createLabelNames([], []));
    expect([lineName(FOX), lineName(HUMAN), nameInSentence(FOX)]).toEqual(['Red fox', 'Person', 'red fox']);
  });

  it('are those of own labels as they are now, whatever they were when they were used', () => {
    nameLabels(createLabelNames([own], [{ taxon: 'vulpes vulpes', name: 'Rotfuchs' }]));
    expect(lineName(usedLine)).toBe('Melanistic red fox');
    expect(readLabel(usedLine)).toMatchObject({ kind: 'animal', ownId: own.id, scientificName: 'Vulpes vulpes' });
    // Also of another computer's, which are in no list here.
    nameLabels(createLabelNames([], []));
    expect(lineName(usedLine)).toBe('Black fox');
  });

  it('put own labels beside their taxon, not into it', () => {
    const keys = (line: string) => groupKeysOf({ kind: 'animal', label: readLabel(line) });
    expect(keys(usedLine).slice(0, 2)).toEqual(keys(FOX).slice(0, 2));
    expect(keys(usedLine)[2]).not.toBe(keys(FOX)[2]);
  });

  it('are seen by what was described before', () => {
    const labels: readonly string[] = [];
    const image = {
      filepath: 'a.jpg',
      inference: { detections: [], failures: [], capturedAt: null },
      prediction: { label: FOX, score: 0.9, source: 'classifier' },
      rejected: null,
      smoothed: null,
      animals: [],
    } as unknown as SurveyImage;
    expect(describeImage(image, labels).label?.commonName).toBe('Red fox');
    const before = currentNaming();
    nameLabels(createLabelNames([], [{ taxon: 'vulpes vulpes', name: 'Rotfuchs' }]));
    expect(currentNaming()).not.toBe(before);
    expect(describeImage(image, labels).label?.commonName).toBe('Rotfuchs');
  });
});
