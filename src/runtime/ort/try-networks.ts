import type { DetectorDescription, DetectorInputSize } from '../../domain/model-package';
import type { PixelSize } from '../../vision/raster';
import type { Network, NetworkOutput } from './network';
import type { NetworksRequest, OpenNetworks } from './open-networks';
import { outputDifference } from './output-difference';
import { createTestPicture } from './test-picture';

/** `timed`: two pictures of the usual size. `numbers`: one small picture, where only the answers count. */
export type TrialKind = 'timed' | 'numbers';

/** What a network answered to made-up pictures. */
export interface NetworkTrial {
  readonly first: readonly NetworkOutput[];
  /** Empty when there was one picture. */
  readonly second: readonly NetworkOutput[];
  /** Inside the last run: the first one prepares (shaders, memory). */
  readonly milliseconds: number;
}

/** The trials of a package's networks; null where it has none. */
export interface Trial {
  readonly detector: NetworkTrial | null;
  readonly classifier: NetworkTrial | null;
}

/** The pictures that a network is tried with: their size in pixels, and their layout. */
export interface TrialPictures {
  readonly size: PixelSize;
  readonly layout: 'nchw' | 'nhwc';
}

/**
 * A detector of any size is tried at these. 640 is a quarter of the work of its usual 1280, and large enough to compare
 * speed; a software imitation of a graphics processor needs the smaller one.
 */
const TRIAL_SIDES: Readonly<Record<TrialKind, number>> = { timed: 640, numbers: 256 };

/** The side of the square at which a detector is tried. */
export function trialSideOf(inputSize: DetectorInputSize, kind: TrialKind): number {
  if (inputSize === 'dynamic') return TRIAL_SIDES[kind];
  if (typeof inputSize === 'number') return inputSize;
  const { longSide, stride } = inputSize;
  return Math.ceil(Math.min(TRIAL_SIDES[kind], longSide) / stride) * stride;
}

/** Runs a network with picture 0 and then with picture 1. */
export async function tryNetwork(network: Network, pictures: TrialPictures): Promise<NetworkTrial> {
  const first = await runPicture(network, 0, pictures);
  const second = await runPicture(network, 1, pictures);
  return { first: first.outputs, second: second.outputs, milliseconds: second.runMs };
}

/** Runs a network with the made-up picture of this number. */
export function runPicture(network: Network, number: number, { size, layout }: TrialPictures) {
  const { width, height } = size;
  const dims = layout === 'nchw' ? [1, 3, height, width] : [1, height, width, 3];
  return network.run(createTestPicture(number, size, layout), dims);
}

/** Runs each network with the same pictures. */
export async function tryNetworks(
  networks: OpenNetworks,
  { detector, classifier }: NetworksRequest,
  kind: TrialKind,
): Promise<Trial> {
  const run = async (network: Network | null, pictures: TrialPictures | null): Promise<NetworkTrial | null> => {
    if (network === null || pictures === null) return null;
    if (kind === 'timed') return tryNetwork(network, pictures);
    const { outputs, runMs } = await runPicture(network, 0, pictures);
    return { first: outputs, second: [], milliseconds: runMs };
  };
  const found = await run(networks.detector, detector && picturesForDetector(detector.description, kind));
  const named = await run(networks.classifier, classifier && picturesForClassifier(classifier.description));
  return { detector: found, classifier: named && withClassesOnly(named) };
}

/** No conclusion follows from an embedding, so none decides about a backend. */
function withClassesOnly({ first, second, milliseconds }: NetworkTrial): NetworkTrial {
  return { first: first.slice(0, 1), second: second.slice(0, 1), milliseconds };
}

function picturesForDetector({ inputSize }: Pick<DetectorDescription, 'inputSize'>, kind: TrialKind): TrialPictures {
  const side = trialSideOf(inputSize, kind);
  return { size: { width: side, height: side }, layout: 'nchw' };
}

function picturesForClassifier(description: { inputSize: number; layout: 'nchw' | 'nhwc' }): TrialPictures {
  const side = description.inputSize;
  return { size: { width: side, height: side }, layout: description.layout };
}

/** Milliseconds for one run of each network. */
export function trialMilliseconds({ detector, classifier }: Trial): number {
  return (detector?.milliseconds ?? 0) + (classifier?.milliseconds ?? 0);
}

/** The largest difference between two trials of the same networks, as `outputDifference` counts it. */
export function trialDifference(reference: Trial, other: Trial, { detector }: NetworksRequest): number {
  return Math.max(
    networkDifference(reference.detector, other.detector, detector === null ? 1 : columnsOf(detector.description)),
    networkDifference(reference.classifier, other.classifier, 1),
  );
}

/** Finished rows have columns of their own scale; raw heads and classes are one kind of number. */
function columnsOf(description: DetectorDescription): number {
  return description.layout === 'yolov5' ? 5 + description.categories.length : 1;
}

function networkDifference(reference: NetworkTrial | null, other: NetworkTrial | null, columns: number): number {
  if (reference === null || other === null) return 0;
  const answers = [...reference.first, ...reference.second];
  const others = [...other.first, ...other.second];
  return answers.reduce(
    (worst, { data }, index) =>
      Math.max(worst, outputDifference(data, others[index]?.data ?? new Float32Array(0), columns)),
    0,
  );
}
