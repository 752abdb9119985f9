import type { ModelPackage } from '../../../domain/model-package';
import type { RunMode } from '../../../domain/survey';

/** What a package lacks for a kind of run; null = it can do it. */
export type MissingPart = 'package' | 'detector' | 'classifier';

export const RUN_MODES: readonly RunMode[] = ['species', 'detections', 'classify-whole-images'];

export function missingFor(mode: RunMode, modelPackage: ModelPackage | null): MissingPart | null {
  if (modelPackage === null) return 'package';
  if (mode !== 'classify-whole-images' && modelPackage.detector === null) return 'detector';
  if (mode !== 'detections' && modelPackage.classifier === null) return 'classifier';
  return null;
}

/** The first kind of run that a package can do: asked when the present one does not fit a newly chosen package. */
export function fittingMode(mode: RunMode, modelPackage: ModelPackage): RunMode {
  if (missingFor(mode, modelPackage) === null) return mode;
  return RUN_MODES.find((other) => missingFor(other, modelPackage) === null) ?? mode;
}
