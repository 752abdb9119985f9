import type { CropVectors } from '../domain/crop-vectors';
import type { ImageProblem } from '../domain/failure';
import type { Inference } from '../domain/inference';

/** What a port answers instead of throwing a condition. A worker's RpcResult fits; a thrown error is a bug. */
export type PortResult<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: PortError };

/** `code` chooses the words on the page: `no-space`, `worker-died`, … */
export interface PortError {
  readonly code: string;
  readonly message: string;
}

/** A listed file, opened, or the reason why it can not be read. */
export type OpenOutcome<File> =
  { readonly kind: 'opened'; readonly file: File } | { readonly kind: 'unreadable'; readonly problem: ImageProblem };

/** Milliseconds that making an image ready took; the rest of a prepared image is between the two workers. */
export interface PreparedTimes {
  readonly decodeMs: number;
  readonly preprocessMs: number;
}

/** A decoded image, or the reason why no decoder takes it. */
export type PrepareOutcome<Prepared extends PreparedTimes> =
  | { readonly kind: 'prepared'; readonly image: Prepared }
  | { readonly kind: 'unreadable'; readonly image: { readonly problem: ImageProblem; readonly decodeMs: number } };

/** A fact and the milliseconds its steps took; `detector` and `classifier` are the time inside the networks. */
export interface InferOutcome {
  readonly inference: Inference;
  /** Packed embeddings of its crops; absent = none. */
  readonly vectors?: CropVectors;
  readonly timings: {
    readonly preprocess: number;
    readonly detector: number;
    readonly classifier: number;
    readonly postprocess: number;
  };
}

/** What a run needs from outside. `File` and `Prepared` are only passed on. */
export interface RunPorts<File, Prepared extends PreparedTimes> {
  readonly open: (filepath: string) => Promise<OpenOutcome<File>>;
  /** Asked when a file is missing: is only this one gone, or the whole folder (card pulled out, permission lost)? */
  readonly isSourceReachable: () => Promise<boolean>;
  /** Called for several images at once. `ok: false` = the decoder broke down; bad pictures are outcomes. */
  readonly prepare: (file: File) => Promise<PortResult<PrepareOutcome<Prepared>>>;
  /** Called for several images at once; may take the buffers of `prepared` away. `ok: false` = its networks broke down. */
  readonly infer: (filepath: string, prepared: Prepared) => Promise<PortResult<InferOutcome>>;
  /** Makes `prepare` and `infer` work again after one of them broke down. */
  readonly restart: (broken: 'prepare' | 'infer', error: PortError) => Promise<PortResult<unknown>>;
  /** Resolves when the fact and all that goes with it is safe. `prepared` is null for an image that could not be read. */
  readonly putFact: (
    inference: Inference,
    prepared: Prepared | null,
    vectors: CropVectors,
  ) => Promise<PortResult<unknown>>;
  /** Milliseconds that only go forward. */
  readonly now: () => number;
}
