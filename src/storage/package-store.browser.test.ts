import { describe, expect, it } from 'vitest';
import type { ModelPackage, PackageFileRole } from '../domain/model-package';
import { REFERENCE_SETTINGS, type Survey } from '../domain/survey';
import { openAppStorage } from './app-storage';

const texts: Record<PackageFileRole, string> = {
  info: '{}',
  detector: 'a network of some bytes',
  'detector-weights': 'weights of the detector',
  classifier: 'another network',
  'classifier-weights': 'weights of the classifier',
  labels: 'u;mammalia;;;;;löwe',
  taxonomy: 'a taxonomy',
  geofence: '{"a":1}',
};

function createPackage(id: string, roles = Object.keys(texts) as PackageFileRole[]) {
  const files = roles.map((role) => {
    const file = new Blob([role === 'detector' ? `${texts[role]} ${id}` : texts[role]]);
    const sha256 = role === 'detector' ? `sha-${role}-${id}` : `sha-${role}`;
    return { role, name: role, size: file.size, sha256, file };
  });
  const modelPackage: ModelPackage = {
    id,
    name: id,
    version: '1',
    type: 'always_crop',
    isDemo: false,
    addedAt: id === 'p2' ? 2 : 1,
    files: files.map(({ role, name, size, sha256 }) => ({ role, name, size, sha256, md5: null })),
    missingDetector: null,
    importer: null,
    selfTests: [],
    detector: null,
    classifier: null,
    counts: { labels: 1, taxa: 1, geofencedTaxa: 1 },
    notes: [],
  };
  return { modelPackage, files };
}

const createSurvey = (id: string, packageId: string): Survey => ({
  id,
  name: id,
  isDemo: false,
  createdAt: 1,
  changedAt: 1,
  settings: { ...REFERENCE_SETTINGS, packageId },
  extraLabels: [],
  state: 'new',
  counts: { listed: 0, done: 0, failed: 0 },
});

async function createBench() {
  const storage = openAppStorage(`test-${crypto.randomUUID()}`);
  const first = createPackage('p1');
  const second = createPackage('p2');
  await storage.packages.putPackage(first.modelPackage, first.files);
  await storage.packages.putPackage(second.modelPackage, second.files);
  const hashes = async () => (await storage.files.listFiles()).map(({ sha256 }) => sha256).sort();
  return { ...storage, first, second, hashes };
}

describe('packages', () => {
  it('are listed, the newest first, and read', async () => {
    const { packages, first, second } = await createBench();
    expect(await packages.listPackages()).toEqual([second.modelPackage, first.modelPackage]);
    expect(await packages.readPackage('p1')).toEqual({ modelPackage: first.modelPackage, isInstalled: true });
    expect(await packages.readPackage('p3')).toBeNull();
    expect(await packages.readRuleTexts(first.modelPackage)).toEqual({
      labels: texts.labels,
      taxonomy: texts.taxonomy,
      geofence: texts.geofence,
    });
    const detector = await packages.readPackageFile(first.modelPackage, 'detector');
    expect(await detector?.text()).toBe(`${texts.detector} p1`);
  });

  it('may have no rules', async () => {
    const { packages } = await createBench();
    const { modelPackage, files } = createPackage('p3', ['detector']);
    await packages.putPackage(modelPackage, files);
    expect(await packages.readRuleTexts(modelPackage)).toEqual({ labels: null, taxonomy: null, geofence: null });
    expect(await packages.readPackageFile(modelPackage, 'classifier')).toBeNull();
  });

  it('tell their progress over all files', async () => {
    const { packages } = openAppStorage(`test-${crypto.randomUUID()}`);
    const { modelPackage, files } = createPackage('p1');
    const done: number[] = [];
    const total = files.reduce((sum, { size }) => sum + size, 0);
    await packages.putPackage(modelPackage, files, {
      onProgress(progress) {
        expect(progress.total).toBe(total);
        done.push(progress.done);
      },
    });
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBe(total);
  });

  it('leave nothing when adding is cancelled, and what they share with others stays', async () => {
    const { packages, hashes } = await createBench();
    const before = await hashes();
    const { modelPackage, files } = createPackage('p3');
    const controller = new AbortController();
    const adding = packages.putPackage(modelPackage, files, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(adding).rejects.toMatchObject({ name: 'AbortError' });
    expect(await hashes()).toEqual(before);
    expect(await packages.readPackage('p3')).toBeNull();
  });

  it('are refused when a part that should be stored is not', async () => {
    const { packages } = await createBench();
    const { modelPackage, files } = createPackage('p4');
    const withoutDetector = files.filter(({ role }) => role !== 'detector');
    await expect(packages.putPackage(modelPackage, withoutDetector)).rejects.toMatchObject({ code: 'storage-damaged' });
    expect(await packages.readPackage('p4')).toBeNull();
    await packages.putPackage(modelPackage, files);
    await packages.putPackage({ ...modelPackage, id: 'p5' }, []); // all of its files are there
    expect((await packages.readPackage('p5'))?.isInstalled).toBe(true);
  });

  it('go with the files that no other package has', async () => {
    const { packages, hashes, second } = await createBench();
    await packages.removePackage('p1');
    expect(await packages.listPackages()).toEqual([second.modelPackage]);
    expect(await packages.readPackage('p1')).toBeNull();
    expect(await hashes()).toEqual(second.files.map(({ sha256 }) => sha256).sort());
  });

  it('keep their rules while a survey needs them', async () => {
    const { packages, surveys, hashes, first } = await createBench();
    await surveys.createSurvey(createSurvey('s1', 'p1'), { rootName: 'r', handle: null });
    await packages.removePackage('p1');
    await packages.removePackage('p2');
    expect(await packages.listPackages()).toEqual([]);
    expect(await packages.readPackage('p1')).toEqual({ modelPackage: first.modelPackage, isInstalled: false });
    expect(await packages.readRuleTexts(first.modelPackage)).toMatchObject({ labels: texts.labels });
    expect(await hashes()).toEqual(['sha-geofence', 'sha-info', 'sha-labels', 'sha-taxonomy']);
    await expect(packages.readPackageFile(first.modelPackage, 'detector')).rejects.toMatchObject({
      code: 'storage-damaged',
    });

    await surveys.deleteSurvey('s1');
    await packages.removeLeftovers();
    expect(await hashes()).toHaveLength(4); // it can still be restored
    await surveys.purgeDeletedSurveys(Date.now());
    await packages.removeLeftovers();
    expect(await hashes()).toEqual([]);
    expect(await packages.readPackage('p1')).toBeNull();
  });

  it('come back when they are added again', async () => {
    const { packages, surveys, first } = await createBench();
    await surveys.createSurvey(createSurvey('s1', 'p1'), { rootName: 'r', handle: null });
    await packages.removePackage('p1');
    await packages.putPackage(first.modelPackage, first.files);
    expect(await packages.readPackage('p1')).toMatchObject({ isInstalled: true });
    expect(await packages.readPackageFile(first.modelPackage, 'detector')).not.toBeNull();
  });
});
