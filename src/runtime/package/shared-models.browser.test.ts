import { afterAll, describe, expect, it } from 'vitest';
import { readSharedFile } from '../../../test/networks/shared-files';
import { connect } from '../../rpc/connect';
import type { PackageApi, PackageCandidate } from '../../rpc/package-api';

/** The real small networks beside the project: each gets what ../shared/models/README.md says. */
const isThere = (await readSharedFile('models/README.md')) !== null;
const worker = new Worker(new URL('../../../workers/package.worker.ts', import.meta.url), { type: 'module' });
const packages = connect<PackageApi>(worker);
afterAll(() => packages.dispose());

async function candidate(path: string): Promise<PackageCandidate> {
  const file = await readSharedFile(`models/${path}`);
  if (file === null) throw new Error(`../shared/models/${path} is absent`);
  return { path, file };
}

async function check(candidates: readonly PackageCandidate[]) {
  const startedAt = performance.now();
  const result = await packages.check(candidates, { isDemo: false, threads: 2, backend: 'wasm' }, () => undefined);
  console.info(`${candidates.at(-1)?.path ?? ''}: checked in ${Math.round(performance.now() - startedAt)} ms`);
  if (!result.ok) console.info(`${result.error.code}: ${result.error.message}`);
  if (!result.ok) return { ...result.error, cause: null };
  if (result.value.kind !== 'package') throw new Error('expected a package, got a rule file');
  return result.value.modelPackage;
}

const cocoFiles = [
  'always_crop_99710272_22x8_v12_epoch_00148.labels.txt',
  'geofence_release.json',
  'info-full_image.json',
  'info.json',
  'speciesnet-vocab-mnv2-nhwc480-fp32.onnx',
  'taxonomy_release.txt',
  'yolov5n-md3-fp32-dynamic.onnx',
];

describe.skipIf(!isThere)('../shared/models (skipped when that folder is absent)', () => {
  it('coco-mnv2 is a whole package', async () => {
    const candidates = await Promise.all(cocoFiles.map((name) => candidate(`coco-mnv2/${name}`)));
    expect(await check(candidates)).toMatchObject({
      name: 'coco-mnv2-test-a',
      type: 'always_crop',
      detector: { inputSize: 'dynamic', categories: ['1', '2', '3'], classSource: 'names', inputType: 'float32' },
      classifier: { layout: 'nhwc', output: 'logits', classCount: 2498, inputSize: 480 },
      counts: { labels: 2498 },
      notes: [{ code: 'output-is-logits' }],
    });
  });

  const coco = { layout: 'yolov5', categories: expect.arrayContaining(['1', '2', '3', null]) as unknown };
  it.each([
    ['yolov5n-coco-fp32-dynamic.onnx', { ...coco, inputSize: 'dynamic', inputType: 'float32' }, []],
    [
      'yolov5n-coco-static640-fp16weights-fp32io-opset12.onnx',
      { ...coco, inputSize: 640, inputType: 'float32', classSource: 'names' },
      [],
    ],
    [
      'yolov5n-coco-static640-fp16io-opset17.onnx',
      { ...coco, inputSize: 640, inputType: 'float16', outputType: 'float16', classSource: 'names' },
      [],
    ],
    [
      'yolov5n-coco-dynaxes-but-640only-fp16io-opset12-nometa.onnx',
      { ...coco, inputSize: 640, inputType: 'float16', classSource: 'coco-order' },
      [
        { code: 'coco-classes-assumed', classes: 80 },
        { code: 'works-at-one-size-only', size: 640 },
      ],
    ],
  ])('detectors/%s is accepted', async (name, detector, notes) => {
    const found = await check([await candidate(`detectors/${name}`)]);
    expect(found).toMatchObject({ name, detector, classifier: null, notes });
    expect('detector' in found && found.detector?.categories).toHaveLength(80);
  });

  it('detectors/yolov8n… is refused by the name of its layout', async () => {
    const found = await check([await candidate('detectors/yolov8n-coco-static640-int8dyn-opset22.onnx')]);
    expect(found).toMatchObject({
      code: 'unsupported-layout',
      details: { layout: expect.stringMatching(/YOLOv8.*\[1, 84, 8400\].*without objectness/) as unknown },
    });
  });

  it('negative/…lfs-pointer.onnx is refused as a pointer', async () => {
    const found = await check([await candidate('negative/yolov5n-lfs-pointer.onnx')]);
    expect(found).toMatchObject({
      code: 'git-lfs-pointer',
      message: expect.stringContaining('git lfs pull') as unknown,
    });
  });

  it('negative/mobilenetv2… is refused as classifier, and its output is seen to be constant', async () => {
    const found = await check([await candidate('negative/mobilenetv2-int8-UNTRAINED-opset17.onnx')]);
    expect(found).toMatchObject({
      code: 'not-a-classifier',
      message: expect.stringMatching(/480.*got \[1, 3, 224, 224\] to \[1, 1000\].*constant output/) as unknown,
    });
  });
});
