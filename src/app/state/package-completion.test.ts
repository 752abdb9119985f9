import { describe, expect, it } from 'vitest';
import type { DetectorDescription, ModelPackage, PackageFileRole } from '../../domain/model-package';
import { detectorFor, incompletePackages, otherDetectors, packageAround, packagesWithRole } from './package-completion';

const detector = (classes: 3 | 80): DetectorDescription => ({
  layout: 'yolov5',
  inputName: 'images',
  outputName: 'output0',
  inputType: 'float32',
  outputType: 'float32',
  inputSize: 'dynamic',
  categories: classes === 3 ? ['1', '2', '3'] : ['2', null, '3'],
  classSource: classes === 3 ? 'names' : 'coco-order',
});

const file = (role: PackageFileRole, name: string) => ({ role, name, size: 1, sha256: name, md5: null });

const base: ModelPackage = {
  id: '',
  name: '',
  version: '',
  type: 'always_crop',
  isDemo: false,
  addedAt: 0,
  files: [],
  missingDetector: null,
  importer: null,
  selfTests: [],
  detector: null,
  classifier: null,
  counts: { labels: 0, taxa: 0, geofencedTaxa: 0 },
  notes: [],
};

const classifier: ModelPackage['classifier'] = {
  inputName: 'input',
  inputType: 'float32',
  outputName: 'logits',
  outputType: 'float32',
  layout: 'nhwc',
  inputSize: 480,
  output: 'logits',
  classCount: 2498,
  embedding: null,
};

const lone = (name: string, addedAt: number, classes: 3 | 80 = 3): ModelPackage => ({
  ...base,
  id: name,
  name,
  addedAt,
  detector: detector(classes),
  files: [file('detector', `${name}.onnx`), file('detector-weights', `${name}.pt`)],
});

const speciesNet = (missingDetector: string | null): ModelPackage => ({
  ...base,
  id: 'speciesnet',
  classifier,
  missingDetector,
  files: [file('classifier', 'speciesnet.onnx'), file('geofence', 'geofence.json')],
});

const ADDRESS = 'https://example.org/releases/download/v5.0/md_v5a.0.0.pt';
const LOCAL = 'https___example.org_releases_download_v5.0_md_v5a.0.0.pt';

describe('a package without its detector', () => {
  it.each([ADDRESS, LOCAL, 'md_v5a.0.0.pt', 'MD_v5a.0.0.pt'])('takes the one named as %s', (missing) => {
    const named = lone('md_v5a.0.0', 1);
    const newer = lone('md_v5b.0.0', 2);
    expect(detectorFor(speciesNet(missing), [newer, named])).toBe(named);
  });

  it('takes no file whose name only ends alike', () => {
    const alike = lone('v5a.0.0', 1, 80);
    const newest = lone('md_v5b.0.0', 3);
    expect(detectorFor(speciesNet('https://example.org/other-v5a.0.0.pt'), [alike, newest])).toBe(newest);
  });

  it('takes the newest with MegaDetector’s classes, and never one with other classes', () => {
    const old = lone('old', 1);
    const newest = lone('new', 2);
    const coco = lone('yolov5n', 3, 80);
    expect(detectorFor(speciesNet(LOCAL), [old, coco, newest])).toBe(newest);
    expect(detectorFor(speciesNet(LOCAL), [coco])).toBeNull();
    expect(detectorFor(speciesNet(LOCAL), [{ ...newest, isDemo: true }])).toBeNull();
  });

  it('is found among the installed; one that has a detector, or needs none, is not', () => {
    const waiting = speciesNet(LOCAL);
    const completed = { ...speciesNet(LOCAL), detector: detector(3) };
    expect(incompletePackages([completed, waiting, speciesNet(null), lone('md', 1)])).toEqual([waiting]);
    expect(detectorFor(completed, [lone('md', 1)])).toBeNull();
  });

  it('dropped once more is the package that was completed since', () => {
    const part = speciesNet(LOCAL);
    const whole = {
      ...part,
      id: 'whole',
      missingDetector: null,
      detector: detector(3),
      files: [...part.files, file('detector', 'md.onnx')],
    };
    const updated = { ...whole, files: [file('classifier', 'speciesnet.onnx'), file('geofence', 'newer.json')] };
    expect(packageAround(part, [part, updated, whole])).toBe(whole);
    expect(packageAround(part, [part, updated])).toBeNull();
  });
});

describe('parts that can be exchanged', () => {
  it('are the lone detectors that the package does not have already', () => {
    const mine = lone('mine', 1);
    const owner = { ...speciesNet(null), detector: mine.detector, files: mine.files };
    expect(otherDetectors(owner, [mine, lone('other', 2), speciesNet(null)]).map(({ id }) => id)).toEqual(['other']);
    expect(otherDetectors(mine, [lone('other', 2)])).toEqual([]);
  });

  it('are rule files of packages that have one, the demonstration’s never', () => {
    const demo = { ...speciesNet(null), isDemo: true };
    const older = { ...speciesNet(null), id: 'older', addedAt: 1 };
    const newer = { ...speciesNet(null), id: 'newer', addedAt: 2 };
    expect(packagesWithRole('geofence', [demo, older, newer]).map(({ id }) => id)).toEqual(['newer', 'older']);
    expect(packagesWithRole('taxonomy', [demo, older, newer])).toEqual([]);
  });
});
