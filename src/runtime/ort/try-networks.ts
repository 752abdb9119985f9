import type { OpenRequest } from '../../rpc/inference-api';
import { classifierDims } from './classifier-network';
import type { NetworkAnswer } from './network';
import type { OpenNetworks } from './open-networks';
import { outputDifference } from './output-difference';
import { createTestPicture } from './test-picture';

/** What both networks answer to the same made-up picture, and how long the second of two runs took. */
export interface Trial {
  readonly detector: Float32Array | null;
  readonly classifier: Float32Array | null;
  readonly milliseconds: number;
}

/** A detector of any size is tried at this one: a quarter of the work of its usual 1280, and large enough to compare speed. */
const TRIAL_SIDE = 640;

/** Runs each network twice on a fixed picture: the first run prepares (shaders, memory), the second is measured. */
export async function tryNetworks(networks: OpenNetworks, request: OpenRequest): Promise<Trial> {
  let detector: NetworkAnswer | null = null;
  let classifier: NetworkAnswer | null = null;
  if (networks.detector !== null && request.detector !== null) {
    const { inputSize } = request.detector.description;
    const side = inputSize === 'dynamic' ? TRIAL_SIDE : inputSize;
    const picture = createTestPicture(0, { width: side, height: side }, 'nchw');
    await networks.detector.run(picture, [1, 3, side, side]);
    detector = await networks.detector.run(picture, [1, 3, side, side]);
  }
  if (networks.classifier !== null && request.classifier !== null) {
    const { description } = request.classifier;
    const side = description.inputSize;
    const picture = createTestPicture(0, { width: side, height: side }, description.layout);
    await networks.classifier.run(picture, classifierDims(description, 1));
    classifier = await networks.classifier.run(picture, classifierDims(description, 1));
  }
  return {
    detector: detector?.data ?? null,
    classifier: classifier?.data ?? null,
    milliseconds: (detector?.runMs ?? 0) + (classifier?.runMs ?? 0),
  };
}

/** The largest difference between two trials of the same networks, as `outputDifference` counts it. */
export function trialDifference(reference: Trial, other: Trial, request: OpenRequest): number {
  const columns = 5 + (request.detector?.description.categories.length ?? 0);
  const differences = [0];
  if (reference.detector !== null && other.detector !== null) {
    differences.push(outputDifference(reference.detector, other.detector, columns));
  }
  if (reference.classifier !== null && other.classifier !== null) {
    differences.push(outputDifference(reference.classifier, other.classifier, 1));
  }
  return Math.max(...differences);
}
