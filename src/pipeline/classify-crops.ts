import { STORED_CLASSES, type ClassScores, type Inference } from '../domain/inference';
import type { CropVectors } from '../domain/crop-vectors';
import { packVector } from '../domain/review-modes/pack-vector';
import { targetLogits } from '../domain/target-species';
import { rowsOf, scoresOfCrops } from '../vision/classifier-output';
import type { CropRect } from '../vision/crop';
import { NetworkError } from './network-error';
import type { ImageInputs, LoadedClassifier } from './network-ports';
import type { CropPlan } from './plan-crop';
import { runNetwork } from './run-network';
import type { Stopwatch } from './stopwatch';

/** The reference programs' batch (speciesnet 5.0.4, megadetector 10.0.24). */
const BATCH = 8;

/** What the classifier said of an image's crops, by key. */
export interface ClassifiedCrops {
  readonly crops: Inference['crops'];
  /** Packed embeddings; empty when the network gives none. */
  readonly vectors: CropVectors;
}

interface CropAnswer {
  readonly scores: ClassScores;
  readonly vector: Int8Array | null;
}

interface ClassifyOptions {
  /** Class indices whose logits are kept. */
  readonly targets: readonly number[];
  readonly watch: Stopwatch;
}

/**
 * The classifier's answers to crops of one image, by key, up to eight crops at a time. Crops of one rectangle are looked at
 * once. Every rectangle has pixels. Throws NetworkError when the network can't be run or answers no numbers.
 */
export async function classifyCrops(
  inputs: () => Promise<ImageInputs>,
  plans: readonly CropPlan[],
  classifier: LoadedClassifier,
  { targets, watch }: ClassifyOptions,
): Promise<ClassifiedCrops> {
  const byPlace = new Map<string, CropRect>();
  for (const { rect } of plans) byPlace.set(placeOf(rect), rect);
  const places = [...byPlace];
  const answers = new Map<string, CropAnswer>();
  for (let start = 0; start < places.length; start += BATCH) {
    const batch = places.slice(start, start + BATCH);
    const rects = batch.map(([, rect]) => rect);
    const given = await classifyBatch(inputs, rects, classifier, { targets, watch });
    batch.forEach(([place], index) => answers.set(place, given[index]!));
  }
  const byKey = plans.map(({ key, rect }) => [key, answers.get(placeOf(rect))!] as const);
  return {
    crops: Object.fromEntries(byKey.map(([key, { scores }]) => [key, scores])),
    vectors: Object.fromEntries(byKey.flatMap(([key, { vector }]) => (vector === null ? [] : [[key, vector]]))),
  };
}

function placeOf({ top, left, width, height }: CropRect): string {
  return `${left},${top},${width},${height}`;
}

async function classifyBatch(
  inputs: () => Promise<ImageInputs>,
  rects: readonly CropRect[],
  { port, description }: LoadedClassifier,
  { targets, watch }: ClassifyOptions,
): Promise<readonly CropAnswer[]> {
  const { inputSize, layout, output, classCount } = description;
  const tensor = await watch.timeAsync('preprocess', async () =>
    (await inputs()).crops(rects, { side: inputSize, layout }),
  );
  const {
    values,
    embeddings = null,
    milliseconds,
  } = await runNetwork('classifier', () => port.run(tensor, rects.length));
  watch.add('classifier', milliseconds);
  return watch.time('postprocess', () => {
    const scores = scoresOfCrops(values, description, STORED_CLASSES);
    if (scores.length !== rects.length || !scores.every((crop) => crop.scores.every(Number.isFinite))) {
      throw new NetworkError('classifier', 'expected finite scores, got NaN or nothing');
    }
    const vectors = embeddings === null ? [] : rowsOf(embeddings, embeddings.length / rects.length).map(packVector);
    const rows = targets.length === 0 || output !== 'logits' ? null : rowsOf(values, classCount);
    return scores.map((crop, index) => ({
      scores: {
        ...crop,
        ...(rows && { targets: { classes: targets, logits: targetLogits(rows[index]!, { classes: targets }) } }),
      },
      vector: vectors[index] ?? null,
    }));
  });
}
