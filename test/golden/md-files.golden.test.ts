import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { concludeAnimals, DEFAULT_ANIMAL_OPTIONS } from '../../src/domain/conclude-animal';
import type { Detection } from '../../src/domain/detection';
import { mdResultsFile } from '../../src/domain/formats/md-results-json';
import { parseGeofence } from '../../src/domain/geofence';
import { STORED_CLASSES, type ClassScores, type CropKey, type Inference } from '../../src/domain/inference';
import { parseLabels } from '../../src/domain/label-list';
import { buildMdResults } from '../../src/domain/megadetector/build-md-results';
import { DEFAULT_MD_IMAGE_OPTIONS } from '../../src/domain/megadetector/md-image';
import type { MdDetection, MdResults } from '../../src/domain/megadetector/md-results';
import { createTaxonRules } from '../../src/domain/taxon-rules';
import { parseTaxonomy } from '../../src/domain/taxonomy';
import type { LoadedClassifier, LoadedDetector } from '../../src/pipeline/network-ports';
import { planBoxCrops } from '../../src/pipeline/plan-crop';
import { scoresOfCrops } from '../../src/vision/classifier-output';
import { detectionsFromRows, splitFaint } from '../../src/vision/detector-output';
import { fitLetterbox } from '../../src/vision/letterbox';
import { letterboxTensor } from '../../src/vision/letterbox-pixels';
import { MEGADETECTOR_LIMITS } from '../../src/vision/nms';
import { resizeCrops } from '../../src/vision/resize-crop';
import { describeGolden, GOLDEN_FOLDER, goldenPath, readGolden, readReferencePackage } from './golden-folder';
import { openReferenceClassifier, openReferenceDetector } from './onnx-networks';
import { readPng } from './png-raster';

// Whole files of run_md_and_speciesnet for real photos. The lossless copies of some of them are run here from pixels to file;
// the boxes of the others are written from the reference's unrounded predictions.

interface Prediction {
  readonly filepath: string;
  readonly detections?: readonly Detection[];
}

/** The vectors' README for MegaDetector files on equal pixels. */
const CONF = 0.002;
const BBOX = 0.0002;

/** Runs by file: place, and whether roll-up was on. */
const RUNS = [
  ['md-none', null, null, true],
  ['md-none-norollup', null, null, false],
  ['md-USA-CA', 'USA', 'CA', true],
  ['md-KEN', 'KEN', null, true],
] as const;

const CATEGORIES = ['1', '2', '3'] as const;

describeGolden<{ images: readonly { readonly filepath: string }[] }>('e2e/exact/intermediates.json', ({ images }) => {
  const labels = parseLabels(readReferencePackage('always_crop_99710272_22x8_v12_epoch_00148.labels.txt'));
  const taxonomy = parseTaxonomy(readReferencePackage('taxonomy_release.txt'));
  const geofence = parseGeofence(JSON.parse(readReferencePackage('geofence_release.json')));
  const inferences: Inference[] = [];

  beforeAll(async () => {
    const detector = await openReferenceDetector();
    const classifier = await openReferenceClassifier();
    for (const { filepath } of images) inferences.push(await infer(filepath, detector, classifier));
  }, 300_000);

  const hasFile = ([name]: readonly [string, ...unknown[]]) => existsSync(goldenPath(`e2e/${name}.json`));
  it.skip.each(RUNS.filter((run) => !hasFile(run)))(`%s.json is absent in ${GOLDEN_FOLDER}`, () => undefined);

  describe.each(RUNS.filter(hasFile))('%s.json', (name, country, admin1Region, isRollupOn) => {
    const expected = readGolden(`e2e/${name}.json`) as MdResults;

    it.each(images.map(({ filepath }, index) => [filepath, index] as const))('%s', (filepath, index) => {
      const inference = inferences[index]!;
      const rules = createTaxonRules({ taxonomy, geofence, place: { country, admin1Region }, isGeofenceOn: true });
      const animals = concludeAnimals(inference, { labels }, rules, { ...DEFAULT_ANIMAL_OPTIONS, isRollupOn });
      const makers = { detector: 'yolov5n-coco-md3.pt', classifier: 'x', detectedAt: null, classifiedAt: null };
      const options = { ...DEFAULT_MD_IMAGE_OPTIONS, isRawWritten: true };
      const actual = buildMdResults([{ inference, animals, rejected: null }], makers, options);
      expect(actual.info).toMatchObject({ detector_metadata: expected.info['detector_metadata'] });
      expectDetections(named(actual, inference.filepath), named(expected, jpegOf(filepath, expected)));
    });
  });
});

