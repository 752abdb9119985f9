import type { CropVectors } from '../domain/crop-vectors';
import type { Detection } from '../domain/detection';
import { namesAnimals } from '../domain/facts';
import type { Failure, ImageProblem } from '../domain/failure';
import type { Coordinates } from '../domain/geolocation';
import type { Inference } from '../domain/inference';
import type { DetectorInputSize, PackageType } from '../domain/model-package';
import type { RunMode, SpeciesPer } from '../domain/survey';
import { detectionsFromRows, hasUsableRows, splitFaint } from '../vision/detector-output';
import { fitLetterbox } from '../vision/letterbox';
import { MEGADETECTOR_LIMITS } from '../vision/nms';
import type { PixelSize } from '../vision/raster';
import { classifyCrops, type ClassifiedCrops } from './classify-crops';
import { createStopwatch, type StepTimings, type Stopwatch } from './stopwatch';
import { inputsOnProcessor } from './inputs-on-processor';
import { NetworkError } from './network-error';
import type {
  DetectorTensor,
  ImageInputs,
  InputMaker,
  LoadedClassifier,
  LoadedDetector,
  LoadedNetworks,
} from './network-ports';
import { hasPixels, planBoxCrops, planCrop } from './plan-crop';
import { runNetwork } from './run-network';

/** A decoded image as the decoding side hands it over. */
export interface ImageToInfer extends PixelSize {
  readonly channels: 3 | 4;
  /** Row-major RGB or RGBA after the EXIF turn. */
  readonly pixels: Uint8Array | Uint8ClampedArray;
  readonly capturedAt: string | null;
  /** Absent counts as null. */
  readonly location?: Coordinates | null;
  /** The letterboxed picture for the detector; null when letterboxing was impossible, is still to be done, or no detector runs. */
  readonly detectorInput: DetectorTensor | null;
  /** The detector's input is to be made from the pixels, like this; absent or null = it need not be. */
  readonly letterboxFor?: DetectorInputSize | null;
  /** See Inference. */
  readonly sha256: string | null;
}

/** Boxes that are known already, from a file or from an earlier run: the detector is not asked. */
export interface KnownDetections {
  readonly detections: readonly Detection[];
  /** See Inference; null = not known. */
  readonly faint: readonly Detection[] | null;
}

