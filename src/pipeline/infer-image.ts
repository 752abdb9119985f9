import type { Detection } from '../domain/detection';
import type { Failure, ImageProblem } from '../domain/failure';
import type { Coordinates } from '../domain/geolocation';
import { STORED_CLASSES, type ClassScores, type Inference } from '../domain/inference';
import type { PackageType } from '../domain/model-package';
import type { RunMode } from '../domain/survey';
import { scoresOfCrops } from '../vision/classifier-output';
import { detectionsFromRows, hasUsableRows } from '../vision/detector-output';
import type { PixelSize, Raster } from '../vision/raster';
import { EmptyCropError, resizeCrops } from '../vision/resize-crop';
import { createStopwatch, type StepTimings, type Stopwatch } from './stopwatch';
import { NetworkError } from './network-error';
import type { DetectorTensor, LoadedClassifier, LoadedDetector, LoadedNetworks } from './network-ports';
import { planCrop, type CropPlan } from './plan-crop';

/** A decoded image as the decoding side hands it over. */
export interface ImageToInfer extends PixelSize {
  readonly channels: 3 | 4;
  /** Row-major RGB or RGBA after the EXIF turn. */
  readonly pixels: Uint8Array | Uint8ClampedArray;
  readonly capturedAt: string | null;
  readonly location?: Coordinates | null;
  /** The letterboxed picture for the detector; null when letterboxing was impossible, or when no detector runs. */
  readonly detectorInput: DetectorTensor | null;
}

/** What to compute for an image, and what becomes of a network that breaks down. */
export interface InferOptions {
  readonly mode: RunMode;
  readonly type: PackageType;
  /**
   * What to do when a network cannot be run. `throw`: a NetworkError, so that the image can be repeated on another backend.
   * `record`: the step is a failure of this image, as the reference writes it; for when no other backend is left.
   */
  readonly onNetworkError: 'throw' | 'record';
  /** A clock in milliseconds, for the timings. */
  readonly now: () => number;
}

/** What one step made of an image: its result, or why it has none. */
type Outcome<Value> = { readonly value: Value } | { readonly problem: ImageProblem };

/**
 * Runs the networks on one image, in the reference's order (speciesnet 5.0.4): detector, crop, classifier. Failures are part
 * of the result: no detector input or a failed detector leaves the classifier with the whole image; a crop without pixels or a
 * failed classifier leaves the detections. Throws a NetworkError only when the options ask for it.
 */
export async function inferImage(
  request: { readonly filepath: string; readonly image: ImageToInfer },
  networks: LoadedNetworks,
  options: InferOptions,
): Promise<{ readonly inference: Inference; readonly timings: StepTimings }> {
  const { image, filepath } = request;
  const watch = createStopwatch(options.now);
  const steps = stepsOf(options.mode);
  const detected = steps.detector
    ? await recordingErrors('detector', options, () => detect(image, required(networks.detector, 'detector'), watch))
    : null;
  const detections = detected !== null && 'value' in detected ? detected.value : null;
  const plan = planCrop(options.type, detections ?? [], image);
  const classified = steps.classifier
    ? await recordingErrors('classifier', options, () =>
        classify(image, plan, required(networks.classifier, 'classifier'), watch),
      )
    : null;
  const failures: Failure[] = [];
  if (classified !== null && 'problem' in classified) failures.push('CLASSIFIER');
  if (detected !== null && 'problem' in detected) failures.push('DETECTOR');
  return {
    inference: {
      filepath,
      size: { width: image.width, height: image.height },
      capturedAt: image.capturedAt,
      location: image.location ?? null,
      detections,
      crops: classified !== null && 'value' in classified ? { [plan.key]: classified.value } : {},
      failures,
      problem: firstProblem(detected, classified),
    },
    timings: watch.timings(),
  };
}

/** The facts of an image that could not be read: every step of the mode has failed. */
export function inferenceOfUnreadable(filepath: string, problem: ImageProblem, mode: RunMode): Inference {
  const steps = stepsOf(mode);
  const failures: Failure[] = [];
  if (steps.classifier) failures.push('CLASSIFIER');
  if (steps.detector) failures.push('DETECTOR');
  return { filepath, size: null, capturedAt: null, detections: null, crops: {}, failures, problem };
}

/** Which networks a mode runs. */
export function stepsOf(mode: RunMode): { readonly detector: boolean; readonly classifier: boolean } {
  return { detector: mode !== 'classify-whole-images', classifier: mode !== 'detections' };
}

async function detect(image: ImageToInfer, detector: LoadedDetector, watch: Stopwatch): Promise<Outcome<Detection[]>> {
  const input = image.detectorInput;
  if (input === null) {
    const detail = `letterbox: a side of ${image.width}x${image.height} would shrink to nothing`;
    return { problem: { code: 'detector-failed', detail } };
  }
  const { rows, milliseconds } = await runNetwork('detector', () => detector.port.run(input));
  watch.add('detector', milliseconds);
  return watch.time('postprocess', () => {
    if (!hasUsableRows(rows)) throw new NetworkError('detector', 'expected numbers, got NaN');
    const sizes = { network: input, source: image };
    const detections = detectionsFromRows(rows, sizes, detector.description.categories);
    if (!detections.every((detection) => detection.bbox.every(Number.isFinite))) {
      throw new NetworkError('detector', 'expected finite boxes, got NaN');
    }
    return { value: detections };
  });
}

async function classify(
  image: ImageToInfer,
  plan: CropPlan,
  classifier: LoadedClassifier,
  watch: Stopwatch,
): Promise<Outcome<ClassScores>> {
  const { inputSize, layout } = classifier.description;
  const raster: Raster = { ...image, data: image.pixels };
  const crop = watch.time('preprocess', () => {
    try {
      return { tensor: resizeCrops(raster, [plan.rect], { side: inputSize, layout }) };
    } catch (error) {
      if (error instanceof EmptyCropError) return { detail: error.message };
      throw error;
    }
  });
  if ('detail' in crop) return { problem: { code: 'classifier-failed', detail: crop.detail } };
  const { values, milliseconds } = await runNetwork('classifier', () => classifier.port.run(crop.tensor, 1));
  watch.add('classifier', milliseconds);
  return watch.time('postprocess', () => {
    const [scores] = scoresOfCrops(values, classifier.description, STORED_CLASSES);
    if (scores === undefined || !scores.scores.every(Number.isFinite)) {
      throw new NetworkError('classifier', 'expected finite scores, got NaN or nothing');
    }
    return { value: scores };
  });
}

/** Whatever a network's run throws becomes a NetworkError; errors of our own code stay what they are. */
async function runNetwork<Answer>(network: 'detector' | 'classifier', run: () => Promise<Answer>): Promise<Answer> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof NetworkError) throw error;
    throw new NetworkError(network, error instanceof Error ? error.message : String(error), { cause: error });
  }
}

async function recordingErrors<Value>(
  network: 'detector' | 'classifier',
  { onNetworkError }: InferOptions,
  step: () => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  try {
    return await step();
  } catch (error) {
    if (onNetworkError === 'throw' || !(error instanceof NetworkError)) throw error;
    return { problem: { code: `${network}-failed`, detail: error.message } };
  }
}

function firstProblem(...outcomes: readonly (Outcome<unknown> | null)[]): ImageProblem | null {
  for (const outcome of outcomes) if (outcome !== null && 'problem' in outcome) return outcome.problem;
  return null;
}

function required<Network>(network: Network | null, name: string): Network {
  if (network === null) throw new Error(`infer image: the run mode needs a ${name}, none is loaded`);
  return network;
}
