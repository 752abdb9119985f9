import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from 'jpeg-js';
import * as ort from 'onnxruntime-web';
import type { Inference } from '../../src/domain/inference';
import { parseGeofence } from '../../src/domain/geofence';
import { parseLabels } from '../../src/domain/label-list';
import { parseTaxonomy } from '../../src/domain/taxonomy';
import { createConclusions, type Conclude } from '../../src/pipeline/conclude';
import { inferImage } from '../../src/pipeline/infer-image';
import { numbersOf, type LoadedNetworks } from '../../src/pipeline/network-ports';
import { fitLetterbox } from '../../src/vision/letterbox';
import { letterboxTensor } from '../../src/vision/letterbox-pixels';
import { onePlaceRules } from '../one-place-rules';

const folder = join(import.meta.dirname, '../../public/demo');

/** The committed demonstration, opened in Node on the WASM backend. */
export interface OpenDemo {
  readonly detector: ort.InferenceSession;
  readonly classifier: ort.InferenceSession;
  infer(path: string): Promise<Inference>;
  concludeAt(country: string | null, admin1Region: string | null): Conclude;
}

export async function openDemo(): Promise<OpenDemo> {
  ort.env.wasm.numThreads = 1;
  const bytesOf = (name: string) => readFileSync(join(folder, 'package', name));
  const textOf = (name: string) => new TextDecoder().decode(bytesOf(name));
  const detector = await ort.InferenceSession.create(bytesOf('demo-detector.onnx'));
  const classifier = await ort.InferenceSession.create(bytesOf('demo-classifier.onnx'));
  const labels = parseLabels(textOf('demo-labels.txt'));
  const tables = {
    labels,
    taxonomy: parseTaxonomy(textOf('demo-taxonomy.txt')),
    geofence: parseGeofence(JSON.parse(textOf('demo-geofence.json'))),
  };
  const networks: LoadedNetworks = {
    detector: {
      port: {
        async run({ tensor, width, height }) {
          const data = await runNetwork(detector, numbersOf(tensor), [1, 3, height, width]);
          return { rows: { data, count: data.length / 8, columns: 8 }, milliseconds: 0 };
        },
      },
      description: { categories: ['1', '2', '3'] },
    },
    classifier: {
      port: {
        async run(tensor, batch) {
          return { values: await runNetwork(classifier, numbersOf(tensor), [batch, 480, 480, 3]), milliseconds: 0 };
        },
      },
      description: { layout: 'nhwc', inputSize: 480, output: 'logits', classCount: labels.length },
    },
  };
  return {
    detector,
    classifier,
    async infer(path) {
      const { width, height, data } = decode(readFileSync(join(folder, 'photos', path)), { useTArray: true });
      const raster = { width, height, channels: 4, data } as const;
      const plan = fitLetterbox(raster, 'dynamic')!;
      const detectorInput = { width: plan.width, height: plan.height, tensor: letterboxTensor(raster, plan) };
      const image = { ...raster, pixels: data, capturedAt: null, sha256: null, detectorInput };
      const options = {
        mode: 'species',
        type: 'always_crop',
        speciesPer: 'image',
        targets: [],
        onNetworkError: 'throw',
        now: () => 0,
      } as const;
      return (await inferImage({ filepath: path, image }, networks, options)).inference;
    },
    concludeAt: (country, admin1Region) =>
      createConclusions(
        onePlaceRules({
          ...tables,
          place: { country, admin1Region },
          isGeofenceOn: true,
          isRollupOn: true,
          mode: 'species',
          packageType: 'always_crop',
        }),
      ),
  };
}

export async function runNetwork(
  session: ort.InferenceSession,
  tensor: Float32Array,
  dims: readonly number[],
): Promise<Float32Array> {
  const answers = await session.run({ [session.inputNames[0]!]: new ort.Tensor('float32', tensor, dims) });
  return answers[session.outputNames[0]!]!.data as Float32Array;
}
