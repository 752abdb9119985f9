import type { FastDetector } from '../../domain/model-package';
import {
  fileOf,
  type DetectorDescription,
  type DetectorInputSize,
  type ModelPackage,
} from '../../domain/model-package';
import type { FastWish } from './fast-making';

/** What a fast detector will be, before it is measured. */
export type FastCandidate = Pick<FastDetector, 'name' | 'sha256' | 'files' | 'detector'>;

/** Long sides that a detector of any size can be given instead of its own. */
export const SMALLER_SIDES = [960, 640] as const;

/** Of int8 the file is still to be made: until then it is the package's own. */
export function fastCandidate(
  wish: FastWish,
  modelPackage: ModelPackage,
  packages: readonly ModelPackage[],
): FastCandidate {
  const own = fileOf(modelPackage, 'detector')!;
  const detector = modelPackage.detector!;
  const name = detectorName(modelPackage);
  switch (wish.way) {
    case 'int8':
      return { name: `${name} (int8)`, sha256: own.sha256, files: [], detector };
    case 'smaller-input':
      return {
        name: `${name} (${wish.longSide} px)`,
        sha256: own.sha256,
        files: [],
        detector: withLongSide(detector, wish.longSide),
      };
    case 'other-detector': {
      const other = packages.find(({ id }) => id === wish.packageId);
      const file = other === undefined ? null : fileOf(other, 'detector');
      if (other?.detector == null || file === null) throw new Error(`package ${wish.packageId}: expected a detector`);
      const files = other.files.filter(({ role }) => role === 'detector' || role === 'detector-weights');
      return { name: detectorName(other), sha256: file.sha256, files, detector: other.detector };
    }
  }
}

/** The package as a run opens it with that detector. */
export function withCandidate(modelPackage: ModelPackage, { files, detector }: FastCandidate): ModelPackage {
  const isOfDetector = (role: string) => role === 'detector' || role === 'detector-weights';
  return {
    ...modelPackage,
    detector,
    files:
      files.length === 0
        ? modelPackage.files
        : [...modelPackage.files.filter(({ role }) => !isOfDetector(role)), ...files],
  };
}

/** The smaller sides that this detector takes: those of any size, and then only below the side that it has. */
export function smallerSidesOf({ inputSize }: DetectorDescription): readonly number[] {
  const own = inputSize === 'dynamic' ? DYNAMIC_SIDE : typeof inputSize === 'number' ? 0 : inputSize.longSide;
  return SMALLER_SIDES.filter((side) => side < own);
}

/** What `dynamic` stands for: see DetectorInputSize. */
const DYNAMIC_SIDE = 1280;
const DYNAMIC_STRIDE = 64;

function withLongSide(detector: DetectorDescription, longSide: number): DetectorDescription {
  const { inputSize } = detector;
  const stride = typeof inputSize === 'object' ? inputSize.stride : DYNAMIC_STRIDE;
  const smaller: DetectorInputSize = { longSide, stride };
  return { ...detector, inputSize: smaller };
}

/** The name under which the person knows a package's detector. */
function detectorName(modelPackage: ModelPackage): string {
  return (fileOf(modelPackage, 'detector-weights') ?? fileOf(modelPackage, 'detector'))?.name ?? '';
}