describeGolden<{ predictions: readonly Prediction[] }>('e2e/predictions-none.unrounded.json', ({ predictions }) => {
  const run = RUNS.find(([name]) => existsSync(goldenPath(`e2e/${name}.json`)));
  if (run === undefined) {
    it.skip(`no MegaDetector file in ${GOLDEN_FOLDER}`, () => undefined);
    return;
  }
  const expected = readGolden(`e2e/${run[0]}.json`) as MdResults;
  // The package leaves mirrored photos as they are; SpeciesNet turns them.
  const photos = predictions.filter(
    ({ filepath, detections }) => detections !== undefined && !/_[2457]\.jpe?g$/i.test(filepath) && isInFile(filepath),
  );

  it.each(photos)(
    '$filepath: every box of conf above 0.01 is the same number for number',
    ({ filepath, detections }) => {
      const inference: Inference = {
        filepath,
        size: { width: 1, height: 1 },
        capturedAt: null,
        detections: detections!,
        crops: {},
        failures: [],
        problem: null,
      };
      const makers = { detector: null, classifier: null, detectedAt: null, classifiedAt: null };
      const actual = buildMdResults([{ inference, animals: null, rejected: null }], makers);
      expect(surely(actual, filepath)).toEqual(surely(expected, filepath));
    },
  );

  it('is written and read back unchanged', () => {
    const text = [...mdResultsFile(expected)].join('');
    expect(JSON.parse(text)).toEqual(expected);
    expect(text).not.toMatch(/"conf": -?\d+,/);
  });

  function isInFile(filepath: string): boolean {
    return expected.images.some(({ file, detections }) => file === filepath && Array.isArray(detections));
  }
});

/** Boxes whose written conf leaves no doubt that they are above 0.01, without their classes. */
function surely(results: MdResults, file: string) {
  const { detections } = results.images.find((image) => image.file === file)!;
  return detections!.filter(({ conf }) => conf >= 0.011).map(({ category, conf, bbox }) => ({ category, conf, bbox }));
}

async function infer(filepath: string, detector: LoadedDetector, classifier: LoadedClassifier): Promise<Inference> {
  const raster = readPng(readFileSync(goldenPath(`e2e/exact/${filepath}`)));
  const plan = fitLetterbox(raster, 'dynamic')!;
  const network = { width: plan.width, height: plan.height };
  const { rows } = await detector.port.run({ ...network, tensor: letterboxTensor(raster, plan) });
  const found = splitFaint(detectionsFromRows(rows, { network, source: raster }, CATEGORIES, MEGADETECTOR_LIMITS));
  const crops: Partial<Record<CropKey, ClassScores>> = {};
  for (const { key, rect } of planBoxCrops(found.detections, raster)) {
    const { values } = await classifier.port.run(resizeCrops(raster, [rect], { side: 480, layout: 'nhwc' }), 1);
    crops[key] = scoresOfCrops(values, { output: 'logits', classCount: 2498 }, STORED_CLASSES)[0]!;
  }
  const size = { width: raster.width, height: raster.height };
  return { filepath, size, capturedAt: null, ...found, crops, failures: [], problem: null };
}

/** The photo of which a lossless copy was made. */
function jpegOf(filepath: string, { images }: MdResults): string {
  const stem = (path: string) => path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
  const found = images.filter(({ file }) => stem(file) === stem(filepath));
  expect(found).toHaveLength(1);
  return found[0]!.file;
}

interface NamedDetection {
  readonly category: string;
  readonly conf: number;
  readonly bbox: readonly number[];
  readonly classes: readonly (readonly [name: string, score: number])[];
}

/** Detections with names and descriptions of classes in place of ids, which depend on all images before. */
function named(results: MdResults, file: string): readonly NamedDetection[] {
  const nameOf = (id: string) =>
    `${results.classification_categories![id]!} = ${results.classification_category_descriptions![id]!}`;
  const { detections } = results.images.find((image) => image.file === file)!;
  return detections!.map(({ category, conf, bbox, classifications = [], raw_classifications = [] }: MdDetection) => ({
    category,
    conf,
    bbox,
    classes: [...classifications, ...raw_classifications].map(([id, score]) => [nameOf(id), score] as const),
  }));
}

/** Two boxes of almost one conf may change places, so partners are the nearest boxes. */
function expectDetections(actual: readonly NamedDetection[], expected: readonly NamedDetection[]): void {
  expect(actual).toHaveLength(expected.length);
  const free = new Set(actual);
  for (const wanted of expected) {
    const partner = [...free].find(
      ({ category, bbox }) => category === wanted.category && farthest(bbox, wanted.bbox) <= BBOX,
    );
    expect(partner, `${wanted.category} ${wanted.bbox.join(' ')}`).toBeDefined();
    free.delete(partner!);
    expect(Math.abs(partner!.conf - wanted.conf)).toBeLessThanOrEqual(CONF);
    expect(partner!.classes.map(([name]) => name)).toEqual(wanted.classes.map(([name]) => name));
    partner!.classes.forEach(([, score], index) => {
      expect(Math.abs(score - wanted.classes[index]![1])).toBeLessThanOrEqual(CONF);
    });
  }
}

function farthest(one: readonly number[], other: readonly number[]): number {
  return Math.max(...one.map((value, index) => Math.abs(value - other[index]!)));
}
