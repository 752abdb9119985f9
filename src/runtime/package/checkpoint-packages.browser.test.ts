import { BlobReader, BlobWriter, ZipReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { afterAll, describe, expect, it } from 'vitest';
import { readSharedFile } from '../../../test/networks/shared-files';
import { createTinyImage } from '../../../test/networks/tiny-request';
import type { ModelPackage } from '../../domain/model-package';
import { connect } from '../../rpc/connect';
import type { InferenceApi, NetworkFiles } from '../../rpc/inference-api';
import type {
  CheckedAddition,
  CheckedPackage,
  CheckedRuleFile,
  PackageApi,
  PackageCandidate,
  PackageProgress,
} from '../../rpc/package-api';
import type { RpcResult } from '../../rpc/rpc-result';
import { configureRuntime } from '../ort/ort-environment';
import { checkDetector } from './check-detector';
import { checkForms, openNetworkSource } from './network-source';
import { PackageError } from './package-error';

/** Checkpoints with the structure of the official files, and their archives: see ../shared/checkpoints/README.md. */
const isThere = (await readSharedFile('checkpoints/README.md')) !== null;
const packages = connect<PackageApi>(
  new Worker(new URL('../../../workers/package.worker.ts', import.meta.url), { type: 'module' }),
);
const networks = connect<InferenceApi>(
  new Worker(new URL('../../../workers/inference.worker.ts', import.meta.url), { type: 'module' }),
);
afterAll(() => {
  packages.dispose();
  networks.dispose();
});

async function candidate(path: string): Promise<PackageCandidate> {
  const file = await readSharedFile(`checkpoints/${path}`);
  if (file === null) throw new Error(`../shared/checkpoints/${path} is absent`);
  const name = path.slice(path.lastIndexOf('/') + 1);
  // The server takes the name for a transfer encoding, so what arrives is unpacked.
  return { path: name, file: name.endsWith('.gz') ? await gzip(file) : file };
}

function gzip(file: Blob): Promise<Blob> {
  return new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).blob();
}

const progress: PackageProgress[] = [];

async function check(paths: readonly string[]) {
  const candidates = await Promise.all(paths.map(candidate));
  return checkFiles(Object.fromEntries(candidates.map(({ path, file }) => [path, file])));
}

async function accept(paths: readonly string[]): Promise<CheckedPackage> {
  return packageOf(await check(paths));
}

function packageOf(result: RpcResult<CheckedAddition>): CheckedPackage {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  if (result.value.kind !== 'package') throw new Error('expected a package, got a rule file');
  return result.value;
}

function checkFiles(files: Readonly<Record<string, Blob>>) {
  progress.length = 0;
  const candidates = Object.entries(files).map(([path, file]) => ({ path, file }));
  return packages.check(candidates, { isDemo: false, threads: 2, backend: 'wasm' }, (step) => progress.push(step));
}

async function zip(files: Readonly<Record<string, Blob>>): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false, level: 0 });
  for (const [name, file] of Object.entries(files)) await writer.add(name, new BlobReader(file));
  return writer.close();
}

/** The same checkpoint with another size in its megadetector_info.json. */
async function withImageSize(checkpoint: Blob, imageSize: number): Promise<Blob> {
  const files: Record<string, Blob> = {};
  for (const entry of await new ZipReader(new BlobReader(checkpoint), { useWebWorkers: false }).getEntries()) {
    if (entry.directory) continue;
    const content = await entry.getData(new BlobWriter());
    files[entry.filename] = entry.filename.endsWith('megadetector_info.json')
      ? new Blob([JSON.stringify({ ...(JSON.parse(await content.text()) as object), image_size: imageSize })])
      : content;
  }
  return zip(files);
}

async function refusal(paths: readonly string[]) {
  const result = await check(paths);
  return result.ok ? result.value : { ...result.error, cause: null };
}

function networkOf({ modelPackage, files }: CheckedPackage, role: 'detector' | 'classifier'): NetworkFiles {
  const blob = (wanted: string) => files.find((file) => file.role === wanted)?.file ?? null;
  const weights = blob(`${role}-weights`);
  const location = modelPackage.files.find((file) => file.role === `${role}-weights`)?.name;
  return { model: blob(role)!, weights: weights && { location: location!, file: weights } };
}

