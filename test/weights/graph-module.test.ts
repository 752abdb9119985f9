import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as ort from 'onnxruntime-web';
import { describe, expect, it } from 'vitest';
import { createMemorySource } from '../../src/weights/byte-source';
import { CheckpointError } from '../../src/weights/checkpoint-error';
import { importGraphModule } from '../../src/weights/graph-module/import-graph-module';
import { IMPORTER_VERSION } from '../../src/weights/imported-network';
import { collectBytes } from '../../src/weights/onnx/join-bytes';
import type { WeightStorage } from '../../src/weights/onnx/onnx-graph';
import { writeOnnx } from '../../src/weights/onnx/write-onnx';
import { openCheckpoint } from '../../src/weights/torch/open-checkpoint';
import { readJson } from '../read-json';
import { compareNumbers } from './compare-numbers';
import type { FixtureCase, FixtureIndex, GraphModuleCase, PackageIndex } from './fixture-index';

const folder = resolve(process.env['CHECKPOINTS_DIR'] ?? '../shared/checkpoints');
const hasFixtures = existsSync(folder);
if (!hasFixtures) console.warn(`GraphModule tests are skipped: there is no ${folder} (set CHECKPOINTS_DIR)`);

ort.env.wasm.numThreads = 1;

const STORAGES: readonly WeightStorage[] = [
  { kind: 'external', location: 'network.pt' },
  { kind: 'single-file', weights: 'as-stored' },
  { kind: 'single-file', weights: 'float32' },
  { kind: 'single-file', weights: 'float16' },
];

/** Opens and imports a .pt file. */
async function importFile(pt: Uint8Array, side: number) {
  const checkpoint = await openCheckpoint(createMemorySource(pt), () => undefined);
  return importGraphModule(checkpoint, { height: side, width: side });
}

/** Not as a Buffer, whose `slice` would copy nothing. */
async function readShared(path: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(resolve(folder, path)));
}

async function readFloats(path: string): Promise<Float32Array> {
  return new Float32Array((await readShared(path)).buffer as ArrayBuffer);
}

/** Runs a written network once. */
async function runOnce(onnx: Uint8Array, pt: Uint8Array, input: Float32Array, dims: readonly number[]) {
  const session = await ort.InferenceSession.create(onnx, {
    executionProviders: ['wasm'],
    externalData: [{ path: 'network.pt', data: pt }],
  });
  try {
    const { logits, embedding } = await session.run({ input: new ort.Tensor('float32', input, dims) });
    return { logits: logits!, embedding: embedding! };
  } finally {
    await session.release();
  }
}

/** Imports a fixture and holds its facts and, however its weights are stored, its outputs against PyTorch's. */
async function expectAsRecorded(fixture: GraphModuleCase, pt: Uint8Array, runsFolder: string): Promise<void> {
  const { inputPicture } = (await import(resolve(folder, 'fullsize/pattern.mjs'))) as {
    inputPicture: (recipe: GraphModuleCase['runs'][number]['generator']) => Float32Array;
  };
  const { width } = fixture.runs[0]!.generator;
  const { graph, classCount, embedding, warnings } = await importFile(pt, width);
  expect({ classCount, embedding, warnings }).toEqual({
    classCount: fixture.facts.classes,
    embedding: { module: fixture.facts.embeddingModule, size: fixture.facts.embedding },
    warnings: [],
  });
  expect(graph.inputs).toEqual([{ name: 'input', elementType: 'float32', dims: ['batch', width, width, 3] }]);
  expect(graph.outputs.map(({ name, dims }) => [name, dims])).toEqual([
    ['logits', ['batch', fixture.facts.classes]],
    ['embedding', ['batch', fixture.facts.embedding]],
  ]);
  expect(graph.metadata).toEqual({ 'understory.importer': IMPORTER_VERSION });
  for (const storage of STORAGES) {
    const onnx = await collectBytes(writeOnnx(graph, storage));
    for (const run of fixture.runs) {
      const { n, height } = run.generator;
      const got = await runOnce(onnx, pt, inputPicture(run.generator), [n, height, width, 3]);
      const isRounded = storage.kind === 'single-file' && storage.weights === 'float16';
      const bounds = isRounded ? run.toleranceWithFloat16Weights : run.tolerance;
      for (const name of ['logits', 'embedding'] as const) {
        expect(got[name].dims).toEqual(run[name].shape);
        const want = await readFloats(`${runsFolder}/${run[name].file}`);
        const apart = compareNumbers(got[name].data as Float32Array, want, bounds[name]);
        expect({ name, storage, ...apart }).toMatchObject({ outside: 0 });
      }
    }
  }
}

