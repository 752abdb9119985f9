import type { ModelPackage } from '../../../domain/model-package';
import type { RunMode } from '../../../domain/survey';
import type { Attached } from '../../state/app-state';

/** Attached files that a kind of run starts from. */
export type NeededFile = 'detections' | 'classifications';

/** What is lacking for a kind of run; null = it can start. */
export type MissingPart = 'package' | 'detector' | 'classifier' | `${NeededFile}-file`;

export const RUN_MODES: readonly RunMode[] = [
  'species',
  'detections',
  'classify-whole-images',
  'classify-detections',
  'ensemble',
];

export function filesFor(mode: RunMode): readonly NeededFile[] {
  if (mode === 'ensemble') return ['detections', 'classifications'];
  return mode === 'classify-detections' ? ['detections'] : [];
}

/** A package that can't do it comes before a file that is not there yet: files can be added, packages are what they are. */
export function missingFor(
  mode: RunMode,
  modelPackage: ModelPackage | null,
  attached: Pick<Attached, NeededFile>,
): MissingPart | null {
  if (modelPackage === null) return 'package';
  if (isDetectorAsked(mode) && modelPackage.detector === null) return 'detector';
  // Combined files need no network, but the labels and rules that come with a classifier.
  if (mode !== 'detections' && modelPackage.classifier === null) return 'classifier';
  const file = filesFor(mode).find((name) => attached[name] === null);
  return file === undefined ? null : `${file}-file`;
}

/** Only these kinds of run ask the detector, and have a speed to choose. */
export function isDetectorAsked(mode: RunMode): boolean {
  return mode === 'species' || mode === 'detections';
}

/** What only another package could help with. */
export function isMissingInPackage(missing: MissingPart | null): missing is 'detector' | 'classifier' {
  return missing === 'detector' || missing === 'classifier';
}

/** The first kind of run that a package can do: asked when the present one does not fit a newly chosen package. */
export function fittingMode(mode: RunMode, modelPackage: ModelPackage, attached: Pick<Attached, NeededFile>): RunMode {
  if (!isMissingInPackage(missingFor(mode, modelPackage, attached))) return mode;
  return RUN_MODES.find((other) => missingFor(other, modelPackage, attached) === null) ?? mode;
}

/** Only there can single boxes get a name: a network looks at boxes, and the package crops them. */
export function canNameAnimals(mode: RunMode, modelPackage: ModelPackage | null): boolean {
  const looksAtBoxes = mode === 'species' || mode === 'classify-detections';
  return (
    looksAtBoxes && modelPackage !== null && modelPackage.classifier !== null && modelPackage.type === 'always_crop'
  );
}
