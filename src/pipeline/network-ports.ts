import type { ClassifierDescription, DetectorDescription } from '../domain/model-package';
import type { CropRect } from '../vision/crop';
import type { Letterbox } from '../vision/letterbox';
import type { DetectorRows } from '../vision/nms';
import type { Raster } from '../vision/raster';
import type { CropFormat } from '../vision/resize-crop';

/** Numbers that lie where the network runs already, for instance in the memory of a graphics processor. */
export interface NumbersOnDevice {
  readonly isOnDevice: true;
}

/** What a network is fed with. Numbers on a device are taken only by networks that run there. */
export type NetworkInput = Float32Array | NumbersOnDevice;

/** Numbers for a network that does not run on a device. Throws for those that lie on one: who made them gave them to another network. */
export function numbersOf(input: NetworkInput): Float32Array {
  if ('isOnDevice' in input) throw new Error('network: expected numbers, got some that lie on a device');
  return input;
}

/** A planar RGB picture for a detector, 0..1, letterboxed: [1, 3, height, width]. */
export interface DetectorTensor {
  readonly width: number;
  readonly height: number;
  readonly tensor: NetworkInput;
}

/** A detector network, whatever runs it. Conversion to and from float16 is the port's work. */
export interface DetectorPort {
  run(input: DetectorTensor): Promise<DetectorAnswer>;
}

/** What the detector said of one letterboxed picture, and the milliseconds inside its run. */
export interface DetectorAnswer {
  readonly rows: DetectorRows;
  /** Time inside the network. */
  readonly milliseconds: number;
}

/** A classifier network. `tensor` holds `batch` crops in the layout of the network's description, RGB, 0..1. */
export interface ClassifierPort {
  run(tensor: NetworkInput, batch: number): Promise<ClassifierAnswer>;
}

/** What the classifier said of a batch of crops, and the milliseconds inside its run. */
export interface ClassifierAnswer {
  /** [batch, classes] as the network gives it: logits or probabilities. */
  readonly values: Float32Array;
  /** [batch, size]: the crops as numbers, before the classes; null or absent = the network gives none. */
  readonly embeddings?: Float32Array | null;
  /** Time inside the network. */
  readonly milliseconds: number;
}

/** A network with what must be known to feed and read it. */
export interface LoadedDetector {
  readonly port: DetectorPort;
  readonly description: Pick<DetectorDescription, 'categories'>;
}

/** A classifier that is ready to run, and how to read its answer. */
export interface LoadedClassifier {
  readonly port: ClassifierPort;
  readonly description: Pick<ClassifierDescription, 'layout' | 'inputSize' | 'output' | 'classCount'>;
}

/** The networks of a package; a run mode that does not use one may go without it. */
export interface LoadedNetworks {
  readonly detector: LoadedDetector | null;
  readonly classifier: LoadedClassifier | null;
  /** Makes what they look at; absent = the processor does. */
  readonly inputs?: InputMaker;
}

/** Makes what the networks look at from an image's pixels. */
export interface InputMaker {
  /** Takes an image up. Inputs of the image before must not be used any more. */
  take(raster: Raster): Promise<ImageInputs>;
}

/** What the networks look at in one image. */
export interface ImageInputs {
  /** [1, 3, plan.height, plan.width], planar RGB, 0..1: see `letterboxTensor`. */
  letterbox(plan: Letterbox): Promise<NetworkInput>;
  /** The crops one after the other, RGB, 0..1: see `resizeCrops`. Only until the next call. Rejects with an EmptyCropError. */
  crops(rects: readonly CropRect[], format: CropFormat): Promise<NetworkInput>;
}
