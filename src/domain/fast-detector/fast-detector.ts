import type { DetectorDescription, ModelPackage, PackageFile } from '../model-package';
import type { DetectorAgreement } from './detector-agreement';

/**
 * How a faster detector is had. `int8`: the package's own, computing with whole numbers. `smaller-input`: the package's own,
 * on smaller pictures. `other-detector`: another installed one.
 */
export type FastWay = 'int8' | 'smaller-input' | 'other-detector';

/** An image by which a detector was made. */
export interface CalibrationImage {
  readonly filepath: string;
  /** Of the file's bytes; null where the browser computes no hashes. */
  readonly sha256: string | null;
}

/** The fast detector of a package: made here, measured here, and never the reference. */
export interface FastDetector {
  readonly way: FastWay;
  /** For people and files: "md_v5a.0.0 int8". */
  readonly name: string;
  /** SHA-256 of the network's own file: for a smaller input that of the package's detector. */
  readonly sha256: string;
  /** Files of its own, in the roles of a detector; empty = those of the package. */
  readonly files: readonly PackageFile[];
  /** How to feed and read it. */
  readonly detector: DetectorDescription;
  /** The detector that it stands in for. */
  readonly madeFrom: { readonly name: string; readonly sha256: string };
  /** Version of what made it. */
  readonly madeBy: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  /** Survey or folder whose images it was made and measured with. */
  readonly imagesOf: string;
  /** Empty unless `int8`. */
  readonly calibratedOn: readonly CalibrationImage[];
  /** On other images than those. */
  readonly agreement: DetectorAgreement;
  /** Median milliseconds of a picture inside each network, in one sitting on this computer, and what computed it. */
  readonly speed: {
    readonly referenceMs: number;
    readonly fastMs: number;
    readonly referenceOn: 'webgpu' | 'wasm';
    readonly fastOn: 'webgpu' | 'wasm';
  };
}

/** What a fact says of the fast detector that made it. */
export interface FastDetectorRef {
  readonly way: FastWay;
  readonly name: string;
  readonly sha256: string;
  /** Share of images on which it agreed with the reference, 0 to 1. */
  readonly agreement: number;
}

const isOfDetector = ({ role }: PackageFile) => role === 'detector' || role === 'detector-weights';

/** The package with its fast detector in place of its own, as a run with the preset Fast opens it; null = it has none. */
export function withFastDetector(modelPackage: ModelPackage): ModelPackage | null {
  const { fastDetector, files } = modelPackage;
  if (fastDetector === undefined || modelPackage.detector === null) return null;
  return {
    ...modelPackage,
    detector: fastDetector.detector,
    files:
      fastDetector.files.length === 0 ? files : [...files.filter((file) => !isOfDetector(file)), ...fastDetector.files],
  };
}

/** The same package without it: after its own detector was exchanged, or when a person removes it. */
export function withoutFastDetector(modelPackage: ModelPackage): ModelPackage {
  const { fastDetector: _removed, ...rest } = modelPackage;
  return rest;
}

/** How often faster a picture went through the fast detector than through the reference's. */
export function speedRatio({ speed }: Pick<FastDetector, 'speed'>): number {
  return speed.fastMs > 0 ? speed.referenceMs / speed.fastMs : 1;
}

/** As facts and files name it. */
export function fastDetectorRef({ way, name, sha256, agreement }: FastDetector): FastDetectorRef {
  const share = agreement.images === 0 ? 0 : agreement.agreeing / agreement.images;
  return { way, name, sha256, agreement: share };
}
