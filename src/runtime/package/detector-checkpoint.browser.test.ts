import { BlobReader, BlobWriter, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { afterAll, describe, expect, it } from 'vitest';
import {
  DETECTOR,
  hasCheckpoints,
  networkOf,
  packageOf,
  readCandidate,
  startPackageBench,
  zip,
} from '../../../test/networks/package-bench';
import { COCO_ORDER } from '../../domain/coco-categories';
import type { ModelPackage } from '../../domain/model-package';
import { configureRuntime } from '../ort/ort-environment';
import { checkDetector } from './check-detector';
import { checkForms, openNetworkSource } from './network-source';
import { PackageError } from './package-error';

const bench = startPackageBench();
afterAll(() => bench.dispose());

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

const rolesOf = ({ files }: ModelPackage) => files.map(({ role }) => role);

describe.skipIf(!hasCheckpoints)('../shared/checkpoints (skipped when that folder is absent)', () => {
  describe('a lone detector’s checkpoint', () => {
    it('is a package of two files whose weights stay in the checkpoint, and runs', async () => {
      const checked = await bench.accept(DETECTOR);
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
      expect([...new Set(bench.progress.map(({ step }) => step))]).toEqual([
        'reading',
        'verifying',
        'converting',
        'self-test',
        'hashing',
      ]);
      const inference = await bench.infer(checked);
      expect(inference).toMatchObject({ failures: [], problem: null });
      expect(inference.detections).not.toBeNull();
    });

    it('made for another size keeps it', async () => {
      const { file } = await readCandidate('small/y5v7-meta.pt');
      const { modelPackage } = packageOf(await bench.checkFiles({ 'md640.pt': await withImageSize(file, 640) }));
      expect(modelPackage.detector).toMatchObject({
        layout: 'yolov5-heads',
        inputSize: { longSide: 640, stride: 32 },
        levels: [{ stride: 8 }, { stride: 16 }, { stride: 32 }],
      });
    });

    it('gives the same on WebGPU, halves included', async () => {
      const checked = await bench.accept('small/y5v7-fp16.pt');
      // Small even for a small network: a software adapter computes this.
      const description = { ...checked.modelPackage.detector!, inputSize: { longSide: 64, stride: 32 } };
      const tested = await bench.packages.selfTest({
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
      const { path, file } = await readCandidate(DETECTOR);
      const available = { path, archive: null, open: () => Promise.resolve(file) };
      const source = await openNetworkSource(available, [available], () => undefined);
      await configureRuntime(2);
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
      const lone = await bench.accept(DETECTOR);
      const { model, weights } = networkOf(lone, 'detector');
      const hosted = { 'md/md.onnx': model, 'md/y5p6-fp16.pt': weights!.file };
      const folder = packageOf(await bench.checkFiles(hosted));
      expect(folder.modelPackage).toMatchObject({
        id: lone.modelPackage.id,
        name: 'md.onnx',
        importer: null, // the graph was given, not made here
        detector: lone.modelPackage.detector,
      });
      expect(rolesOf(folder.modelPackage)).toEqual(['detector', 'detector-weights']);
      const archive = packageOf(await bench.checkFiles({ 'md.zip': await zip(hosted) }));
      expect(archive.modelPackage.id).toBe(lone.modelPackage.id);
      expect((await bench.infer(archive)).failures).toEqual([]);
      expect(await bench.checkFiles({ 'md.onnx': model })).toMatchObject({
        ok: false,
        error: { code: 'file-missing', details: { name: 'y5p6-fp16.pt' } },
      });
    });
  });

  it('a detector trained on COCO’s classes is mapped like its .onnx export, one of other things is refused', async () => {
    const { detector } = (await bench.accept('real/yolov5n-coco-official-v7.0.pt')).modelPackage;
    expect(detector).toMatchObject({ layout: 'yolov5-heads', classSource: 'names' });
    expect(detector?.categories).toEqual(COCO_ORDER);
    expect(await bench.refusal('real/yolov5n-custom1-nameplate-torch2zip.pt')).toMatchObject({
      code: 'unsupported-classes',
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
    const refused = await bench.refusal(`negative/${name}`);
    expect(refused).toMatchObject({ code, details: { name } });
    if (code.startsWith('checkpoint-')) {
      expect(refused).toMatchObject({ details: { report: expect.stringContaining(`File: ${name}`) as unknown } });
    }
  });
});
