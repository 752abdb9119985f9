import type { ModelPackage, PackageFileRole } from '../domain/model-package';
import type { RpcResult } from './rpc-result';

/** Files as they were dropped or picked: a folder's files, an archive, or a lone network. */
export interface PackageCandidate {
  /** Path inside what was dropped, forward slashes. */
  readonly path: string;
  readonly file: Blob;
}

/** A checked package: its record, and the bytes to store for each of its files. */
export interface CheckedPackage {
  readonly modelPackage: ModelPackage;
  readonly files: readonly { readonly role: PackageFileRole; readonly sha256: string; readonly file: Blob }[];
}

export type PackageStep = 'unpacking' | 'reading' | 'hashing' | 'self-test';

/** Reported while a package is checked. `total` = bytes, 0 when unknown. */
export interface PackageProgress {
  readonly step: PackageStep;
  readonly name: string;
  readonly done: number;
  readonly total: number;
}

/** Checks candidates: everything that must hold before a package is stored. Errors carry a PackageErrorCode. */
export interface PackageApi {
  check(
    candidates: readonly PackageCandidate[],
    options: { readonly isDemo: boolean; readonly threads: number | null },
    onProgress: (progress: PackageProgress) => void,
  ): Promise<RpcResult<CheckedPackage>>;
}

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
  | 'pytorch-checkpoint' // a .pt file
  | 'archive-unreadable'
  | 'unsupported-layout' // names the layout, YOLOv8 for instance
  | 'unsupported-classes' // a detector whose classes are neither MegaDetector's, nor COCO's, nor named usefully
  | 'not-a-classifier' // wrong input size, wrong class count
  | 'session-failed' // the runtime can't create a session
  | 'self-test-failed' // not finite
  | 'constant-output' // the same answer for different pictures
  | 'out-of-memory';
