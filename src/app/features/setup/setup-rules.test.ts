import { describe, expect, it } from 'vitest';
import type { ModelPackage } from '../../../domain/model-package';
import { listCountries, placeName } from '../../shared/place/country-names';
import { fittingMode, missingFor } from './run-choices';
import { US_STATES } from '../../shared/place/us-states';

const modelPackage = (parts: { detector?: boolean; classifier?: boolean }) =>
  ({ detector: parts.detector ? {} : null, classifier: parts.classifier ? {} : null }) as ModelPackage;

describe('missingFor', () => {
  it.each([
    ['species', { detector: true, classifier: true }, null],
    ['species', { detector: true }, 'classifier'],
    ['species', { classifier: true }, 'detector'],
    ['detections', { detector: true }, null],
    ['detections', { classifier: true }, 'detector'],
    ['classify-whole-images', { classifier: true }, null],
    ['classify-whole-images', { detector: true }, 'classifier'],
  ] as const)('%s with %j', (mode, parts, missing) => {
    expect(missingFor(mode, modelPackage(parts))).toBe(missing);
  });

  it('needs a package', () => {
    expect(missingFor('species', null)).toBe('package');
  });
});

describe('fittingMode', () => {
  it('keeps what fits and falls back to what the package can do', () => {
    expect(fittingMode('detections', modelPackage({ detector: true, classifier: true }))).toBe('detections');
    expect(fittingMode('species', modelPackage({ detector: true }))).toBe('detections');
    expect(fittingMode('species', modelPackage({ classifier: true }))).toBe('classify-whole-images');
  });
});

describe('listCountries', () => {
  it('names countries in the language asked for', () => {
    expect(listCountries('en').find(({ code }) => code === 'KEN')?.name).toBe('Kenya');
    expect(listCountries('de').find(({ code }) => code === 'ZAF')?.name).toBe('Südafrika');
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

describe('US_STATES', () => {
  it('has 50 states and the District of Columbia, each once', () => {
    expect(new Set(US_STATES.map(([code]) => code)).size).toBe(51);
  });
});
