import type { FastDetector, FastWay, ModelPackage, PackageFile } from '../model-package';

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
  return Object.fromEntries(
    Object.entries(modelPackage).filter(([key]) => key !== 'fastDetector'),
  ) as unknown as ModelPackage;
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