async function infer(checked: CheckedPackage) {
  const { type, detector, classifier } = checked.modelPackage;
  const opened = await networks.open({
    type,
    mode: classifier === null ? 'detections' : 'species',
    detector: detector && { network: networkOf(checked, 'detector'), description: detector },
    classifier: classifier && { network: networkOf(checked, 'classifier'), description: classifier },
    backend: 'wasm',
    threads: 2,
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const inferred = await networks.infer(createTinyImage('a.jpg'));
  if (!inferred.ok) throw new Error(inferred.error.message);
  return inferred.value.inference;
}

const rolesOf = ({ files }: ModelPackage) => files.map(({ role }) => role);
const ARCHIVE = 'package/speciesnet-like.tar.gz';
const DETECTOR = 'small/y5p6-fp16.pt';
const missingDetector = 'md_v5a.0.1.pt';

describe.skipIf(!isThere)('../shared/checkpoints (skipped when that folder is absent)', () => {
  describe('a lone detector’s checkpoint', () => {
    it('is a package of two files whose weights stay in the checkpoint, and runs', async () => {
      const checked = await accept([DETECTOR]);
      const { modelPackage } = checked;
      expect(modelPackage).toMatchObject({
        name: 'y5p6-fp16.pt',
        version: 'y5p6-fp16',
        importer: '1',
        missingDetector: null,
        detector: { layout: 'yolov5-heads', inputSize: 'dynamic', categories: ['1', '2', '3'], classSource: 'names' },
        selfTests: [{ backend: 'wasm', verdict: 'passed', difference: null }],
      });
      expect(modelPackage.files).toMatchObject([
        { role: 'detector', name: 'y5p6-fp16.onnx', md5: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown },
        { role: 'detector-weights', name: 'y5p6-fp16.pt', size: 613_317, md5: expect.any(String) as unknown },
      ]);
      expect(modelPackage.files[0]!.size).toBeLessThan(100_000);
      expect([...new Set(progress.map(({ step }) => step))]).toEqual([
        'reading',
        'verifying',
        'converting',
        'self-test',
        'hashing',
      ]);
      const inference = await infer(checked);
      expect(inference).toMatchObject({ failures: [], problem: null });
      expect(inference.detections).not.toBeNull();
    });

    it('made for another size keeps it', async () => {
      const { file } = await candidate('small/y5v7-meta.pt');
      const { modelPackage } = packageOf(await checkFiles({ 'md640.pt': await withImageSize(file, 640) }));
      expect(modelPackage.detector).toMatchObject({
        layout: 'yolov5-heads',
        inputSize: { longSide: 640, stride: 32 },
        levels: [{ stride: 8 }, { stride: 16 }, { stride: 32 }],
      });
    });

    it('gives the same on WebGPU, halves included', async () => {
      const checked = await accept(['small/y5v7-fp16.pt']);
      // Small even for a small network: a software adapter computes this.
      const description = { ...checked.modelPackage.detector!, inputSize: { longSide: 64, stride: 32 } };
      const tested = await packages.selfTest({
        detector: { network: networkOf(checked, 'detector'), description },
        classifier: null,
        backend: 'webgpu',
        threads: 2,
      });
      if (!tested.ok) throw new Error(tested.error.message);
      expect(tested.value).toMatchObject([
        { backend: 'wasm', verdict: 'passed' },
        { backend: 'webgpu', verdict: 'passed', detail: 'google swiftshader' },
      ]);
      expect(tested.value[1]!.difference).toBeLessThan(1e-4);
    });

    it('is one file where the runtime takes no weights from another', async () => {
      const { path, file } = await candidate(DETECTOR);
      const available = { path, archive: null, open: () => Promise.resolve(file) };
      const source = await openNetworkSource(available, [available], () => undefined);
      configureRuntime(2);
      const refusing = checkForms(source, async ({ files, model }) => {
        if (files.weights !== null) throw new PackageError('session-failed', 'no weights in another file');
        return checkDetector(files, model, path);
      });
      const { network, checked } = await refusing;
      expect(network).toMatchObject({ name: 'y5p6-fp16.onnx', files: { weights: null }, origin: file, importer: '1' });
      expect(network.files.model.size).toBeGreaterThan(400_000);
      const { description, trial } = await checkForms(source, ({ files, model }) =>
        checkDetector(files, model, path),
      ).then((external) => external.checked);
      expect(checked.description).toEqual(description);
      expect(checked.trial.first).toEqual(trial.first);
    });

    it('as .onnx with its weights beside it is the same package, from a folder and from a .zip', async () => {
      const lone = await accept([DETECTOR]);
      const { model, weights } = networkOf(lone, 'detector');
      const hosted = { 'md/md.onnx': model, 'md/y5p6-fp16.pt': weights!.file };
      const folder = packageOf(await checkFiles(hosted));
      expect(folder.modelPackage).toMatchObject({
        id: lone.modelPackage.id,
        name: 'md.onnx',
        importer: '1',
        detector: lone.modelPackage.detector,
      });
      expect(rolesOf(folder.modelPackage)).toEqual(['detector', 'detector-weights']);
      const archive = packageOf(await checkFiles({ 'md.zip': await zip(hosted) }));
      expect(archive.modelPackage.id).toBe(lone.modelPackage.id);
      expect((await infer(archive)).failures).toEqual([]);
      expect(await checkFiles({ 'md.onnx': model })).toMatchObject({
        ok: false,
        error: { code: 'file-missing', details: { name: 'y5p6-fp16.pt' } },
      });
    });
  });

  describe('an archive', () => {
    it('without its detector waits for it', async () => {
      const checked = await accept([ARCHIVE]);
      expect(checked.modelPackage).toMatchObject({
        version: 'test-4.0.2a',
        type: 'always_crop',
        missingDetector,
        detector: null,
        importer: '1',
        classifier: { layout: 'nhwc', output: 'logits', classCount: 2498, embedding: { size: 32 } },
        counts: { labels: 2498 },
      });
      expect(rolesOf(checked.modelPackage)).toEqual([
        'info',
        'classifier',
        'classifier-weights',
        'labels',
        'taxonomy',
        'geofence',
      ]);
      expect(progress[0]).toMatchObject({ step: 'unpacking' });
    });

    it('with its detector is complete and runs, and so is one that gets it later', async () => {
      const together = await accept([ARCHIVE, DETECTOR]);
      expect(together.modelPackage).toMatchObject({ version: 'test-4.0.2a', missingDetector: null });
      expect((await infer(together)).failures).toEqual([]);

      const [base, lone] = [await accept([ARCHIVE]), await accept([DETECTOR])];
      const combined = await packages.combine(base.modelPackage, { detectorOf: lone.modelPackage });
      if (!combined.ok) throw new Error(combined.error.message);
      expect(combined.value).toMatchObject({
        id: together.modelPackage.id,
        name: 'test-4.0.2a',
        missingDetector: null,
        detector: lone.modelPackage.detector,
        classifier: base.modelPackage.classifier,
      });
      const selfTests = await packages.selfTest({
        detector: { network: networkOf(together, 'detector'), description: together.modelPackage.detector! },
        classifier: { network: networkOf(together, 'classifier'), description: together.modelPackage.classifier! },
        backend: 'wasm',
        threads: 2,
      });
      expect(selfTests).toMatchObject({ ok: true, value: [{ backend: 'wasm', verdict: 'passed' }] });
    });

    it('with awkward names and folders is read', async () => {
      const { modelPackage } = await accept(['package/speciesnet-like-12.tar.gz']);
      expect(modelPackage).toMatchObject({ version: 'test-12', missingDetector, classifier: { classCount: 12 } });
    });

    it('without info.json, or cut off, is refused', async () => {
      expect(await refusal(['package/no-info.tar.gz'])).toMatchObject({ code: 'nothing-usable' });
      const { path, file } = await candidate(ARCHIVE);
      expect(await checkFiles({ [path]: file.slice(0, file.size - 5000) })).toMatchObject({
        ok: false,
        error: { code: 'archive-unreadable', details: { name: path } },
      });
    });
  });

  it.each([
    ['crc-storage.pt', 'checkpoint-damaged'],
    ['truncated-1.pt', 'checkpoint-damaged'],
    ['empty.pt', 'checkpoint-damaged'],
    ['legacy.pt', 'checkpoint-legacy'],
    ['torchscript.pt', 'checkpoint-torchscript'],
    ['state-dict.pt', 'checkpoint-weights-only'],
    ['yolov9-block.pt', 'checkpoint-unsupported'],
    ['os-system-in-module.pt', 'checkpoint-unsafe'],
    ['bomb-pickle.pt', 'checkpoint-too-large'],
    ['html.pt', 'web-page'],
    ['git-lfs-pointer.pt', 'git-lfs-pointer'],
    ['nan-weight.pt', 'self-test-failed'],
  ])('negative/%s is refused as %s', async (name, code) => {
    const refused = await refusal([`negative/${name}`]);
    expect(refused).toMatchObject({ code, details: { name } });
    if (code.startsWith('checkpoint-')) {
      expect(refused).toMatchObject({ details: { report: expect.stringContaining(`File: ${name}`) as unknown } });
    }
  });

  it('a rule file alone is an update', async () => {
    const archive = await accept([ARCHIVE]);
    const textOf = (role: string) => archive.files.find((file) => file.role === role)!.file;
    const checkOne = async (path: string, file: Blob) => {
      const result = await checkFiles({ [path]: file });
      return result.ok ? result.value : result.error;
    };
    const taxonomy = (await checkOne('taxonomy_release.txt', textOf('taxonomy'))) as CheckedRuleFile;
    const { counts, files } = archive.modelPackage;
    expect(taxonomy).toMatchObject({ kind: 'rule-file', part: { role: 'taxonomy' }, count: counts.taxa });
    expect(taxonomy.part).toEqual(files.find(({ role }) => role === 'taxonomy'));

    const first = JSON.stringify({ 'mammalia;;;;': { allow: { KEN: [] } } });
    const geofence = (await checkOne('new.json', new Blob([first]))) as CheckedRuleFile;
    expect(geofence).toMatchObject({ kind: 'rule-file', part: { role: 'geofence', name: 'new.json' }, count: 1 });
    const updated = await packages.combine(archive.modelPackage, { ruleFile: geofence });
    expect(updated).toMatchObject({
      ok: true,
      value: { missingDetector, counts: { ...counts, geofencedTaxa: 1 }, detector: null },
    });
    expect(updated.ok && updated.value.id).not.toBe(archive.modelPackage.id);
    expect(updated.ok && updated.value.files.find(({ role }) => role === 'geofence')).toEqual(geofence.part);

    expect(await checkOne('labels.txt', textOf('labels'))).toMatchObject({ code: 'not-onnx' });
    expect(await checkOne('geofence_release.json', new Blob(['["KEN"]']))).toMatchObject({ code: 'geofence-invalid' });
    expect(await checkOne('notes.json', new Blob(['{"a": 1}']))).toMatchObject({ code: 'not-onnx' });
  });
});
