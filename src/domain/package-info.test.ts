import { describe, expect, it } from 'vitest';
import { detectorFileName, parsePackageInfo } from './package-info';

const FULL = {
  version: '4.0.2a',
  type: 'always_crop',
  classifier: 'c.onnx',
  classifier_labels: 'labels.txt',
  detector: 'd.onnx',
  taxonomy: 't.txt',
  geofence: 'g.json',
};

describe('parsePackageInfo', () => {
  it('reads a whole package', () => {
    expect(parsePackageInfo(FULL)).toEqual({
      version: '4.0.2a',
      type: 'always_crop',
      classifier: 'c.onnx',
      classifierLabels: 'labels.txt',
      detector: 'd.onnx',
      taxonomy: 't.txt',
      geofence: 'g.json',
    });
  });

  it('reads a detector alone, parts missing, null or empty', () => {
    const info = parsePackageInfo({
      version: 'x',
      type: 'full_image',
      detector: 'd.onnx',
      classifier: null,
      taxonomy: '',
    });
    expect(info).toMatchObject({ detector: 'd.onnx', classifier: null, classifierLabels: null, taxonomy: null });
  });

  it.each<[unknown, string]>([
    [[], 'info.json: expected an object, got a list'],
    [{ ...FULL, version: undefined }, 'info.json: version: expected text, got nothing'],
    [{ ...FULL, version: 4 }, 'info.json: version: expected text, got number'],
    [{ ...FULL, type: 'crop' }, 'info.json: type: expected "always_crop" or "full_image", got "crop"'],
    [{ ...FULL, classifier_labels: 3 }, 'info.json: classifier_labels: expected text, got number'],
    [{ ...FULL, classifier_labels: '' }, 'info.json: classifier_labels: expected text, because there is a classifier'],
    [{ version: 'x', type: 'full_image' }, 'info.json: expected a detector or a classifier, got neither'],
  ])('refuses %j', (json, message) => expect(() => parsePackageInfo(json)).toThrow(message));
});

describe('detectorFileName', () => {
  it.each([
    ['md_v5a.onnx', 'md_v5a.onnx'],
    ['https://example.org/a/md_v5a.0.0.pt?download=1', 'https___example.org_a_md_v5a.0.0.pt'],
  ])('%s → %s', (detector, name) => expect(detectorFileName(detector)).toBe(name));
});
