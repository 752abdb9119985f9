import { expect, it } from 'vitest';
import { planPackage } from './plan-package';

const INFO = {
  version: '4.0.1a',
  type: 'always_crop',
  classifier: 'crop.pt',
  classifier_labels: 'labels.txt',
  detector: 'https://example.org/v5.0/md_v5a.0.0.pt?download=1',
  taxonomy: 'taxonomy.txt',
  geofence: 'geofence.json',
};
const FILES = ['info.json', 'crop.pt', 'labels.txt', 'taxonomy.txt', 'geofence.json'];
const TEXTS = ['labels.txt', 'taxonomy.txt', 'geofence.json'];

it.each([
  ['a package without its detector', FILES, null],
  ['its detector under the name of the address', [...FILES, 'md_v5a.0.0.pt'], 'md_v5a.0.0.pt'],
  [
    'its detector under the name that the reference gives it',
    [...FILES, 'https___example.org_v5.0_md_v5a.0.0.pt'],
    'https___example.org_v5.0_md_v5a.0.0.pt',
  ],
  ['another detector', [...FILES, 'md_v5b.0.0.pt'], 'md_v5b.0.0.pt'],
])('%s', (_what, names, detector) => {
  expect(planPackage(names, INFO)).toMatchObject({ classifier: 'crop.pt', detector, texts: TEXTS });
});

it('a lone detector, as checkpoint or as ONNX', () => {
  expect(planPackage(['a.pt', 'readme.txt'], null)).toEqual({
    info: null,
    detector: 'a.pt',
    classifier: null,
    texts: [],
  });
  expect(planPackage(['a.onnx'], null)).toMatchObject({ detector: 'a.onnx' });
});

it.each([
  [['readme.txt'], null, 'expected a checkpoint (.pt) or an .onnx file'],
  [['a.pt', 'b.pt'], null, 'without it one detector is expected; got "a.pt", "b.pt"'],
  [[...FILES, 'a.pt', 'b.pt'], INFO, 'besides the classifier, one detector is expected; got "a.pt", "b.pt"'],
  [FILES.filter((name) => name !== 'taxonomy.txt'), INFO, 'info.json names "taxonomy.txt"'],
  [FILES.filter((name) => name !== 'crop.pt'), INFO, 'info.json names "crop.pt"'],
  [['a.pt'], { version: '1' }, 'info.json: type'],
])('%j is refused', (names, info, message) => {
  expect(() => planPackage(names, info)).toThrow(message);
});
