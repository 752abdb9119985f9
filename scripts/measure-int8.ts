import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import jpeg from 'jpeg-js';
import * as ort from 'onnxruntime-web';
import type { Detection, DetectionCategory } from '../src/domain/detection';
import { chooseImages } from '../src/domain/fast-detector/choose-images';
import { agreementShare, compareDetectors, type AnsweredTwice } from '../src/domain/fast-detector/detector-agreement';
import { detectionsFromRows } from '../src/vision/detector-output';
import { fitLetterbox } from '../src/vision/letterbox';
import { letterboxTensor } from '../src/vision/letterbox-pixels';
import { createMemorySource } from '../src/weights/byte-source';
import { createInlineWeight } from '../src/weights/onnx/inline-weight';
import { collectBytes } from '../src/weights/onnx/join-bytes';
import type { OnnxGraph } from '../src/weights/onnx/onnx-graph';
import { readOnnxGraph } from '../src/weights/onnx/read-graph';
import { upgradeOpset } from '../src/weights/onnx/upgrade-opset';
import { writeOnnx } from '../src/weights/onnx/write-onnx';
import { createCalibrationGraph, RangeCollector } from '../src/weights/quantise/calibration-graph';
import { planQuantisation } from '../src/weights/quantise/plan-quantisation';
import { quantiseWeights, type ValueRange } from '../src/weights/quantise/quantisation-numbers';
import { quantiseGraph } from '../src/weights/quantise/quantise-graph';

/**
 * Measures what whole numbers cost and gain for a detector in YOLOv5's layout, in Node with the browser's runtime:
 * `npx tsx scripts/measure-int8.ts MODEL.onnx FOLDER[,FOLDER…] [THREADS] [LONG SIDE]`. Photos are chosen as in the app. All forms
 * answer a photo one after the other, so that their times come from one sitting.
 */
const [model, folders, threads = '2', side = '640'] = process.argv.slice(2);
if (model === undefined || folders === undefined) throw new Error('expected MODEL.onnx and a folder of photos');
ort.env.wasm.numThreads = Number(threads);
ort.env.logLevel = 'error';

const SINGLE = { kind: 'single-file', weights: 'as-stored' } as const;
const PADDED_TO = 64;
/** Columns of a row before the classes. */
const BOX_COLUMNS = 5;

const graph = upgradeOpset(await readOnnxGraph({ model: createMemorySource(readFileSync(model)), weights: null }));
const plan = planQuantisation(graph);
const [input] = graph.inputs;
const [output] = graph.outputs;
const bytesOf = (made: OnnxGraph) => collectBytes(writeOnnx(made, SINGLE));

interface Picture {
  readonly path: string;
  readonly source: { readonly width: number; readonly height: number };
  readonly box: NonNullable<ReturnType<typeof fitLetterbox>>;
  readonly tensor: Float32Array;
}

function readPicture(path: string): readonly Picture[] {
  try {
    const { width, height, data } = jpeg.decode(readFileSync(path), { useTArray: true, maxMemoryUsageInMB: 2048 });
    const raster = { width, height, channels: 4 as const, data };
    const declared = input!.dims[2];
    const box = fitLetterbox(
      raster,
      typeof declared === 'number' ? declared : { longSide: Number(side), stride: PADDED_TO },
    );
    return box === null ? [] : [{ path, source: { width, height }, box, tensor: letterboxTensor(raster, box) }];
  } catch {
    return []; // what this decoder can't read says nothing of the network
  }
}

async function open(bytes: Uint8Array) {
  const session = await ort.InferenceSession.create(bytes, {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'all',
  });
  return ({ tensor, box }: Picture) =>
    session.run({ [input!.name]: new ort.Tensor('float32', tensor, [1, 3, box.height, box.width]) });
}
type Run = Awaited<ReturnType<typeof open>>;

async function calibrate(pictures: readonly Picture[]): Promise<ReadonlyMap<string, ValueRange>> {
  const calibration = createCalibrationGraph(graph, plan);
  const run = await open(await bytesOf(calibration.graph));
  const collector = new RangeCollector(calibration.tensors);
  for (const picture of pictures) {
    const answers = await run(picture);
    collector.add(calibration.outputNames.map((name) => (answers[name]!.data as Float32Array)[0]!));
  }
  return collector.ranges();
}

