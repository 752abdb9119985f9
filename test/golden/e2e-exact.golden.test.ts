import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { decide } from '../../src/domain/ensemble';
import { parseGeofence } from '../../src/domain/geofence';
import { REFERENCE_CLASSES, type ClassScores, type Inference } from '../../src/domain/inference';
import { parseLabels } from '../../src/domain/label-list';
import type { PackageType } from '../../src/domain/model-package';
import { createTaxonRules } from '../../src/domain/taxon-rules';
import { parseTaxonomy } from '../../src/domain/taxonomy';
import { inferImage, type ImageToInfer } from '../../src/pipeline/infer-image';
import { numbersOf, type LoadedClassifier, type LoadedDetector } from '../../src/pipeline/network-ports';
import { planCrop, type CropPlan } from '../../src/pipeline/plan-crop';
import { fitLetterbox, type Letterbox } from '../../src/vision/letterbox';
import { letterboxBytes, letterboxTensor } from '../../src/vision/letterbox-pixels';
import type { Raster } from '../../src/vision/raster';
import { resizeCrops } from '../../src/vision/resize-crop';
import { matchDetections, type ComparedDetection } from './compare-detections';
import { describeGolden, goldenPath, readGolden, readReferencePackage } from './golden-folder';
import { openReferenceClassifier, openReferenceDetector } from './onnx-networks';
import { readPng } from './png-raster';

interface PixelFacts {
  readonly shape: readonly number[];
  readonly sha256: string;
  readonly even32_index: readonly number[];
  readonly even32: readonly number[];
}

interface Scored {
  readonly classes: readonly string[];
  readonly scores: readonly number[];
}

interface Intermediates {
  readonly filepath: string;
  readonly decoded: PixelFacts;
  readonly letterbox: PixelFacts;
  readonly detections: readonly ComparedDetection[];
  /** Null or absent: the whole image. */
  readonly crop_top_left_height_width?: readonly number[] | null;
  readonly classifier_input: PixelFacts;
  readonly classification: Scored;
  readonly full_image_rows_top_height: readonly number[];
  readonly full_image_input: PixelFacts;
  readonly full_image_classification: Scored;
}

interface ReferencePrediction {
  readonly filepath: string;
  readonly country?: string;
  readonly admin1_region?: string;
  readonly prediction: string;
  readonly prediction_score: number;
  readonly prediction_source: string;
}

/** Strict tolerances of the vectors' own README: fp32 networks on equal pixels. */
const STRICT = { conf: 0.0005, bbox: 0.0001, sureConf: 0.05, boxShare: 0.995, score: 0.005 };
/** The files are written with four decimals. */
const WRITTEN_ROUNDING = 0.00005;

/** The runs over these pictures, with the package type each one used. */
const RUNS: readonly { file: string; type: PackageType }[] = [
  { file: 'predictions-none.json', type: 'always_crop' },
  { file: 'predictions-KEN.json', type: 'always_crop' },
  { file: 'predictions-USA-CA.json', type: 'always_crop' },
  { file: 'predictions-full_image-none.json', type: 'full_image' },
];

