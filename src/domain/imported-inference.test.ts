import { describe, expect, it } from 'vitest';
import { createLabelNumbers, importedInference, type ImportedParts } from './imported-inference';
import type { RunMode } from './survey';

const PARTS: ImportedParts = {
  detections: [
    { category: '1', label: 'animal', conf: 0.9, bbox: [0.1, 0.2, 0.3, 0.4] },
    { category: '7', label: 'drone', conf: 0.8, bbox: [0, 0, 1, 1] },
  ],
  classifications: { classes: ['fox', 'owl'], scores: [0.7, 0.2] },
};

const read = (parts: Partial<ImportedParts>, mode: RunMode = 'ensemble') =>
  importedInference(
    'a.jpg',
    { ...PARTS, ...parts },
    { packageType: 'always_crop', mode },
    createLabelNumbers(['fox'], []),
  );

describe('importedInference', () => {
  it('keeps what the files say, without categories that nobody knows', () => {
    expect(read({})).toEqual({
      filepath: 'a.jpg',
      size: null,
      capturedAt: null,
      detections: [{ category: '1', label: 'animal', conf: 0.9, bbox: [0.1, 0.2, 0.3, 0.4] }],
      crops: { '0': { classes: [0, 1], scores: [0.7, 0.2] } },
      failures: [],
      isImported: true,
      problem: null,
    });
  });

  it.each<[Partial<ImportedParts>, RunMode, string[], string[]]>([
    [{ detections: [] }, 'ensemble', ['image'], []],
    [{ detections: null }, 'ensemble', ['image'], ['DETECTOR']],
    [{ classifications: null }, 'ensemble', [], ['CLASSIFIER']],
    [{ classifications: null }, 'detections', [], []],
    [{ detections: null }, 'classify-whole-images', ['image'], []],
    [{ classifications: null, detections: null }, 'species', [], ['CLASSIFIER', 'DETECTOR']],
  ])('%j for %s has crops %j and failures %j', (parts, mode, crops, failures) => {
    const facts = read(parts, mode);
    expect([Object.keys(facts.crops), facts.failures]).toEqual([crops, failures]);
    expect(facts.problem?.code ?? null).toBe(failures.length > 0 ? 'not-in-file' : null);
  });
});

describe('createLabelNumbers', () => {
  it('counts labels of the package first, then those that came along', () => {
    const numbers = createLabelNumbers(['fox', 'owl', 'fox'], ['bat']);
    expect(['owl', 'fox', 'bat', 'yak', 'bat', 'yak'].map(numbers.numberOf)).toEqual([1, 0, 3, 4, 3, 4]);
    expect(numbers.extraLabels()).toEqual(['bat', 'yak']);
  });
});
