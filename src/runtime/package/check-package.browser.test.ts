import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { afterAll, describe, expect, it } from 'vitest';
import { buildOnnx } from '../../../test/networks/onnx-builder';
import { buildTinyClassifier, buildTinyDetector } from '../../../test/networks/tiny-networks';
import { connect } from '../../rpc/connect';
import type { CheckedAddition, CheckedPackage, PackageApi, PackageProgress } from '../../rpc/package-api';

const worker = new Worker(new URL('../../../workers/package.worker.ts', import.meta.url), { type: 'module' });
const packages = connect<PackageApi>(worker);
afterAll(() => packages.dispose());

type Content = string | Uint8Array<ArrayBuffer>;

const label = (name: string) => `00000000-0000-0000-0000-000000000000;mammalia;;;;;${name}`;
const info = {
  version: 'tiny-1',
  type: 'full_image',
  detector: 'd.onnx',
  classifier: 'c.onnx',
  classifier_labels: 'labels.txt',
  taxonomy: 'taxonomy.txt',
  geofence: 'geofence.json',
};
const tinyPackage: Record<string, Content> = {
  'info.json': JSON.stringify(info),
  'd.onnx': buildTinyDetector({ names: "{0: 'animal', 1: 'person', 2: 'vehicle'}" }),
  'c.onnx': buildTinyClassifier(3),
  'labels.txt': ['a', 'b', 'c'].map(label).join('\n'),
  'taxonomy.txt': `${label('mammal')}\n`,
  'geofence.json': '{"mammalia;;;;": {"allow": {"KEN": []}}}',
};

const progress: PackageProgress[] = [];

function check(files: Readonly<Record<string, Content>>, folder = 'pkg/') {
  progress.length = 0;
  const candidates = Object.entries(files).map(([name, content]) => ({
    path: folder + name,
    file: new Blob([content]),
  }));
  return packages.check(candidates, { isDemo: false, threads: 2, backend: 'wasm' }, (step) => progress.push(step));
}

function packageOf(addition: CheckedAddition): CheckedPackage {
  if (addition.kind !== 'package') throw new Error('expected a package, got a rule file');
  return addition;
}

async function refusal(files: Readonly<Record<string, Content>>) {
  const result = await check(files);
  return result.ok ? packageOf(result.value).modelPackage : { ...result.error, cause: null };
}

const withFile = (name: string, content: Content) => ({ ...tinyPackage, [name]: content });
const withInfo = (values: object) => withFile('info.json', JSON.stringify({ ...info, ...values }));

async function zip(files: Readonly<Record<string, Content>>): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await writer.add(`folder/${name}`, new Uint8ArrayReader(bytes));
  }
  return new Uint8Array(await writer.close());
}

