import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import jpeg from 'jpeg-js';
import * as ort from 'onnxruntime-web';
import { agreementShare, compareDetectors, type AnsweredTwice } from '../src/domain/fast-detector/detector-agreement';
import { detectionsFromRows } from '../src/vision/detector-output';
import { fitLetterbox } from '../src/vision/letterbox';
import { letterboxTensor } from '../src/vision/letterbox-pixels';
import { createMemorySource } from '../src/weights/byte-source';
import { collectBytes } from '../src/weights/onnx/join-bytes';
import { readOnnxGraph } from '../src/weights/onnx/read-graph';
import { upgradeOpset } from '../src/weights/onnx/upgrade-opset';
import { writeOnnx } from '../src/weights/onnx/write-onnx';
import { createCalibrationGraph, RangeCollector } from '../src/weights/quantise/calibration-graph';
import { planQuantisation } from '../src/weights/quantise/plan-quantisation';
import { quantiseGraph } from '../src/weights/quantise/quantise-graph';

const [model, folders, threads = '2', side = '640'] = process.argv.slice(2);
ort.env.wasm.numThreads = Number(threads);
ort.env.logLevel = 'error';
const graph = upgradeOpset(await readOnnxGraph({ model: createMemorySource(readFileSync(model!)), weights: null }));
console.log(basename(model!), 'opset', graph.opset, graph.nodes.length, 'nodes', graph.inputs, graph.outputs);
const plan = planQuantisation(graph);
console.log(
  plan.convolutions.length,
  'of',
  graph.nodes.filter(({ op }) => op === 'Conv').length,
  'convolutions',
  plan.tensors.length,
  'tensors',
);

const open = async (bytes: Uint8Array, outputs?: readonly string[]) => {
  const session = await ort.InferenceSession.create(bytes, {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'all',
  });
  return (tensor: Float32Array, dims: readonly number[]) =>
    session.run({ [graph.inputs[0]!.name]: new ort.Tensor('float32', tensor, dims) }, outputs ?? session.outputNames);
};
const fixed = typeof graph.inputs[0]!.dims[2] === 'number';
const target = fixed
  ? (graph.inputs[0]!.dims[2] as number)
  : side === 'dynamic'
    ? ('dynamic' as const)
    : { longSide: Number(side), stride: 64 };
const photos = folders!.split(',').flatMap((folder) =>
  readdirSync(folder)
    .filter((n) => /\.jpe?g$/i.test(n))
    .map((n) => join(folder, n)),
);
const pictures = photos.flatMap((path) => {
  try {
    const { width, height, data } = jpeg.decode(readFileSync(path), { useTArray: true, maxMemoryUsageInMB: 2048 });
    const raster = { width, height, channels: 4 as const, data };
    const box = fitLetterbox(raster, target);
    return box === null ? [] : [{ path, width, height, box, tensor: letterboxTensor(raster, box) }];
  } catch {
    return [];
  }
});
const calibrating = pictures.filter((_, i) => i % 3 === 0).slice(0, 16);
const judged = pictures.filter((p) => !calibrating.includes(p));
console.log(calibrating.length, 'calibrate', judged.length, 'judge');
const calibration = createCalibrationGraph(graph, plan);
const single = { kind: 'single-file', weights: 'as-stored' } as const;
const calibrate = await open(await collectBytes(writeOnnx(calibration.graph, single)), calibration.outputNames);
const collector = new RangeCollector(calibration.tensors);
for (const { tensor, box } of calibrating) {
  const answers = await calibrate(tensor, [1, 3, box.height, box.width]);
  collector.add(calibration.outputNames.map((n) => (answers[n]!.data as Float32Array)[0]!));
}
const startedAt = performance.now();
const quantised = await quantiseGraph(graph, { plan, ranges: collector.ranges() });
const bytes = await collectBytes(writeOnnx(quantised, single));
console.log('quantised in', Math.round(performance.now() - startedAt), 'ms', bytes.length, 'bytes');
const reference = await open(readFileSync(model!));
const fast = await open(bytes);
const columns = graph.outputs[0]!.dims[2];
const classes =
  (typeof columns === 'number'
    ? columns
    : (await reference(pictures[0]!.tensor, [1, 3, pictures[0]!.box.height, pictures[0]!.box.width]))[
        graph.outputs[0]!.name
      ]!.dims[2]!) - 5;
const categories =
  classes === 3
    ? (['1', '2', '3'] as const)
    : Array.from({ length: classes }, (_, i) =>
        i === 0 ? '2' : i >= 14 && i <= 23 ? '1' : i >= 1 && i <= 8 ? '3' : null,
      );
const times = { reference: [] as number[], fast: [] as number[] };
const answers: AnsweredTwice[] = [];
const detect = async (run: typeof reference, times: number[], picture: (typeof pictures)[number]) => {
  const { box, tensor } = picture;
  const at = performance.now();
  const out = (await run(tensor, [1, 3, box.height, box.width]))[graph.outputs[0]!.name]!;
  times.push(performance.now() - at);
  return detectionsFromRows(
    { data: out.data as Float32Array, count: out.dims[1]!, columns: classes + 5 },
    { network: box, source: picture },
    categories,
  );
};
for (const picture of judged) {
  const a = await detect(reference, times.reference, picture);
  const b = await detect(fast, times.fast, picture);
  answers.push({ reference: a, other: b });
  const one = compareDetectors([{ reference: a, other: b }]);
  console.log(
    basename(picture.path),
    one.agreeing ? 'ok' : 'DIFFERS',
    a
      .slice(0, 4)
      .map((d) => `${d.category}:${d.conf.toFixed(3)}`)
      .join(' '),
    '|',
    b
      .slice(0, 4)
      .map((d) => `${d.category}:${d.conf.toFixed(3)}`)
      .join(' '),
  );
}
const median = (list: number[]) => list.toSorted((a, b) => a - b)[list.length >> 1]!;
const found = compareDetectors(answers);
console.log(
  found,
  agreementShare(found),
  'ms',
  median(times.reference).toFixed(0),
  median(times.fast).toFixed(0),
  'ratio',
  (median(times.reference) / median(times.fast)).toFixed(2),
);
process.exit(0);
