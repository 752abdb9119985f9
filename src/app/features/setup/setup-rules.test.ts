import { describe, expect, it } from 'vitest';
import type { ModelPackage } from '../../../domain/model-package';
import { listCountries, listStates, placeName } from '../../shared/place/country-names';
import { canNameAnimals, fittingMode, missingFor, type NeededFile } from './run-choices';

const modelPackage = (parts: { detector?: boolean; classifier?: boolean; type?: ModelPackage['type'] }) =>
  ({
    detector: parts.detector ? {} : null,
    classifier: parts.classifier ? {} : null,
    type: parts.type ?? 'always_crop',
  }) as ModelPackage;

const FILE = { fileName: 'a.json', count: 3, matched: 2 };
const attached = (...names: readonly NeededFile[]) => ({
  detections: names.includes('detections') ? FILE : null,
  classifications: names.includes('classifications') ? FILE : null,
});

describe('missingFor', () => {
  it.each([
    ['species', { detector: true, classifier: true }, null],
    ['species', { detector: true }, 'classifier'],
    ['species', { classifier: true }, 'detector'],
    ['detections', { detector: true }, null],
    ['detections', { classifier: true }, 'detector'],
    ['classify-whole-images', { classifier: true }, null],
    ['classify-whole-images', { detector: true }, 'classifier'],
    ['classify-detections', { detector: true }, 'classifier'],
    ['classify-detections', { classifier: true }, 'detections-file'],
    ['ensemble', { classifier: true }, 'detections-file'],
    ['ensemble', { detector: true }, 'classifier'],
  ] as const)('%s with %j', (mode, parts, missing) => {
    expect(missingFor(mode, modelPackage(parts), attached())).toBe(missing);
  });

  it.each([
    ['classify-detections', ['detections'], null],
    ['classify-detections', ['classifications'], 'detections-file'],
    ['ensemble', ['detections'], 'classifications-file'],
    ['ensemble', ['classifications'], 'detections-file'],
    ['ensemble', ['detections', 'classifications'], null],
  ] as const)('%s with the files %j', (mode, files, missing) => {
    expect(missingFor(mode, modelPackage({ classifier: true }), attached(...files))).toBe(missing);
  });

  it('needs a package', () => {
    expect(missingFor('species', null, attached())).toBe('package');
    expect(missingFor('ensemble', null, attached('detections', 'classifications'))).toBe('package');
  });
});

describe('fittingMode', () => {
  it('keeps what fits and falls back to what the package can do', () => {
    expect(fittingMode('detections', modelPackage({ detector: true, classifier: true }), attached())).toBe(
      'detections',
    );
    expect(fittingMode('species', modelPackage({ detector: true }), attached())).toBe('detections');
    expect(fittingMode('species', modelPackage({ classifier: true }), attached())).toBe('classify-whole-images');
    expect(fittingMode('classify-detections', modelPackage({ classifier: true }), attached('detections'))).toBe(
      'classify-detections',
    );
    expect(fittingMode('classify-detections', modelPackage({ detector: true }), attached('detections'))).toBe(
      'detections',
    );
  });
});

describe('canNameAnimals', () => {
  it.each([
    ['species', { classifier: true }, true],
    ['classify-detections', { classifier: true }, true],
    ['species', { classifier: true, type: 'full_image' }, false],
    ['detections', { classifier: true }, false],
    ['classify-whole-images', { classifier: true }, false],
    ['ensemble', { classifier: true }, false],
    ['species', {}, false],
  ] as const)('%s with %j: %s', (mode, parts, can) => {
    expect(canNameAnimals(mode, modelPackage(parts))).toBe(can);
  });
});

describe('listCountries', () => {
  it('names countries in the language asked for', () => {
    expect(listCountries('en').find(({ code }) => code === 'KEN')?.label).toBe('Kenya');
    expect(listCountries('de').find(({ code }) => code === 'ZAF')?.label).toBe('Südafrika');
    expect(listCountries('en').length).toBeGreaterThan(240);
  });
});

describe('placeName', () => {
  it.each([
    [null, null, ''],
    ['KEN', null, 'Kenya'],
    ['USA', 'CA', 'California, United States'],
    ['QQQ', null, 'QQQ'],
  ])('%s %s', (country, admin1Region, name) => expect(placeName({ country, admin1Region }, 'en')).toBe(name));
});

describe('listStates', () => {
  it('has 50 states and the District of Columbia, each once', () => {
    expect(new Set(listStates('en').map(({ code }) => code)).size).toBe(51);
  });
});