/** What to compute for an image, and what becomes of a network that breaks down. */
export interface InferOptions {
  readonly mode: RunMode;
  readonly type: PackageType;
  /** Only always_crop packages name each animal; the others look at the whole image. */
  readonly speciesPer: SpeciesPer;
  /** Class indices whose logits are kept; without effect for a network that answers probabilities. */
  readonly targets: readonly number[];
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

/** What became of an image: its facts, what its crops look like, and the time that it took. */
export interface InferredFacts {
  readonly inference: Inference;
  /** Packed embeddings of its crops; empty when the classifier gives none. */
  readonly vectors: CropVectors;
  readonly timings: StepTimings;
}

/**
 * Runs the networks on one image, in the reference's order (speciesnet 5.0.4): detector, crop, classifier. Failures are part
 * of the result: no detector input or a failed detector leaves the classifier with the whole image; a crop without pixels or a
 * failed classifier leaves the detections. Throws a NetworkError only when the options ask for it.
 */
export async function inferImage(
  request: { readonly filepath: string; readonly image: ImageToInfer; readonly known?: KnownDetections | null },
  networks: LoadedNetworks,
  options: InferOptions,
): Promise<InferredFacts> {
  const { image, filepath, known = null } = request;
  const watch = createStopwatch(options.now);
  const inputs = createInputs(image, networks.inputs ?? inputsOnProcessor);
  const steps = stepsOf(options.mode);
  const detected: Outcome<KnownDetections> | null =
    known !== null
      ? { value: known }
      : steps.detector
        ? await recordingErrors('detector', options, () =>
            detect(image, required(networks.detector, 'detector'), inputs, watch),
          )
        : null;
  const found = detected !== null && 'value' in detected ? detected.value : null;
  const detections = found?.detections ?? null;
  const classified = steps.classifier
    ? await recordingErrors('classifier', options, () =>
        classify(image, detections ?? [], required(networks.classifier, 'classifier'), inputs, options, watch),
      )
    : null;
  const failures: Failure[] = [];
  const crops = classified !== null && 'value' in classified ? classified.value.crops : {};
  const classifierProblem =
    problemOf(classified) ?? (classified !== null && 'value' in classified ? classified.value.problem : null);
  if (classifierProblem !== null) failures.push('CLASSIFIER');
  if (problemOf(detected) !== null) failures.push('DETECTOR');
  return {
    inference: {
      filepath,
      size: { width: image.width, height: image.height },
      capturedAt: image.capturedAt,
      location: image.location ?? null,
      detections,
      ...(found !== null && found.faint !== null && { faintDetections: found.faint }),
      crops,
      failures,
      ...(image.sha256 !== null && { sha256: image.sha256 }),
      problem: problemOf(detected) ?? classifierProblem,
    },
    vectors: classified !== null && 'value' in classified ? classified.value.vectors : {},
    timings: watch.timings(),
  };
}

/** Which networks a mode runs. */
export function stepsOf(mode: RunMode): { readonly detector: boolean; readonly classifier: boolean } {
  return {
    detector: mode === 'species' || mode === 'detections',
    classifier: mode !== 'detections' && mode !== 'ensemble',
  };
}

async function detect(
  image: ImageToInfer,
  detector: LoadedDetector,
  inputs: Inputs,
  watch: Stopwatch,
): Promise<Outcome<KnownDetections>> {
  const input = image.detectorInput ?? (await watch.timeAsync('preprocess', () => letterbox(image, inputs)));
  if (input === null) {
    const detail = `letterbox: a side of ${image.width}x${image.height} would shrink to nothing`;
    return { problem: { code: 'detector-failed', detail } };
  }
  const { rows, milliseconds } = await runNetwork('detector', () => detector.port.run(input));
  watch.add('detector', milliseconds);
  return watch.time('postprocess', () => {
    if (!hasUsableRows(rows)) throw new NetworkError('detector', 'expected numbers, got NaN');
    const sizes = { network: input, source: image };
    const found = detectionsFromRows(rows, sizes, detector.description.categories, MEGADETECTOR_LIMITS);
    if (!found.every(({ bbox }) => bbox.every(Number.isFinite))) {
      throw new NetworkError('detector', 'expected finite boxes, got NaN');
    }
    const { detections, faintDetections } = splitFaint(found);
    return { value: { detections, faint: faintDetections } };
  });
}

/** The pixels are taken up when the first input is made of them: many images need none. */
type Inputs = () => Promise<ImageInputs>;

function createInputs({ width, height, channels, pixels }: ImageToInfer, maker: InputMaker): Inputs {
  let taken: Promise<ImageInputs> | null = null;
  return () => (taken ??= maker.take({ width, height, channels, data: pixels }));
}

/** Null when there is nothing to be made, or when it is impossible. */
async function letterbox(image: ImageToInfer, inputs: Inputs): Promise<DetectorTensor | null> {
  const { letterboxFor: target = null } = image;
  const plan = target === null ? null : fitLetterbox(image, target);
  if (plan === null) return null;
  return { width: plan.width, height: plan.height, tensor: await (await inputs()).letterbox(plan) };
}

/** The crop that speaks for the image; `problem` says why it has no classes although the network runs. */
interface Classified extends ClassifiedCrops {
  readonly problem: ImageProblem | null;
}

async function classify(
  image: ImageToInfer,
  detections: readonly Detection[],
  classifier: LoadedClassifier,
  inputs: Inputs,
  options: InferOptions,
  watch: Stopwatch,
): Promise<Outcome<Classified>> {
  const speaking = planCrop(options.type, detections, image);
  const boxes = namesAnimals({ ...options, packageType: options.type })
    ? planBoxCrops(detections, image).filter(({ rect }) => hasPixels(rect))
    : [];
  const { width, height } = speaking.rect;
  const isEmpty = !hasPixels(speaking.rect);
  const plans = isEmpty ? boxes : [speaking, ...boxes];
  const answers = await classifyCrops(inputs, plans, classifier, {
    targets: options.targets,
    watch,
  });
  const problem: ImageProblem | null = isEmpty
    ? { code: 'classifier-failed', detail: `crop: expected at least one pixel, got ${width}x${height}` }
    : null;
  return { value: { ...answers, problem } };
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

function problemOf(outcome: Outcome<unknown> | null): ImageProblem | null {
  return outcome !== null && 'problem' in outcome ? outcome.problem : null;
}

function required<Network>(network: Network | null, name: string): Network {
  if (network === null) throw new Error(`infer image: the run mode needs a ${name}, none is loaded`);
  return network;
}
