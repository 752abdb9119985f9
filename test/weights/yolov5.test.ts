import { readFile } from 'node:fs/promises';
import * as ort from 'onnxruntime-web';
import { beforeAll, describe, expect, it } from 'vitest';
import { rowsFromHeads } from '../../src/vision/yolo-heads';
import { createMemorySource } from '../../src/weights/byte-source';
import { CheckpointError } from '../../src/weights/checkpoint-error';
import { importCheckpoint } from '../../src/weights/import-checkpoint';
import { IMPORTER_VERSION, type ImportedNetwork } from '../../src/weights/imported-network';
import { collectBytes } from '../../src/weights/onnx/join-bytes';
import type { WeightStorage } from '../../src/weights/onnx/onnx-graph';
import { writeOnnx } from '../../src/weights/onnx/write-onnx';
import { readOnnxModel } from '../../src/weights/onnx-model';
import { compareNumbers } from './compare-numbers';
import type { YoloCase, YoloRun } from './fixture-index';
import { drawFixtureInput, fixtureFile, hasFixtures, readFixtureFloats, readYoloCases } from './fixtures';

type YoloNetwork = Extract<ImportedNetwork, { family: 'yolov5' }>;

const LOCATION = 'detector.pt';
const STORAGES: readonly WeightStorage[] = [
  { kind: 'external', location: LOCATION },
  { kind: 'single-file', weights: 'as-stored' },
  { kind: 'single-file', weights: 'float32' },
];

async function importFile(bytes: Uint8Array): Promise<YoloNetwork> {
  const options = { graphModuleInput: { height: 64, width: 64 }, onProgress: () => undefined };
  const network = await importCheckpoint(createMemorySource(bytes), options);
  if (network.family !== 'yolov5') throw new Error(`expected a YOLOv5, got a ${network.family}`);
  return network;
}

async function refusal(path: string): Promise<CheckpointError> {
  const error: unknown = await importFile(await readFile(fixtureFile(path))).catch((reason: unknown) => reason);
  if (error instanceof CheckpointError) return error;
  throw new Error(`${path}: expected a CheckpointError, got ${String(error)}`);
}

/** Runs a network on the inputs of all runs; one session. */
async function runAll(network: YoloNetwork, pt: Uint8Array, storage: WeightStorage, runs: readonly YoloRun[]) {
  const session = await ort.InferenceSession.create(await collectBytes(writeOnnx(network.graph, storage)), {
    externalData: storage.kind === 'external' ? [{ path: storage.location, data: pt }] : [],
  });
  try {
    const outputs: ort.Tensor[][] = [];
    for (const { generator } of runs) {
      const { n, height, width } = generator;
      const images = new ort.Tensor('float32', await drawFixtureInput(generator), [n, 3, height, width]);
      const results = await session.run({ images });
      outputs.push(network.heads.levels.map((_, level) => results[`head${level}`]!));
    }
    return outputs;
  } finally {
    await session.release();
  }
}

const floatsOf = (tensor: ort.Tensor) => tensor.data as Float32Array;

/** Rows of all pictures of a batch. */
function decode(heads: readonly ort.Tensor[], { heads: { levels }, names }: YoloNetwork, pictures: number): number[] {
  return Array.from({ length: pictures }, (_, picture) => {
    const own = heads.map((head) => {
      const size = head.size / pictures;
      return {
        data: floatsOf(head).subarray(picture * size, (picture + 1) * size),
        dims: [1, ...head.dims.slice(1)],
      };
    });
    return [...rowsFromHeads(own, levels, names.length, -Infinity).data];
  }).flat();
}

const boxesOf = (rows: ArrayLike<number>, columns: number) => Array.from(rows).filter((_, i) => i % columns < 4);
const scoresOf = (rows: ArrayLike<number>, columns: number) => Array.from(rows).filter((_, i) => i % columns >= 4);