/** The graph with the int8 weights' values, computed in floats: what the weights alone cost. */
async function withSteppedWeights(): Promise<OnnxGraph> {
  const stepped = new Map<string, Float32Array>();
  for (const { weight } of plan.convolutions) {
    const floats = new Float32Array((await weight.weight.data.read()).slice().buffer);
    const channels = weight.dims[0]!;
    const { values, scales } = quantiseWeights(floats, channels, 1, null);
    const perChannel = floats.length / channels;
    stepped.set(
      weight.weight.name,
      Float32Array.from(values, (value, index) => value * scales[Math.floor(index / perChannel)]!),
    );
  }
  const weights = graph.weights.map((weight) => {
    const values = stepped.get(weight.name);
    return values === undefined ? weight : createInlineWeight(weight.name, weight.dims, values);
  });
  return { ...graph, weights };
}

/** MegaDetector's three classes; of COCO's eighty those that are animals, people and vehicles. */
function categoriesOf(classes: number): readonly (DetectionCategory | null)[] {
  if (classes === 3) return ['1', '2', '3'];
  return Array.from({ length: classes }, (_, index) => {
    if (index === 0) return '2';
    return index >= 14 && index <= 23 ? '1' : index >= 1 && index <= 8 ? '3' : null;
  });
}

async function detect(run: Run, { box, source, ...picture }: Picture) {
  const startedAt = performance.now();
  const rows = (await run({ box, source, ...picture }))[output!.name]!;
  const milliseconds = performance.now() - startedAt;
  const [, count, columns] = rows.dims;
  const data = { data: rows.data as Float32Array, count: count!, columns: columns! };
  const detections = detectionsFromRows(data, { network: box, source }, categoriesOf(columns! - BOX_COLUMNS));
  return { detections, milliseconds };
}

const photos = folders
  .split(',')
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => /\.jpe?g$/i.test(path))
  .flatMap(readPicture);
const chosen = chooseImages(photos, true);
if (chosen === null) throw new Error(`expected more photos, got ${photos.length}`);
const ranges = await calibrate(chosen.calibrating);
const whole = await bytesOf(await quantiseGraph(graph, { plan, ranges }));
console.log(
  `${basename(model)}: ${plan.convolutions.length} of ${graph.nodes.filter(({ op }) => op === 'Conv').length} convolutions,`,
  `${readFileSync(model).length} bytes, as int8 ${whole.length} bytes;`,
  `${chosen.calibrating.length} photos for ranges, ${chosen.comparing.length} others compared`,
);
const forms: readonly (readonly [string, Uint8Array])[] = [
  ['int8', whole],
  ['int8 weights, the rest float', await bytesOf(await withSteppedWeights())],
  [
    'uint8 between layers, weights float',
    await bytesOf(await quantiseGraph(graph, { plan: { ...plan, convolutions: [] }, ranges })),
  ],
];
const reference = await open(readFileSync(model));
const opened: { name: string; run: Run; answers: AnsweredTwice[]; times: number[] }[] = [];
for (const [name, bytes] of forms) opened.push({ name, run: await open(bytes), answers: [], times: [] });
const referenceTimes: number[] = [];
for (const picture of chosen.comparing) {
  const first = await detect(reference, picture);
  referenceTimes.push(first.milliseconds);
  for (const form of opened) {
    const { detections, milliseconds } = await detect(form.run, picture);
    const answer = { reference: first.detections, other: detections };
    form.answers.push(answer);
    form.times.push(milliseconds);
    if (compareDetectors([answer]).agreeing === 0)
      console.log(`${basename(picture.path)} differs, ${form.name}`, confsOf(answer));
  }
}
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;
for (const { name, answers, times } of opened) {
  const found = compareDetectors(answers);
  console.log(
    `${name}: ${found.agreeing} of ${found.images} photos agree (${(100 * agreementShare(found)).toFixed(1)} %),`,
    `${found.missed} boxes missing, ${found.added} added, largest difference in conf ${found.largestConfDifference.toFixed(3)},`,
    `${(median(referenceTimes) / median(times)).toFixed(2)} times as fast`,
  );
}
process.exit(0); // the runtime's threads would go on

function confsOf({ reference: before, other }: AnsweredTwice): string {
  const words = (detections: readonly Detection[] | null) =>
    (detections ?? [])
      .slice(0, 3)
      .map(({ label, conf }) => `${label} ${conf.toFixed(3)}`)
      .join(', ') || 'nothing';
  return `${words(before)} | ${words(other)}`;
}
