import type { ImageProblem } from '../domain/failure';
import type { Coordinates } from '../domain/geolocation';
import type { DetectorInputSize } from '../domain/model-package';
import type { RpcResult } from './rpc-result';

/** How the detector wants its input: see DetectorDescription.inputSize. Null when no detector runs. */
export interface PrepareRequest {
  readonly file: Blob;
  readonly detectorInput: DetectorInputSize | null;
  /** True: the letterbox is left to whoever runs the detector. Absent: it is made here. */
  readonly isLetterboxLater?: boolean;
  /** Longest side of the preview in pixels. */
  readonly previewSide: number;
}

/** The letterboxed detector input: planar RGB, 0..1. */
export interface DetectorInput {
  readonly width: number;
  readonly height: number;
  readonly tensor: Float32Array;
}

/** A decoded image, ready for the networks. Buffers are transferred, not copied. */
export interface PreparedImage {
  readonly width: number;
  readonly height: number;
  /** RGB or RGBA, row-major, after the EXIF turn: what the reference's loader returns. */
  readonly channels: 3 | 4;
  readonly pixels: Uint8Array | Uint8ClampedArray;
  readonly capturedAt: string | null;
  /** From the file's EXIF data. */
  readonly location: Coordinates | null;
  /** Of the file's bytes, 64 hex digits; null where the browser computes no hashes (no secure context). */
  readonly sha256: string | null;
  /** Null when no detector runs, or when letterboxing is impossible (a side rounds to zero): then a detector failure. */
  readonly detectorInput: DetectorInput | null;
  /** How the detector's input is to be made of the pixels; absent: it is made, or there is none. */
  readonly letterboxFor?: DetectorInputSize;
  readonly preview: Blob;
  readonly decodeMs: number;
  readonly preprocessMs: number;
}

/** An image that no way of decoding could read: an outcome, not an error. */
export interface UnreadableImage {
  readonly problem: ImageProblem;
  readonly decodeMs: number;
}

export type PrepareOutcome =
  | { readonly kind: 'prepared'; readonly image: PreparedImage }
  | { readonly kind: 'unreadable'; readonly image: UnreadableImage };

/** The decoding worker. */
export interface DecodeApi {
  prepare(request: PrepareRequest): Promise<RpcResult<PrepareOutcome>>;
}
