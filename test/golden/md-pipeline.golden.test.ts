import { expect, it } from 'vitest';
import { concludeAnimal, DEFAULT_ANIMAL_OPTIONS } from '../../src/domain/conclude-animal';
import { DETECTION_LABELS, type Bbox, type DetectionCategory } from '../../src/domain/detection';
import { parseGeofence } from '../../src/domain/geofence';
import type { Inference } from '../../src/domain/inference';
import { buildMdResults } from '../../src/domain/megadetector/build-md-results';
import { DEFAULT_MD_IMAGE_OPTIONS, type MdImageSource } from '../../src/domain/megadetector/md-image';
import { isClassifiedBox } from '../../src/domain/megadetector/md-numbers';
import type { MdDetection, MdImage, MdResults } from '../../src/domain/megadetector/md-results';
import type { TaxonRules } from '../../src/domain/rollup';
import { createTaxonRules } from '../../src/domain/taxon-rules';
import { parseTaxonomy } from '../../src/domain/taxonomy';
import { describeGolden, readGolden } from './golden-folder';

interface PipelineCase {
  readonly id: string;
  readonly note: string;
  readonly input: MdResults;
  readonly classifier_script: Readonly<Record<string, readonly (readonly [string, number])[] | 'FAIL' | 'EXPLODE'>>;
  readonly options: {
    readonly enable_rollup?: boolean;
    readonly country?: string;
    readonly admin1_region?: string;
    readonly include_raw_classifications?: boolean;
    readonly top_n_scores?: number;
  };
  readonly outcome: 'ok' | 'error';
  readonly expected: MdResults;
  readonly output_validator_errors: readonly string[] | null;
}

describeGolden<{ cases: PipelineCase[] }>('megadetector/pipeline.json', ({ cases }) => {
  const { shared } = readGolden('megadetector/rollup.json') as {
    shared: { taxonomy: readonly string[]; geofence: unknown };
  };
  const taxonomy = parseTaxonomy(shared.taxonomy.join('\n'));
  const geofence = parseGeofence(shared.geofence);
  const ofImages = cases.filter(({ input, outcome }) => outcome === 'ok' && !input.images.some(isVideo));

  it.each(ofImages)('$id $note', ({ input, classifier_script, options, expected }) => {
    const place = { country: options.country ?? null, admin1Region: options.admin1_region ?? null };
    const rules = createTaxonRules({ taxonomy, geofence, place, isGeofenceOn: true });
    const animalOptions = { ...DEFAULT_ANIMAL_OPTIONS, isRollupOn: options.enable_rollup ?? true };
    const sources = input.images.map((image) => sourceOf(image, classifier_script, rules, animalOptions));
    const results = buildMdResults(
      sources,
      { detector: 'MDV5A', classifier: '<model>', detectedAt: null, classifiedAt: '<time>' },
      {
        ...DEFAULT_MD_IMAGE_OPTIONS,
        rawCount: options.top_n_scores ?? DEFAULT_MD_IMAGE_OPTIONS.rawCount,
        isRawWritten: options.include_raw_classifications ?? false,
      },
    );
    expect(results.images).toEqual(expected.images.map(withoutFailureBesideDetections));
    expect(results.detection_categories).toEqual(expected.detection_categories);
    expect(results.classification_categories).toEqual(expected.classification_categories);
    expect(results.classification_category_descriptions).toEqual(expected.classification_category_descriptions);
    const { detector_metadata: metadata, ...info } = results.info;
    expect(metadata).toMatchObject({ megadetector_version: 'v5a.0.1' });
    expect(info).toEqual(expected.info);
  });

  it.skip.each(cases.filter((one) => !ofImages.includes(one)))('$id is of videos or an error: $note', () => undefined);

  it('leaves out the failure texts of the classifier, and nothing else', () => {
    for (const { expected, output_validator_errors } of ofImages) {
      const isInvalid = (output_validator_errors ?? []).length > 0;
      const changed = expected.images.filter((image) => withoutFailureBesideDetections(image) !== image);
      expect(changed.length > 0).toBe(isInvalid);
    }
  });
});

function isVideo({ frame_rate }: MdImage): boolean {
  return frame_rate !== undefined;
}

/** What the package writes after a failed crop, and its own validator refuses. */
function withoutFailureBesideDetections(image: MdImage): MdImage {
  if (typeof image.failure !== 'string' || !Array.isArray(image.detections)) return image;
  return { file: image.file, detections: image.detections };
}

/** The facts behind an image of a detector's file, classified by the script. */
function sourceOf(
  image: MdImage,
  script: PipelineCase['classifier_script'],
  rules: TaxonRules,
  options: typeof DEFAULT_ANIMAL_OPTIONS,
): MdImageSource {
  const numbered = factsOrder(image.detections ?? []);
  const detections = image.detections === null ? null : numbered.map(({ detection }) => detectionOf(detection));
  const inference: Inference = {
    filepath: image.file,
    size: { width: 100, height: 80 },
    capturedAt: null,
    detections,
    crops: {},
    failures: typeof image.failure === 'string' ? ['DETECTOR'] : [],
    problem: typeof image.failure === 'string' ? { code: 'not-an-image', detail: image.failure } : null,
  };
  const animals = numbered.map(({ detection, index }) => {
    const answer = script[`${image.file}_${index}`];
    if (!isClassifiedBox(detection) || answer === undefined || typeof answer === 'string') return null;
    const candidates = { classes: answer.map(([label]) => label), scores: answer.map(([, score]) => score) };
    return concludeAnimal(candidates, rules, options);
  });
  return { inference, animals, rejected: null };
}

/** A file has detections of one conf weakest first, facts have them best first. */
function factsOrder(detections: readonly MdDetection[]) {
  const numbered = detections.map((detection, index) => ({ detection, index }));
  return numbered.reverse().sort((left, right) => right.detection.conf - left.detection.conf);
}

function detectionOf({ category, conf, bbox }: MdDetection) {
  const known = category as DetectionCategory;
  return { category: known, label: DETECTION_LABELS[known], conf, bbox: bbox as unknown as Bbox };
}