describeGolden<{ images: Intermediates[] }>('e2e/exact/intermediates.json', ({ images }) => {
  let detector: LoadedDetector;
  let classifier: LoadedClassifier;
  const labels = parseLabels(readReferencePackage('always_crop_99710272_22x8_v12_epoch_00148.labels.txt'));
  const inferences: Record<PackageType, Map<string, Inference>> = { always_crop: new Map(), full_image: new Map() };

  beforeAll(async () => {
    detector = await openReferenceDetector();
    classifier = await openReferenceClassifier();
  }, 120_000);

  describe.each(images)('$filepath', (expected) => {
    let raster: Raster;
    let plan: Letterbox;
    let image: ImageToInfer;

    beforeAll(() => {
      raster = readPng(readFileSync(goldenPath(`e2e/exact/${expected.filepath}`)));
      plan = fitLetterbox(raster, 'dynamic')!;
      const detectorInput = { width: plan.width, height: plan.height, tensor: letterboxTensor(raster, plan) };
      image = { ...raster, pixels: raster.data, capturedAt: null, sha256: null, detectorInput };
    });

    async function infer(type: PackageType): Promise<Inference> {
      const { inference } = await inferImage(
        { filepath: expected.filepath, image },
        { detector, classifier },
        {
          mode: 'species',
          type,
          speciesPer: 'image',
          targets: [],
          onNetworkError: 'throw',
          now: () => performance.now(),
        },
      );
      inferences[type].set(expected.filepath, inference);
      return inference;
    }

    it('has the same pixels, decoded and letterboxed', () => {
      expect(sha256(raster.data)).toBe(expected.decoded.sha256);
      expect([plan.height, plan.width, 3]).toEqual(expected.letterbox.shape);
      expect(sha256(letterboxBytes(raster, plan))).toBe(expected.letterbox.sha256);
      expect(sha256(bytesOfPlanar(numbersOf(image.detectorInput!.tensor)))).toBe(expected.letterbox.sha256);
    });

    it('always_crop: same boxes, same crop, same classes', async () => {
      const inference = await infer('always_crop');
      expect(inference.failures).toEqual([]);
      expectDetections(inference, expected.detections);
      const crop = planCrop('always_crop', inference.detections ?? [], raster);
      const whole = [0, 0, raster.height, raster.width];
      expect(rectOf(crop)).toEqual(expected.crop_top_left_height_width ?? whole);
      expectPixels(raster, crop, expected.classifier_input);
      expectScores(inference.crops[crop.key], expected.classification);
    });

    it('full_image: same strip, same classes', async () => {
      const inference = await infer('full_image');
      expect(inference.failures).toEqual([]);
      expectDetections(inference, expected.detections);
      const crop = planCrop('full_image', inference.detections ?? [], raster);
      expect([crop.rect.top, crop.rect.height]).toEqual(expected.full_image_rows_top_height);
      expectPixels(raster, crop, expected.full_image_input);
      expectScores(inference.crops.image, expected.full_image_classification);
    });
  });

  const taxonomy = parseTaxonomy(readReferencePackage('taxonomy_release.txt'));
  const geofence = parseGeofence(JSON.parse(readReferencePackage('geofence_release.json')));
  const present = RUNS.filter(({ file }) => existsSync(goldenPath(`e2e/exact/${file}`)));

  it.each(present)('$file: every label and source equal', ({ file, type }) => {
    const { predictions } = readGolden(`e2e/exact/${file}`) as { predictions: ReferencePrediction[] };
    expect(predictions.map((one) => one.filepath)).toEqual(images.map((one) => one.filepath));
    for (const reference of predictions) {
      const inference = inferences[type].get(reference.filepath)!;
      const place = { country: reference.country ?? null, admin1Region: reference.admin1_region ?? null };
      const rules = createTaxonRules({ taxonomy, geofence, place, isGeofenceOn: true });
      const candidates = scoredOf(Object.values(inference.crops)[0]!);
      const prediction = decide({ candidates, detections: inference.detections! }, rules);
      expect([reference.filepath, prediction.label, prediction.source]).toEqual([
        reference.filepath,
        reference.prediction,
        reference.prediction_source,
      ]);
      expect(Math.abs(prediction.score - reference.prediction_score)).toBeLessThanOrEqual(
        STRICT.score + WRITTEN_ROUNDING,
      );
    }
  });

  it('batch of two: the same answers as one by one', async () => {
    const [first, second] = images.slice(0, 2).map((one) => {
      const raster = readPng(readFileSync(goldenPath(`e2e/exact/${one.filepath}`)));
      return resizeCrops(raster, [planCrop('full_image', [], raster).rect], { side: 480, layout: 'nhwc' });
    });
    const pair = new Float32Array([...first!, ...second!]);
    const together = await classifier.port.run(pair, 2);
    const alone = [await classifier.port.run(first!, 1), await classifier.port.run(second!, 1)];
    const expectedValues = alone.flatMap(({ values }) => [...values]);
    expect(together.values.length).toBe(expectedValues.length);
    const worst = expectedValues.reduce((most, value, i) => Math.max(most, Math.abs(value - together.values[i]!)), 0);
    expect(worst).toBeLessThan(0.001);
  });

  function scoredOf({ classes, scores }: ClassScores): Scored {
    return {
      classes: classes.slice(0, REFERENCE_CLASSES).map((index) => labels[index]!),
      scores: scores.slice(0, REFERENCE_CLASSES),
    };
  }

  function expectScores(actual: ClassScores | undefined, expected: Scored): void {
    const { classes, scores } = scoredOf(actual!);
    expect(classes).toEqual(expected.classes);
    scores.forEach((score, i) => {
      expect(Math.abs(score - expected.scores[i]!)).toBeLessThanOrEqual(STRICT.score);
    });
  }
});

function expectDetections(inference: Inference, expected: readonly ComparedDetection[]): void {
  const actual = inference.detections ?? [];
  expect(actual).toHaveLength(expected.length);
  const pairs = matchDetections(actual, expected);
  expect(pairs).toHaveLength(expected.length);
  for (const { reference, conf, bbox } of pairs) {
    expect(conf).toBeLessThanOrEqual(STRICT.conf);
    if (reference.conf >= STRICT.sureConf) expect(bbox).toBeLessThanOrEqual(STRICT.bbox);
  }
  const near = pairs.filter(({ bbox }) => bbox <= STRICT.bbox).length;
  expect(near).toBeGreaterThanOrEqual(STRICT.boxShare * expected.length);
}

function expectPixels(raster: Raster, crop: CropPlan, expected: PixelFacts): void {
  const tensor = resizeCrops(raster, [crop.rect], { side: 480, layout: 'nhwc' });
  const bytes = Uint8Array.from(tensor, (value) => Math.round(value * 255));
  if (sha256(bytes) === expected.sha256) return;
  // Not the same to the last bit: then the sampled values may be off by one grey level, no more.
  expected.even32_index.forEach((at, i) => {
    expect(Math.abs(bytes[at]! - expected.even32[i]!)).toBeLessThanOrEqual(1);
  });
}

function rectOf({ rect }: CropPlan): number[] {
  return [rect.top, rect.left, rect.height, rect.width];
}

function bytesOfPlanar(tensor: Float32Array): Uint8Array {
  const plane = tensor.length / 3;
  const bytes = new Uint8Array(tensor.length);
  for (let i = 0; i < plane; i++) {
    for (let c = 0; c < 3; c++) bytes[3 * i + c] = Math.round(tensor[c * plane + i]! * 255);
  }
  return bytes;
}

function sha256(bytes: Uint8Array | Uint8ClampedArray): string {
  return createHash('sha256').update(bytes).digest('hex');
}