describe('a package that holds everything', () => {
  it('is accepted, with a complete record', async () => {
    const result = await check(tinyPackage);
    if (!result.ok) throw new Error(result.error.message);
    const { modelPackage, files } = packageOf(result.value);
    expect(modelPackage).toMatchObject({
      name: 'tiny-1',
      version: 'tiny-1',
      type: 'full_image',
      isDemo: false,
      detector: {
        layout: 'yolov5',
        inputName: 'images',
        inputType: 'float32',
        outputName: 'rows',
        outputType: 'float32',
        inputSize: 'dynamic',
        categories: ['1', '2', '3'],
        classSource: 'names',
      },
      classifier: {
        layout: 'nhwc',
        inputSize: 480,
        output: 'logits',
        classCount: 3,
        inputName: 'input',
        outputName: 'logits',
      },
      counts: { labels: 3, geofencedTaxa: 1 },
      notes: [{ code: 'output-is-logits' }],
    });
    expect(modelPackage.files.map(({ role, name }) => [role, name])).toEqual([
      ['info', 'info.json'],
      ['detector', 'd.onnx'],
      ['classifier', 'c.onnx'],
      ['labels', 'labels.txt'],
      ['taxonomy', 'taxonomy.txt'],
      ['geofence', 'geofence.json'],
    ]);
    for (const { sha256, file } of files) {
      const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
      expect(Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')).toBe(sha256);
    }
    expect(new Set(progress.map(({ step }) => step))).toEqual(new Set(['reading', 'self-test', 'hashing']));
  });

  it('is the same package as a .zip, whose files outlive the worker’s memory', async () => {
    const folder = await check(tinyPackage);
    const archive = await check({ 'tiny.zip': await zip(tinyPackage) }, '');
    if (!folder.ok || !archive.ok) throw new Error('expected both to be accepted');
    expect(packageOf(archive.value).modelPackage.id).toBe(packageOf(folder.value).modelPackage.id);
    expect(await archive.value.files[0]?.file.text()).toBe(tinyPackage['info.json']);
  });

  it('may lack the classifier, or the detector', async () => {
    const onlyDetector = { version: '1', type: 'always_crop', detector: 'd.onnx' };
    expect(await refusal(withFile('info.json', JSON.stringify(onlyDetector)))).toMatchObject({ classifier: null });
    expect(await refusal(withInfo({ detector: null }))).toMatchObject({ detector: null, counts: { labels: 3 } });
  });

  it('has probabilities when its classifier gives them', async () => {
    const found = await refusal(withFile('c.onnx', buildTinyClassifier(3, { softmax: true })));
    expect(found).toMatchObject({
      classifier: { output: 'probabilities' },
      notes: [{ code: 'output-is-probabilities' }],
    });
  });
});

describe('a lone detector', () => {
  it('without names and with three classes is taken as MegaDetector', async () => {
    expect(await refusal({ 'md.onnx': buildTinyDetector() })).toMatchObject({
      name: 'md.onnx',
      version: 'md',
      detector: { categories: ['1', '2', '3'], classSource: 'megadetector-order' },
      notes: [{ code: 'megadetector-order-assumed' }],
    });
  });

  it('of a fixed size keeps it', async () => {
    expect(await refusal({ 'md.onnx': buildTinyDetector({ size: 320 }) })).toMatchObject({
      detector: { inputSize: 320 },
    });
  });
});

const port = (name: string, dims: readonly (number | string)[]) => ({ name, type: 'float32' as const, dims });
const constantDetector = buildOnnx({
  nodes: [
    { op: 'Conv', inputs: ['images', 'w'], output: 'maps', attributes: { kernel_shape: [32, 32], strides: [32, 32] } },
    { op: 'Sigmoid', inputs: ['maps'], output: 'unit' },
    { op: 'Mul', inputs: ['unit', 'scale'], output: 'scaled' },
    { op: 'Reshape', inputs: ['scaled', 'shape'], output: 'flat' },
    { op: 'Transpose', inputs: ['flat'], output: 'rows', attributes: { perm: [0, 2, 1] } },
  ],
  inputs: [port('images', [1, 3, 'h', 'w'])],
  outputs: [port('rows', [1, 'n', 8])],
  weights: [
    { name: 'w', dims: [8, 3, 32, 32], data: new Float32Array(8 * 3 * 32 * 32) },
    { name: 'scale', dims: [8, 1, 1], data: Float32Array.of(640, 640, 64, 64, 1, 1, 1, 1) },
    { name: 'shape', dims: [3], data: BigInt64Array.of(0n, 8n, -1n) },
  ],
});
const notFinite = buildOnnx({
  nodes: [
    { op: 'GlobalMaxPool', inputs: ['input'], output: 'pooled' },
    { op: 'Flatten', inputs: ['pooled'], output: 'flat', attributes: { axis: 1 } },
    { op: 'Div', inputs: ['flat', 'zero'], output: 'logits' },
  ],
  inputs: [port('input', [1, 3, 480, 480])],
  outputs: [port('logits', [1, 3])],
  weights: [{ name: 'zero', dims: [1], data: Float32Array.of(0) }],
});
const unknownOperator = buildOnnx({
  nodes: [{ op: 'NoSuchOperator', inputs: ['images'], output: 'rows' }],
  inputs: [port('images', [1, 3, 'h', 'w'])],
  outputs: [port('rows', [1, 'n', 8])],
  weights: [],
});

describe('is refused with its own code:', () => {
  it.each<[string, Record<string, Content>, string, object]>([
    ['a missing label list', withInfo({ classifier_labels: 'x.txt' }), 'file-missing', { name: 'x.txt' }],
    ['a label of six parts', withFile('labels.txt', `${label('a')}\na;b;c;d;e;f`), 'label-invalid', { line: 2 }],
    ['one label too few', withFile('labels.txt', label('a')), 'label-count', { labels: 1, outputs: 3 }],
    ['a broken taxonomy', withFile('taxonomy.txt', 'animals'), 'taxonomy-invalid', { name: 'taxonomy.txt' }],
    [
      'a geofence of 100,000 lists',
      withFile('geofence.json', '['.repeat(100_000)),
      'geofence-invalid',
      { name: 'geofence.json' },
    ],
    [
      'an info.json of 100,000 lists',
      withFile('info.json', '['.repeat(100_000)),
      'info-not-json',
      { name: 'info.json' },
    ],
    [
      'an info.json of a megabyte',
      withFile('info.json', `${' '.repeat(1024 * 1024)}{}`),
      'checkpoint-too-large',
      { name: 'info.json' },
    ],
    ['a geofence that is no JSON', withFile('geofence.json', '{'), 'geofence-invalid', { name: 'geofence.json' }],
    ['a geofence of another form', withFile('geofence.json', '[]'), 'geofence-invalid', { name: 'geofence.json' }],
    [
      'a pointer',
      withFile('d.onnx', 'version https://git-lfs.github.com/spec/v1\n'),
      'git-lfs-pointer',
      { name: 'd.onnx' },
    ],
    [
      'a pointer as labels',
      withFile('labels.txt', 'version https://git-lfs.github.com/spec/v1\n'),
      'git-lfs-pointer',
      {},
    ],
    ['a web page', withFile('c.onnx', '<!doctype html><title>Log in</title>'), 'web-page', { name: 'c.onnx' }],
    ['a cut network', withFile('d.onnx', buildTinyDetector().slice(0, 5000)), 'not-onnx', { name: 'd.onnx' }],
    ['random bytes', { 'a.onnx': Uint8Array.from({ length: 999 }, (_, index) => index * 7) }, 'not-onnx', {}],
    [
      'a damaged archive',
      { 'a.zip': Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0) },
      'archive-unreadable',
      { name: 'a.zip' },
    ],
    ['an operator that the runtime lacks', { 'a.onnx': unknownOperator }, 'session-failed', { name: 'a.onnx' }],
    ['a network without weights', { 'a.onnx': constantDetector }, 'constant-output', { name: 'a.onnx' }],
    ['numbers that are none', withFile('c.onnx', notFinite), 'self-test-failed', { name: 'c.onnx' }],
    ['a lone classifier', { 'c.onnx': buildTinyClassifier(3) }, 'nothing-usable', { name: 'c.onnx' }],
    ['a detector as classifier', withInfo({ classifier: 'd.onnx' }), 'not-a-classifier', { name: 'd.onnx' }],
    ['a classifier as detector', withInfo({ detector: 'c.onnx' }), 'unsupported-layout', { name: 'c.onnx' }],
    [
      'names of other things',
      { 'a.onnx': buildTinyDetector({ names: "['x', 'y', 'z']" }) },
      'unsupported-classes',
      { classes: 3 },
    ],
  ])('%s', async (_, files, code, details) => {
    expect(await refusal(files)).toMatchObject({ code, details });
  });
});