describe.skipIf(!hasFixtures)('imported GraphModules', () => {
  const cases = hasFixtures ? (readJson(resolve(folder, 'small/index.json')) as FixtureIndex).cases : [];
  const graphModules = cases.filter((one: FixtureCase) => one.family === 'onnx2torch-graphmodule');

  it('has fixtures', () => {
    expect(graphModules.length).toBeGreaterThan(0);
  });

  it.each(graphModules)('$id gives what PyTorch gave', { timeout: 60_000 }, async (fixture) => {
    await expectAsRecorded(fixture, await readShared(`small/${fixture.file}`), 'small');
  });

  it('gives what PyTorch gave for the networks of the archives', { timeout: 60_000 }, async () => {
    const { archives } = readJson(resolve(folder, 'package/index.json')) as PackageIndex;
    for (const { file, case: own } of archives) {
      const pt = checkpointInTar(new Uint8Array(gunzipSync(await readShared(`package/${file}`))));
      if (typeof own === 'string')
        await expectAsRecorded(
          graphModules.find(({ id }) => id === 'fx-tiny')!,
          pt,
          'small',
        );
      else await expectAsRecorded(own, pt, 'package');
    }
  });

  it('keeps the weights in the file and leaves out what changes nothing', async () => {
    const { graph } = await importFile(await readShared('small/fx-tiny.pt'), 64);
    const count = (op: string) => graph.nodes.filter((node) => node.op === op).length;
    expect(['Reshape', 'Squeeze', 'Pad', 'Transpose', 'Conv'].map(count)).toEqual([1, 0, 0, 1, 27]);
    const copied = graph.weights.filter(({ data }) => data.range === null);
    expect(copied.map(({ name, dims }) => [name, dims])).toEqual([
      ['SpeciesNet/efficientnetv2-m/avg_pool/Mean_Squeeze__399/shape', [2]],
    ]);
  });
});

/** Damaged and foreign files, and what is said about them. */
const REFUSED: readonly (readonly [file: string, code: string, message: string])[] = [
  ['fx-unknown-class', 'unsupported', 'BiasAdd__57: onnx2torch.node_converters.resize.OnnxResize is not supported'],
  ['fx-foreign-class', 'unsupported', 'Conv2D__6: attacker.module.OnnxTranspose is not supported'],
  ['fx-code-import', 'unsafe', 'line 47 of the generated code: expected an assignment or a return, got code'],
  ['fx-code-foreign-call', 'unsafe', 'that would have to be executed: x = torch.relu('],
  ['fx-code-os-call', 'unsafe', 'that would have to be executed: x = __import__("os").system("echo harmless")'],
  ['fx-code-for', 'unsafe', 'that would have to be executed: for i in range(3): pass'],
  ['fx-code-lambda', 'unsafe', 'that would have to be executed: f = lambda v: v'],
  ['fx-code-no-return', 'unsupported', 'forward: expected "return" in the generated code, got none'],
  ['fx-code-unknown-name', 'unsupported', '"nowhere" has no value: return nowhere'],
  ['fx-code-proto', 'unsafe', '"__class__" is Python\'s own, not a module of the network'],
  ['fx-code-two-inputs', 'unsupported', 'expected a network with one input, got 2'],
  ['fx-code-skips-module', 'unsupported', 'Sigmoid: torch.nn.modules.activation.Sigmoid is never called by'],
  ['fx-hook', 'unsafe', 'stem_activation/Sigmoid: carries a hook (_forward_hooks)'],
  ['fx-shape', 'unsupported', 'stem_conv/Conv2D.1: expected an input of 3 channels, got 64'],
  ['fx-weight-shape', 'unsupported', 'expected weight to be float32 [8, 3, 3, 3], got float32 [8, 5, 3, 3]'],
  [
    'fx-math-op',
    'unsupported',
    'multiply/Mul: math_op_function: torch._C._VariableFunctionsClass.pow is not supported',
  ],
];

describe.skipIf(!hasFixtures)('damaged GraphModules', () => {
  it('begin from one that is imported', async () => {
    expect(await importFile(await readShared('negative/control-fx.pt'), 64)).toMatchObject({ classCount: 5 });
  });

  it.each(REFUSED)('%s', async (file, code, message) => {
    const pt = await readShared(`negative/${file}.pt`);
    await expect(importFile(pt, 64)).rejects.toThrow(CheckpointError);
    await expect(importFile(pt, 64)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message) as string,
    });
  });

  it('pads with ones outside of the convolution, which could only pad with zeros', async () => {
    const { graph } = await importFile(await readShared('negative/fx-pad-value.pt'), 64);
    expect(graph.nodes.filter(({ op }) => op === 'Pad')).toHaveLength(1);
  });
});

/** The .pt file in an archive: the only member that is a zip. Long names in headers of their own are passed over. */
function checkpointInTar(tar: Uint8Array): Uint8Array {
  const decoder = new TextDecoder();
  for (let at = 0; at + 512 <= tar.length;) {
    const size = parseInt(decoder.decode(tar.subarray(at + 124, at + 135)), 8) || 0;
    const content = tar.subarray(at + 512, at + 512 + size);
    if (decoder.decode(content.subarray(0, 2)) === 'PK') return content;
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error('expected a .pt file in the archive');
}