async function expectRecorded(heads: readonly ort.Tensor[], network: YoloNetwork, fixture: YoloCase, run: YoloRun) {
  for (const [level, recorded] of run.heads.entries()) {
    expect(heads[level]!.dims).toEqual(recorded.shape);
    const want = await readFixtureFloats(`small/${recorded.file}`);
    expect(compareNumbers(floatsOf(heads[level]!), want, run.tolerance.headLogits)).toMatchObject({ outside: 0 });
  }
  const { valuesPerRow: columns } = fixture.facts;
  const rows = decode(heads, network, run.generator.n);
  const want = await readFixtureFloats(`small/${run.decoded.file}`);
  const { boxPixels, scores } = run.tolerance;
  const boxes = compareNumbers(boxesOf(rows, columns), boxesOf(want, columns), boxPixels);
  expect(boxes).toMatchObject({ outside: 0 });
  const compared = compareNumbers(scoresOf(rows, columns), scoresOf(want, columns), scores);
  expect(compared).toMatchObject({ outside: 0 });
}

describe.skipIf(!hasFixtures)('imported YOLOv5 checkpoints', () => {
  beforeAll(() => {
    ort.env.wasm.numThreads = 1;
  });

  it('has fixtures', () => {
    expect(readYoloCases().length).toBeGreaterThan(5);
  });

  it.each(readYoloCases())('$id says what it is', async ({ file, facts, megadetectorInfo }) => {
    const network = await importFile(await readFile(fixtureFile(`small/${file}`)));
    expect(network.names).toEqual(facts.names);
    expect(network.heads.levels).toEqual(
      facts.strides.map((stride, level) => ({ stride, anchors: facts.anchorsPixels[level] })),
    );
    const imageSize = megadetectorInfo?.image_size ?? 1280;
    expect(network.heads).toMatchObject({ imageSize, letterboxStride: imageSize === 1280 ? 64 : 32 });
    expect(network.warnings).toEqual([]);
    expect(network.contents.globals).toHaveProperty(['models.yolo.Detect']);
  });

  it.each(readYoloCases())(
    '$id gives what PyTorch gave, wherever its weights lie',
    { timeout: 60_000 },
    async (fixture) => {
      const pt = await readFile(fixtureFile(`small/${fixture.file}`));
      const network = await importFile(pt);
      const external = await runAll(network, pt, STORAGES[0]!, fixture.runs);
      for (const [index, run] of fixture.runs.entries()) await expectRecorded(external[index]!, network, fixture, run);
      // The batch of two says it all: the storages differ in the weights only.
      const [batch] = fixture.runs.slice(-1);
      for (const storage of STORAGES.slice(1)) {
        const [again] = await runAll(network, pt, storage, [batch!]);
        for (const [level, head] of again!.entries()) {
          const before = floatsOf(external.at(-1)![level]!);
          expect(compareNumbers(floatsOf(head), before, { abs: 1e-6, rel: 0 })).toMatchObject({ outside: 0 });
        }
      }
    },
  );

  it('copies no weights of convolutions, unless their order in the file is another', async () => {
    const copied = async (file: string) => {
      const { graph } = await importFile(await readFile(fixtureFile(`small/${file}`)));
      return graph.weights.filter(({ name, data }) => name.endsWith('conv.weight') && data.range === null).length;
    };
    expect(await copied('y5v7-fp16.pt')).toBe(0);
    expect(await copied('y5v7-channels-last.pt')).toBeGreaterThan(10);
  });

  it('writes into the file what its readers need', async () => {
    const network = await importFile(await readFile(fixtureFile('small/y5v7-meta.pt')));
    const onnx = await collectBytes(writeOnnx(network.graph, STORAGES[0]!));
    const { metadata, inputs, outputs, externalLocations } = await readOnnxModel(createMemorySource(onnx));
    expect(metadata.get('understory.importer')).toBe(IMPORTER_VERSION);
    expect(JSON.parse(metadata.get('understory.yolov5-heads')!)).toEqual(network.heads);
    expect(JSON.parse(metadata.get('names')!)).toEqual(['animal', 'person', 'vehicle']);
    expect(inputs).toEqual([{ name: 'images', elementType: 'float32', dims: ['batch', 3, 'height', 'width'] }]);
    expect(outputs.map(({ name, dims }) => [name, dims?.[1]])).toEqual([
      ['head0', 24],
      ['head1', 24],
      ['head2', 24],
    ]);
    expect(externalLocations).toEqual([LOCATION]);
  });

  it.each([
    ['yolov5n-coco-official-v7.0.pt', 80, 'person'],
    ['yolov5n-coco-v6.0-a.pt', 80, 'person'],
    ['yolov5n-custom1-nameplate-torch2zip.pt', 1, 'nameplate'],
    ['yolov5n-custom2-biodegradable-DetectionModel-v7.pt', 2, 'Biodegradable'],
    ['yolov5n-custom4-duckie-DetectionModel-v7.pt', 4, 'duckie'],
  ])('takes the trained %s', async (file, classes, first) => {
    const { names, graph } = await importFile(await readFile(fixtureFile(`real/${file}`)));
    expect(names).toHaveLength(classes);
    expect(names[0]).toBe(first);
    expect(graph.outputs[0]!.dims[1]).toBe(3 * (5 + classes));
  });

  it.each<[string, string, string]>([
    ['negative/anchors-shape.pt', 'unsupported', 'model.13.anchors: expected floats [2, 3, 2], got float16 [3, 3, 2]'],
    ['negative/bad-from.pt', 'unsupported', 'model.8.f: reads layer 99, which does not come before it'],
    ['negative/forward-reference.pt', 'unsupported', 'model.3.f: reads layer 5, which does not come before it'],
    ['negative/bad-stride.pt', 'unsupported', 'model.13.stride[1]: expected one of 8, 16, 32, 64 that fits'],
    ['negative/bilinear-upsample.pt', 'unsupported', 'expected the mode "nearest"'],
    ['negative/bn-mismatch.pt', 'unsupported', 'model.0.bn.running_var: expected floats [8], got float16 [4]'],
    ['negative/bn-negative-var.pt', 'damaged', 'model.0.bn: its values for channel 3 give no finite number'],
    ['negative/channel-mismatch.pt', 'unsupported', 'expects 24 channels, the layer before gives 8'],
    ['negative/circular-padding.pt', 'unsupported', 'expected padding_mode "zeros"'],
    ['negative/classification.pt', 'unsupported', 'models.yolo.ClassificationModel is not supported'],
    ['negative/cycle-module.pt', 'unsupported', 'model.2.m.1: expected models.common.Bottleneck'],
    ['negative/cycle-list.pt', 'unsupported', 'model: expected a network, got a list of 1'],
    ['negative/eval-in-model.pt', 'unsafe', 'a call of __builtin__.eval'],
    ['negative/extra-child.pt', 'unsupported', 'model.2: models.common.C3: unexpected child "attn"'],
    ['negative/foreign-module.pt', 'unsupported', 'attacker.module.Activation'],
    ['negative/forward-hook.pt', 'unsafe', 'model.0: carries a hook'],
    ['negative/missing-child.pt', 'unsupported', 'model.2: models.common.C3: the child cv2 is missing'],
    ['negative/names-mismatch.pt', 'unsupported', 'names: expected 3 names, one for each class, got 1'],
    ['negative/not-a-model.pt', 'unsupported', 'expected a network, got the number 42'],
    ['negative/os-system-in-module.pt', 'unsafe', 'model.0.act: expected a module, got a call of posix.system'],
    ['negative/os-system-root.pt', 'unsafe', 'a call of posix.system'],
    ['negative/segment.pt', 'unsupported', 'models.yolo.SegmentationModel is not supported'],
    ['negative/segment-head-only.pt', 'unsupported', 'model.13: the class models.yolo.Segment is not supported'],
    ['negative/state-dict.pt', 'weights-only', 'a state dict'],
    ['negative/state-dict-wrapped.pt', 'weights-only', 'a state dict'],
    ['negative/ultralytics.pt', 'unsupported', 'ultralytics.nn.tasks.DetectionModel is not supported'],
    ['negative/weight-shape.pt', 'unsupported', 'expected floats [8, 3, 6, 6], got float16 [8, 4, 6, 6]'],
    ['negative/yolov9-block.pt', 'unsupported', 'models.common.RepNCSPELAN4 is not supported: it is a block of YOLOv9'],
    ['real/yolov8n-sm-custom1-nameplate-ultralytics8.3.pt', 'unsupported', 'YOLOv8, YOLO11'],
  ])('refuses %s', async (path, code, words) => {
    const { code: got, message, contents } = await refusal(path);
    expect(message).toContain(words);
    expect(got).toBe(code);
    expect(contents?.opcodes).toHaveProperty('STOP');
  });
});
