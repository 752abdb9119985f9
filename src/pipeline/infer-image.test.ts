import { describe, expect, it } from 'vitest';
import type { PackageType } from '../domain/model-package';
import type { RunMode } from '../domain/survey';
import { inferenceOfUnreadable, inferImage, type ImageToInfer, type InferOptions } from './infer-image';
import { NetworkError } from './network-error';
import type { LoadedNetworks } from './network-ports';

const WIDTH = 128;
const HEIGHT = 64;
const CLASSES = 30;

/** A grey picture whose detector input has its own size: 128 x 64, stride 64. */
const image: ImageToInfer = {
  width: WIDTH,
  height: HEIGHT,
  channels: 4,
  pixels: new Uint8ClampedArray(4 * WIDTH * HEIGHT).fill(90),
  capturedAt: '2024-05-06T07:08:09',
  detectorInput: { width: WIDTH, height: HEIGHT, tensor: new Float32Array(3 * WIDTH * HEIGHT) },
};

/** Numbers in, numbers out: these stand where a network would, everything around them is the product's code. */
function networksAnswering(rows: number[][], logits: number[], seen: Float32Array[] = []): LoadedNetworks {
  return {
    detector: {
      description: { categories: ['1', '2', '3'] },
      port: {
        run: () =>
          Promise.resolve({
            rows: { data: Float32Array.from(rows.flat()), count: rows.length, columns: 8 },
            milliseconds: 11,
          }),
      },
    },
    classifier: {
      description: { layout: 'nchw', inputSize: 4, output: 'logits', classCount: CLASSES },
      port: {
        run: (tensor) => {
          seen.push(tensor);
          return Promise.resolve({ values: Float32Array.from(logits), milliseconds: 7 });
        },
      },
    },
  };
}

/** Lower classes first: 0, 1, 2, … */
const LOGITS = Array.from({ length: CLASSES }, (_, index) => -index);
const PERSON_ROW = [64, 32, 64, 32, 0.9, 0.1, 0.8, 0];
const ANIMAL_ROW = [32, 16, 20, 20, 0.5, 0.9, 0, 0];

function optionsFor(mode: RunMode, type: PackageType = 'always_crop'): InferOptions {
  return { mode, type, onNetworkError: 'throw', now: () => 0 };
}

const request = { filepath: 'a/b.jpg', image };

