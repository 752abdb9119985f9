import { describe, expect, it } from 'vitest';
import type { BackendSelfTest, ModelPackage, PackageFile, PackageFileRole } from '../../domain/model-package';
import { combinePackage } from './combine-package';
import { computePackageId } from './package-id';

const file = (role: PackageFileRole, sha256: string): PackageFile => ({ role, name: role, size: 1, sha256, md5: null });
const selfTest = (values: Partial<BackendSelfTest> & Pick<BackendSelfTest, 'backend'>): BackendSelfTest => ({
  verdict: 'passed',
  detail: 'here',
  difference: null,
  milliseconds: 100,
  testedAt: 5,
  ...values,
});
const detector: ModelPackage['detector'] = {
  layout: 'yolov5',
  inputName: 'images',
  inputType: 'float32',
  outputName: 'rows',
  outputType: 'float32',
  inputSize: 'dynamic',
  categories: ['1', '2', '3'],
  classSource: 'megadetector-order',
};

const base: ModelPackage = {
  id: 'base',
  name: 'forest',
  version: 'forest',
  type: 'full_image',
  isDemo: false,
  addedAt: 1,
  files: [file('info', 'i'), file('classifier', 'c'), file('geofence', 'g')],
  missingDetector: 'md.pt',
  importer: '2',
  selfTests: [selfTest({ backend: 'wasm' }), selfTest({ backend: 'webgpu', difference: 1e-5, milliseconds: 10 })],
  detector: null,
  classifier: null,
  counts: { labels: 3, taxa: 4, geofencedTaxa: 5 },
  notes: [{ code: 'output-is-logits' }],
};
const lone: ModelPackage = {
  ...base,
  id: 'lone',
  name: 'md.pt',
  type: 'always_crop',
  files: [file('detector', 'd'), file('detector-weights', 'w')],
  missingDetector: null,
  importer: '1',
  selfTests: [
    selfTest({ backend: 'wasm', milliseconds: 50, testedAt: 3 }),
    selfTest({ backend: 'webgpu', difference: 2e-5 }),
  ],
  detector,
  notes: [{ code: 'megadetector-order-assumed' }],
};

describe('combinePackage', () => {
  it('completes a package with a detector, and keeps what it is', async () => {
    const files = [...base.files, ...lone.files];
    expect(await combinePackage(base, { detectorOf: lone })).toEqual({
      ...base,
      id: await computePackageId(files),
      files,
      detector,
      missingDetector: null,
      importer: '1',
      selfTests: [
        selfTest({ backend: 'wasm', milliseconds: 150, testedAt: 3 }),
        selfTest({ backend: 'webgpu', difference: 2e-5, milliseconds: 110 }),
      ],
      notes: [{ code: 'megadetector-order-assumed' }, { code: 'output-is-logits' }],
    });
  });

  it('exchanges a detector: its files and notes go, and the time of both is not known', async () => {
    const complete = await combinePackage(base, { detectorOf: lone });
    const other = { ...lone, files: [file('detector', 'e')], importer: null, notes: [] };
    const exchanged = await combinePackage(complete, { detectorOf: other });
    expect(exchanged.files.map(({ sha256 }) => sha256)).toEqual(['i', 'c', 'g', 'e']);
    expect(exchanged).toMatchObject({ notes: [{ code: 'output-is-logits' }], missingDetector: null, importer: null });
    expect(exchanged.selfTests).toMatchObject([
      { backend: 'wasm', verdict: 'passed', milliseconds: null },
      { backend: 'webgpu', verdict: 'passed', milliseconds: null },
    ]);
  });

  it.each([
    ['10', '9', '9'],
    [null, '1', null],
    ['1', null, null],
  ])('converted by %s and %s: the whole by %s', async (ofBase, ofDetector, expected) => {
    const detectorOf = { ...lone, importer: ofDetector };
    expect((await combinePackage({ ...base, importer: ofBase }, { detectorOf })).importer).toBe(expected);
  });

  const failed = { verdict: 'failed', detail: 'wrong numbers', milliseconds: null } as const;
  const notTried = { verdict: 'not-tried', detail: 'none', milliseconds: null } as const;
  it.each([
    ['fails where one failed', failed, {}, { verdict: 'failed', detail: 'wrong numbers', milliseconds: null }],
    ['fails rather than was not tried', notTried, failed, { verdict: 'failed', detail: 'wrong numbers' }],
    ['was not tried where one was not', {}, notTried, { verdict: 'not-tried', detail: 'none', difference: null }],
  ])('%s', async (_, one, other, expected) => {
    const combined = await combinePackage(
      { ...base, selfTests: [selfTest({ backend: 'webgpu', difference: 1e-5, ...one })] },
      { detectorOf: { ...lone, selfTests: [selfTest({ backend: 'webgpu', ...other })] } },
    );
    expect(combined.selfTests).toMatchObject([expected]);
  });

  it('says nothing of a backend on which one of both was never tried', async () => {
    const combined = await combinePackage({ ...base, selfTests: [] }, { detectorOf: lone });
    expect(combined.selfTests).toEqual([]);
  });

  it('takes a newer rule file and its count', async () => {
    const part = { ...file('geofence', 'new'), role: 'geofence' as const };
    const updated = await combinePackage(base, { ruleFile: { kind: 'rule-file', part, count: 9, files: [] } });
    expect(updated).toEqual({
      ...base,
      id: await computePackageId(updated.files),
      files: [file('info', 'i'), file('classifier', 'c'), part],
      counts: { labels: 3, taxa: 4, geofencedTaxa: 9 },
    });
    expect(updated.id).not.toBe(await computePackageId(base.files));
  });
});
