import type { BackendSelfTest, ModelPackage, PackageFile, PackageFileRole } from '../domain/model-package';
import type { BackendWish, OpenRequest } from './inference-api';
import type { QuantiseApi } from './quantise-api';
import type { RpcResult } from './rpc-result';

/** Files as they were dropped or picked: a folder's files, an archive, or a lone network. */
export interface PackageCandidate {
  /** Path inside what was dropped, forward slashes. */
  readonly path: string;
  readonly file: Blob;
}

/** Bytes to store, by their hash. */
export interface CheckedFile {
  readonly role: PackageFileRole;
  readonly sha256: string;
  readonly file: Blob;
}

/** A checked package: its record, and the bytes to store for each of its files. */
export interface CheckedPackage {
  readonly kind: 'package';
  readonly modelPackage: ModelPackage;
  readonly files: readonly CheckedFile[];
}

/** A taxonomy or a geofence file that came alone: an update for a package that is installed. */
export interface CheckedRuleFile {
  readonly kind: 'rule-file';
  readonly part: PackageFile & { readonly role: 'taxonomy' | 'geofence' };
  /** Taxa in the taxonomy, or taxa with rules in the geofence. */
  readonly count: number;
  readonly files: readonly CheckedFile[];
}

export type CheckedAddition = CheckedPackage | CheckedRuleFile;

export type PackageStep = 'unpacking' | 'verifying' | 'converting' | 'reading' | 'hashing' | 'self-test';

/** Reported while a package is checked. `total` = bytes, 0 when unknown. */
export interface PackageProgress {
  readonly step: PackageStep;
  readonly name: string;
  readonly done: number;
  readonly total: number;
}

export interface CheckOptions {
  readonly isDemo: boolean;
  readonly threads: number | null;
  /** Which backends are tried besides WASM: 'auto' = WebGPU on a real adapter, 'webgpu' = on any, 'wasm' = none. */
  readonly backend: BackendWish;
}

/** Checks what was dropped: everything that must hold before it is stored. Errors carry a PackageErrorCode. */
export interface PackageApi extends QuantiseApi {
  check(
    candidates: readonly PackageCandidate[],
    options: CheckOptions,
    onProgress: (progress: PackageProgress) => void,
  ): Promise<RpcResult<CheckedAddition>>;
  /**
   * A package with another part: the detector of a lone detector's package (for one that misses its detector, or instead
   * of its own), or a newer rule file. A new id, because other files are another package; nothing is tested again.
   */
  combine(
    base: ModelPackage,
    addition: { readonly detectorOf: ModelPackage } | { readonly ruleFile: CheckedRuleFile },
  ): Promise<RpcResult<ModelPackage>>;
  /** Tries stored networks on each backend of this computer. */
  selfTest(request: SelfTestRequest): Promise<RpcResult<readonly BackendSelfTest[]>>;
}

export type SelfTestRequest = Pick<OpenRequest, 'detector' | 'classifier' | 'backend' | 'threads'>;

/** Why a package is refused. Each has its own words on the page. */
export type PackageErrorCode =
  | 'nothing-usable' // no info.json, no .onnx
  | 'several-packages' // more than one info.json
  | 'info-not-json'
  | 'info-invalid' // a key is missing or has a wrong type
  | 'file-missing' // named in info.json, not there
  | 'label-invalid' // a label line does not have 7 parts
  | 'label-count' // labels and outputs differ
  | 'taxonomy-invalid'
  | 'geofence-invalid'
  | 'git-lfs-pointer'
  | 'web-page' // an HTML page saved under a model's name
  | 'not-onnx'
  // A PyTorch checkpoint that can't be imported (CheckpointErrorCode of src/weights). `details.report` is a text to copy.
  | 'checkpoint-damaged'
  | 'checkpoint-legacy'
  | 'checkpoint-torchscript'
  | 'checkpoint-weights-only'
  | 'checkpoint-unsupported'
  | 'checkpoint-unsafe'
  | 'checkpoint-too-large'
  | 'archive-unreadable'
  | 'unsupported-layout' // names the layout, YOLOv8 for instance
  | 'unsupported-classes' // a detector whose classes are neither MegaDetector's, nor COCO's, nor named usefully
  | 'not-a-classifier' // wrong input size, wrong class count
  | 'session-failed' // the runtime can't create a session
  | 'self-test-failed' // not finite
  | 'constant-output' // the same answer for different pictures
  | 'out-of-memory';