describe('inferImage', () => {
  it('keeps all boxes, and the classes of the best one whatever it is', async () => {
    const networks = networksAnswering([ANIMAL_ROW, PERSON_ROW], LOGITS);
    const { inference, timings } = await inferImage(request, networks, optionsFor('species'));
    expect(inference.detections?.map(({ category, label, bbox }) => ({ category, label, bbox }))).toEqual([
      { category: '2', label: 'human', bbox: [0.25, 0.25, 0.5, 0.5] },
      { category: '1', label: 'animal', bbox: [0.171875, 0.09375, 0.15625, 0.3125] },
    ]);
    expect(Object.keys(inference.crops)).toEqual(['0']);
    expect(inference.crops['0']?.classes).toEqual(Array.from({ length: 20 }, (_, index) => index));
    expect(inference).toMatchObject({ filepath: 'a/b.jpg', size: { width: WIDTH, height: HEIGHT } });
    expect(inference).toMatchObject({ capturedAt: '2024-05-06T07:08:09', failures: [], problem: null });
    expect(timings).toEqual({ preprocess: 0, detector: 11, classifier: 7, postprocess: 0 });
  });

  it.each<[string, number[][], PackageType]>([
    ['no box', [], 'always_crop'],
    ['full_image ignores boxes', [PERSON_ROW], 'full_image'],
  ])('classifies the whole image: %s', async (_, rows, type) => {
    const { inference } = await inferImage(request, networksAnswering(rows, LOGITS), optionsFor('species', type));
    expect(Object.keys(inference.crops)).toEqual(['image']);
    expect(inference.detections).toHaveLength(rows.length);
    expect(inference.failures).toEqual([]);
  });

  it('without a detector input: a detector failure, and the classifier sees the whole image', async () => {
    const { inference } = await inferImage(
      { filepath: 'thin.jpg', image: { ...image, detectorInput: null } },
      networksAnswering([PERSON_ROW], LOGITS),
      optionsFor('species'),
    );
    expect(inference.failures).toEqual(['DETECTOR']);
    expect(inference.problem?.code).toBe('detector-failed');
    expect(inference.detections).toBeNull();
    expect(Object.keys(inference.crops)).toEqual(['image']);
  });

  it('a crop without pixels: a classifier failure, and the detections stay', async () => {
    const sliver = [64, 32, 0.2, 32, 0.9, 0.1, 0.8, 0];
    const { inference } = await inferImage(request, networksAnswering([sliver], LOGITS), optionsFor('species'));
    expect(inference.failures).toEqual(['CLASSIFIER']);
    expect(inference.problem).toEqual({
      code: 'classifier-failed',
      detail: 'crop: expected at least one pixel, got 0x32',
    });
    expect(inference.detections).toHaveLength(1);
    expect(inference.crops).toEqual({});
  });

  it('runs only what the mode needs', async () => {
    const networks = networksAnswering([PERSON_ROW], LOGITS);
    const boxes = await inferImage(request, { ...networks, classifier: null }, optionsFor('detections'));
    expect([boxes.inference.detections?.length, boxes.inference.crops]).toEqual([1, {}]);
    const classes = await inferImage(request, { ...networks, detector: null }, optionsFor('classify-whole-images'));
    expect([classes.inference.detections, Object.keys(classes.inference.crops)]).toEqual([null, ['image']]);
  });

  it.each<[string, LoadedNetworks, 'detector' | 'classifier']>([
    ['NaN from the detector', networksAnswering([[...PERSON_ROW.slice(0, 4), NaN, 1, 1, 1]], LOGITS), 'detector'],
    ['a box of NaN', networksAnswering([[NaN, ...PERSON_ROW.slice(1)]], LOGITS), 'detector'],
    [
      'NaN from the classifier',
      networksAnswering(
        [PERSON_ROW],
        LOGITS.map(() => NaN),
      ),
      'classifier',
    ],
    ['a lost device', losingDevice(), 'classifier'],
  ])('a network that can not be run is the caller’s to repeat, or to record: %s', async (_, networks, network) => {
    const thrown = inferImage(request, networks, optionsFor('species'));
    await expect(thrown).rejects.toThrow(NetworkError);
    await expect(thrown).rejects.toMatchObject({ network });
    const { inference } = await inferImage(request, networks, { ...optionsFor('species'), onNetworkError: 'record' });
    expect(inference.failures).toEqual([network.toUpperCase()]);
    expect(inference.problem?.code).toBe(`${network}-failed`);
    expect(inference.detections === null).toBe(network === 'detector');
  });

  it('hands the classifier the crop in its own layout, 0 to 1', async () => {
    const seen: Float32Array[] = [];
    await inferImage(request, networksAnswering([PERSON_ROW], LOGITS, seen), optionsFor('species'));
    expect(seen).toEqual([new Float32Array(3 * 4 * 4).fill(90 / 255)]);
  });
});

describe('inferenceOfUnreadable', () => {
  const problem = { code: 'file-empty', detail: '0 bytes' } as const;

  it.each<[RunMode, string[]]>([
    ['species', ['CLASSIFIER', 'DETECTOR']],
    ['detections', ['DETECTOR']],
    ['classify-whole-images', ['CLASSIFIER']],
  ])('%s: %j', (mode, failures) => {
    const inference = inferenceOfUnreadable('x.jpg', problem, mode);
    expect(inference).toEqual({
      filepath: 'x.jpg',
      size: null,
      capturedAt: null,
      detections: null,
      crops: {},
      failures,
      problem,
    });
  });
});

function losingDevice(): LoadedNetworks {
  const networks = networksAnswering([PERSON_ROW], LOGITS);
  const port = { run: () => Promise.reject(new Error('device lost')) };
  return { ...networks, classifier: { ...networks.classifier!, port } };
}
