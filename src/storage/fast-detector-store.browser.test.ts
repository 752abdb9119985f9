import { describe, expect, it } from 'vitest';
import type { FastDetector, ModelPackage } from '../domain/model-package';
import { openAppStorage } from './app-storage';

const DETECTOR = { role: 'detector', name: 'detector.onnx', size: 4, sha256: 'sha-own', md5: null } as const;

const createPackage = (id: string): ModelPackage => ({
  id,
  name: id,
  version: '1',
  type: 'always_crop',
  isDemo: false,
  addedAt: 1,
  files: [DETECTOR],
  missingDetector: null,
  importer: null,
  selfTests: [],
  detector: null,
  classifier: null,
  counts: { labels: 0, taxa: 0, geofencedTaxa: 0 },
  notes: [],
});

const createFast = (sha256: string): FastDetector => ({
  way: 'int8',
  name: sha256,
  sha256,
  files: [{ ...DETECTOR, name: 'int8.onnx', sha256 }],
  detector: {
    layout: 'yolov5',
    inputName: 'images',
    outputName: 'output',
    inputType: 'float32',
    outputType: 'float32',
    inputSize: 'dynamic',
    categories: ['1', '2', '3'],
    classSource: 'names',
  },
  madeFrom: { name: DETECTOR.name, sha256: DETECTOR.sha256 },
  madeBy: '1',
  madeAt: 1,
  imagesOf: 'Ridge',
  calibratedOn: [],
  agreement: { images: 8, agreeing: 8, withBoxes: 4, missed: 0, added: 0, largestConfDifference: 0.1 },
  speed: { referenceMs: 2, fastMs: 1, referenceOn: 'wasm', fastOn: 'wasm' },
});

const bytesOf = (sha256: string) => [{ sha256, file: new Blob(['four']) }];

async function createBench() {
  const storage = openAppStorage(`test-${crypto.randomUUID()}`);
  const modelPackage = createPackage('p1');
  await storage.packages.putPackage(modelPackage, bytesOf('sha-own'));
  const hashes = async () => (await storage.files.listFiles()).map(({ sha256 }) => sha256).sort();
  const fastOf = async (id: string) => (await storage.packages.readPackage(id))?.modelPackage.fastDetector?.name;
  return { ...storage, modelPackage, hashes, fastOf };
}

describe('the fast detector of a package', () => {
  it('is stored with it, replaced, and removed with its file', async () => {
    const { packages, hashes, fastOf, modelPackage } = await createBench();
    expect(await packages.putFastDetector('p1', createFast('sha-a'), bytesOf('sha-a'))).toBe(true);
    expect(await packages.putFastDetector('p1', createFast('sha-b'), bytesOf('sha-b'))).toBe(true);
    expect(await fastOf('p1')).toBe('sha-b');
    expect(await hashes()).toEqual(['sha-b', 'sha-own']);
    await packages.putPackage(modelPackage, []); // the same files once more are the same package
    expect(await fastOf('p1')).toBe('sha-b');
    await packages.removeFastDetector('p1');
    expect(await packages.readPackage('p1')).toEqual({ modelPackage, isInstalled: true });
    expect(await hashes()).toEqual(['sha-own']);
  });

  it('goes with its package, and is not put with one that is gone', async () => {
    const { packages, hashes } = await createBench();
    await packages.putFastDetector('p1', createFast('sha-a'), bytesOf('sha-a'));
    await packages.removePackage('p1');
    expect(await hashes()).toEqual([]);
    expect(await packages.putFastDetector('p1', createFast('sha-a'), bytesOf('sha-a'))).toBe(false);
    expect(await hashes()).toEqual([]);
    expect(await packages.readPackage('p1')).toBeNull();
  });

  it('leaves nothing when a file of it is not there, and the earlier one stays', async () => {
    const { packages, hashes, fastOf } = await createBench();
    await packages.putFastDetector('p1', createFast('sha-a'), bytesOf('sha-a'));
    const putting = packages.putFastDetector('p1', createFast('sha-of-a-removed-package'), bytesOf('sha-b'));
    await expect(putting).rejects.toMatchObject({ code: 'storage-damaged' });
    expect(await fastOf('p1')).toBe('sha-a');
    expect(await hashes()).toEqual(['sha-a', 'sha-own']);
  });

  it('keeps the file that it has from another package, as long as it needs it', async () => {
    const { packages, hashes } = await createBench();
    const other = { ...createPackage('p2'), files: [{ ...DETECTOR, sha256: 'sha-other' }] };
    await packages.putPackage(other, bytesOf('sha-other'));
    await packages.putFastDetector('p1', { ...createFast('sha-other'), way: 'other-detector' }, []);
    await packages.removePackage('p2');
    expect(await hashes()).toEqual(['sha-other', 'sha-own']);
    await packages.removeFastDetector('p1');
    expect(await hashes()).toEqual(['sha-own']);
  });

  it('is forgotten when its file is lost: the package is whole without it', async () => {
    const { packages, files, fastOf } = await createBench();
    await packages.putFastDetector('p1', createFast('sha-a'), bytesOf('sha-a'));
    await files.removeFile('sha-a');
    expect(await packages.takeOutIncomplete()).toEqual([]);
    expect(await fastOf('p1')).toBeUndefined();
    expect(await packages.listPackages()).toHaveLength(1);
  });
});
