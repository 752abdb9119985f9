import type { BackendFinding } from '../domain/backend-finding';
import type { CropVectors } from '../domain/crop-vectors';
import type { Inference } from '../domain/inference';
import type { ClassifierDescription, DetectorDescription, PackageType } from '../domain/model-package';
import type { RunMode, SpeciesPer } from '../domain/survey';
import type { KnownDetections } from '../pipeline/infer-image';
import type { PreparedImage } from './decode-api';
import type { RpcResult } from './rpc-result';

export type Backend = 'webgpu' | 'wasm';

/** What the person, or the command line, asks for. `webgpu` forces it, also on a software adapter. */
export type BackendWish = 'auto' | Backend;

/** A network's bytes. */
export interface NetworkFiles {
  /** The .onnx file. */
  readonly model: Blob;
  /** The file beside it in which its weights lie, under the name by which the .onnx file knows it; null when in one file. */
  readonly weights: { readonly location: string; readonly file: Blob } | null;
}

export interface OpenRequest {
  readonly type: PackageType;
  readonly mode: RunMode;
  readonly speciesPer: SpeciesPer;
  /** Class indices whose logits are kept for every image. */
  readonly targets: readonly number[];
  readonly detector: { readonly network: NetworkFiles; readonly description: DetectorDescription } | null;
  readonly classifier: { readonly network: NetworkFiles; readonly description: ClassifierDescription } | null;
  readonly backend: BackendWish;
  /** Backends on which the package's self-test failed on this computer: they are not used. */
  readonly failedBackends: readonly Backend[];
  /** Null = as many as sensible for this machine. */
  readonly threads: number | null;
  /** True = run the networks in their fast form where one is right. Absent: exactly as they are stored. */
  readonly fastNetworks?: boolean;
}

/** Networks that run in another form than the stored one, with equal results but for rounding. */
export interface FastForm {
  /** Convolutions that were rewritten, of all networks together. */
  readonly convolutions: number;
  /** Largest difference to the stored form on a made-up picture, in parts of a column's largest number. */
  readonly difference: number;
}

/** Where the networks' inputs are made of the photos' pixels, on WebGPU. */
export interface InputsReport {
  /** False: on the processor, because the graphics processor made others, or not sooner, or failed. */
  readonly onDevice: boolean;
  /** Share of values of made-up pictures that differ by one level of a byte; null = some differ by more, or it is not known. */
  readonly difference: number | null;
  /** What a photo of 12 megapixels costs where the networks run, made there and made on the processor; null = not timed. */
  readonly milliseconds: { readonly device: number; readonly processor: number } | null;
  /** Letterboxes and batches of crops that were made on the device since the networks were opened. */
  readonly made: number;
  /** Technical text of what went wrong; absent = nothing. */
  readonly detail?: string;
}

/** Which backend runs and why: shown to the person and written into reports. */
export interface BackendReport {
  readonly used: Backend;
  /** Of each worker. */
  readonly threads: number;
  /** Workers that hold the networks, each with its threads; absent = one. */
  readonly workers?: number;
  /** The graphics adapter's own description, when there is one. */
  readonly adapter: string | null;
  readonly reason: BackendReason;
  /** Technical text behind the reason: the error of the backend that was not used. */
  readonly detail: string;
  /** The same where it is known as data; absent: no more than `detail`. */
  readonly finding?: BackendFinding;
  /** Absent when the networks run as they are stored. */
  readonly fast?: FastForm;
  /** Absent on WASM, and where the networks take no float32. */
  readonly inputs?: InputsReport;
}

export type BackendReason =
  | 'forced' // asked for by name
  | 'webgpu-faster' // real adapter, self-test passed, measured not slower than WASM
  | 'webgpu-slower' // real adapter, but WASM was faster
  | 'no-adapter' // the browser offers no WebGPU
  | 'software-adapter' // only a software imitation of a graphics processor
  | 'self-test-failed' // WebGPU gave other numbers than WASM
  | 'webgpu-error' // WebGPU refused the model or threw
  | 'fell-back'; // WebGPU failed during the run (device lost, out of memory)

export interface OpenedModels {
  readonly backend: BackendReport;
  readonly loadMs: number;
}

/** Milliseconds of each step for one image. `detector` and `classifier` are the time inside `session.run`. */
export interface InferTimings {
  readonly preprocess: number;
  readonly detector: number;
  readonly classifier: number;
  readonly postprocess: number;
}

export interface InferRequest {
  readonly filepath: string;
  readonly image: PreparedImage;
  /** Boxes that need no detector. */
  readonly known: KnownDetections | null;
}

export interface InferredImage {
  readonly inference: Inference;
  /** Packed embeddings of its crops; empty when the classifier gives none. */
  readonly vectors: CropVectors;
  readonly timings: InferTimings;
  /** Changed when this image forced a fall-back to another backend. */
  readonly backend: BackendReport;
}

/** The worker that holds the networks. One at a time: calls are queued inside. */
export interface InferenceApi {
  open(request: OpenRequest): Promise<RpcResult<OpenedModels>>;
  infer(request: InferRequest): Promise<RpcResult<InferredImage>>;
}
