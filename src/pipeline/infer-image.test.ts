import { describe, expect, it } from 'vitest';
import type { PackageType } from '../domain/model-package';
import type { RunMode } from '../domain/survey';
import { inferImage, type ImageToInfer, type InferOptions } from './infer-image';
import { NetworkError } from './network-error';
import { numbersOf, type LoadedNetworks } from './network-ports';

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
  sha256: null,
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
          seen.push(numbersOf(tensor));
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
  return { mode, type, speciesPer: 'image', targets: [], onNetworkError: 'throw', now: () => 0 };
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

  it('packs what the classifier sees of each crop, and says the same without it', async () => {
    const networks = networksAnswering([PERSON_ROW], LOGITS);
    const plain = await inferImage(request, networks, optionsFor('species'));
    const { classifier } = networks;
    const seeing: LoadedNetworks = {
      ...networks,
      classifier: {
        ...classifier!,
        port: {
          run: async (tensor, batch) => ({
            ...(await classifier!.port.run(tensor, batch)),
            embeddings: Float32Array.from([0.5, -1, 0.25]),
          }),
        },
      },
    };
    const { inference, vectors } = await inferImage(request, seeing, optionsFor('species'));
    expect(vectors).toEqual({ 0: Int8Array.from([64, -127, 32]) });
    expect(inference).toEqual(plain.inference);
    expect(plain.vectors).toEqual({});
  });

  it.each([{ latitude: -1.2865, longitude: 36.8173 }, null])('keeps where the camera was: %j', async (location) => {
    const located = { ...request, image: { ...image, location } };
    const { inference } = await inferImage(located, networksAnswering([], LOGITS), optionsFor('species'));
    expect(inference.location).toEqual(location);
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

  it('names each box from conf 0.1 on, and crops of one rectangle once', async () => {
    const seen: Float32Array[] = [];
    const faint = [100, 40, 10, 10, 0.05, 0.9, 0, 0];
    const networks = networksAnswering([ANIMAL_ROW, PERSON_ROW, faint], [...LOGITS, ...LOGITS.toReversed()], seen);
    const options = { ...optionsFor('species'), speciesPer: 'animal' } as const;
    const { inference } = await inferImage(request, networks, options);
    expect(Object.keys(inference.crops)).toEqual(['0', 'box0', 'box1']);
    // The person's box lies on whole pixels: cut by either program it is the same crop.
    expect(seen.map(({ length }) => length)).toEqual([2 * 3 * 4 * 4]);
    expect(inference.crops.box0).toEqual(inference.crops['0']);
    expect([inference.crops['0']?.classes[0], inference.crops.box1?.classes[0]]).toEqual([0, CLASSES - 1]);
  });

  it('looks at no boxes for a package that looks at whole images', async () => {
    const options = { ...optionsFor('species', 'full_image'), speciesPer: 'animal' } as const;
    const { inference } = await inferImage(request, networksAnswering([PERSON_ROW], LOGITS), options);
    expect(Object.keys(inference.crops)).toEqual(['image']);
  });

  it('classifies eight crops at a time', async () => {
    const batches: number[] = [];
    const rows = Array.from({ length: 11 }, (_, index) => [
      10 * index + 6,
      32,
      8,
      8 + index,
      0.9 - index / 100,
      0.9,
      0,
      0,
    ]);
    const networks = networksAnswering(rows, LOGITS);
    const port = {
      run: (_: Float32Array, batch: number) => {
        batches.push(batch);
        return Promise.resolve({ values: Float32Array.from(Array(batch).fill(LOGITS).flat()), milliseconds: 1 });
      },
    };
    const options = { ...optionsFor('species'), speciesPer: 'animal' } as const;
    const { inference } = await inferImage(
      request,
      { ...networks, classifier: { ...networks.classifier!, port } },
      options,
    );
    expect(Object.keys(inference.crops)).toHaveLength(12);
    expect(batches.reduce((sum, batch) => sum + batch)).toBeGreaterThanOrEqual(11);
    expect(Math.max(...batches)).toBe(8);
  });

  it('asks no detector about boxes that are known, and keeps the faint ones', async () => {
    const networks = networksAnswering([], LOGITS);
    const box = (conf: number) => ({ category: '1', label: 'animal', conf, bbox: [0.25, 0.25, 0.5, 0.5] }) as const;
    const known = { detections: [box(0.8)], faint: [box(0.007)] };
    const { inference } = await inferImage(
      { ...request, known },
      { ...networks, detector: null },
      optionsFor('species'),
    );
    expect([inference.detections, inference.faintDetections]).toEqual([known.detections, known.faint]);
    expect(Object.keys(inference.crops)).toEqual(['0']);
    const file = { detections: [], faint: null };
    const whole = await inferImage(
      { ...request, known: file },
      { ...networks, detector: null },
      optionsFor('classify-detections'),
    );
    expect(Object.keys(whole.inference.crops)).toEqual(['image']);
    expect(whole.inference).not.toHaveProperty('faintDetections');
  });

  it('keeps faint boxes apart, and the logits that were asked for', async () => {
    const faint = [100, 40, 10, 10, 0.009, 0.9, 0, 0];
    const networks = networksAnswering([PERSON_ROW, faint], LOGITS);
    const { inference } = await inferImage(request, networks, { ...optionsFor('species'), targets: [7, 2] });
    expect([inference.detections?.length, inference.faintDetections?.length]).toEqual([1, 1]);
    expect(inference.crops['0']?.targets).toEqual({ classes: [7, 2], logits: [-7, -2] });
  });

  it('hands the classifier the crop in its own layout, 0 to 1', async () => {
    const seen: Float32Array[] = [];
    await inferImage(request, networksAnswering([PERSON_ROW], LOGITS, seen), optionsFor('species'));
    expect(seen).toEqual([new Float32Array(3 * 4 * 4).fill(90 / 255)]);
  });
});

function losingDevice(): LoadedNetworks {
  const networks = networksAnswering([PERSON_ROW], LOGITS);
  const port = { run: () => Promise.reject(new Error('device lost')) };
  return { ...networks, classifier: { ...networks.classifier!, port } };
}
