import { REFERENCE_CLASSES, type ClassScores, type CropKey, type Inference } from './inference';
import type { PackageType } from './model-package';
import type { Candidates } from './rollup';
import type { RunMode, SpeciesPer } from './survey';

/** What turns class indices and crops into what the reference would read: a package's labels and type, and the run's mode. */
export interface FactsReader {
  readonly labels: readonly string[];
  readonly packageType: PackageType;
  readonly mode: RunMode;
}

/**
 * True when each animal has a species of its own: asked for, and the boxes of an always_crop package were looked at. Other
 * packages look at whole images, and other runs know no crops.
 */
export function namesAnimals(reader: Pick<FactsReader, 'packageType' | 'mode'> & { speciesPer: SpeciesPer }): boolean {
  const { speciesPer, packageType, mode } = reader;
  return (
    speciesPer === 'animal' && packageType === 'always_crop' && (mode === 'species' || mode === 'classify-detections')
  );
}

/**
 * The crop whose classes speak for the image: of an always_crop package the best box, when there is one and a detector
 * ran in this mode; otherwise the whole image (for full_image its strip).
 */
export function cropKeyOf({ detections }: Pick<Inference, 'detections'>, reader: Omit<FactsReader, 'labels'>): CropKey {
  return cropKeyFor(detections === null ? null : detections.length, reader);
}

/** The same of an image with so many detections; null = the detector did not run or failed. */
export function cropKeyFor(boxes: number | null, { packageType, mode }: Omit<FactsReader, 'labels'>): CropKey {
  const hasBox = boxes !== null && boxes > 0;
  return mode !== 'classify-whole-images' && packageType === 'always_crop' && hasBox ? '0' : 'image';
}

/** The stored classes of that crop, all of them; null when the classifier did not run or failed. */
export function classScoresOf(inference: Inference, reader: Omit<FactsReader, 'labels'>): ClassScores | null {
  if (reader.mode === 'detections') return null;
  return inference.crops[cropKeyOf(inference, reader)] ?? null;
}

/**
 * The classes that the reference keeps, as whole labels, best first; null when the classifier did not run, failed or said
 * nothing.
 * Throws when a class index is outside the label list: facts and labels of different packages.
 */
export function candidatesOf(inference: Inference, reader: FactsReader): Candidates | null {
  return candidatesIn(classScoresOf(inference, reader), reader.labels);
}

/**
 * The same of one detection, by its number in `Inference.detections`, as the megadetector package cuts its crop; null when the
 * classifier did not look at it, failed or said nothing.
 */
export function boxCandidatesOf(inference: Inference, index: number, labels: readonly string[]): Candidates | null {
  return candidatesIn(inference.crops[`box${index}`] ?? null, labels);
}

/** The same of what is stored of a crop. */
export function candidatesIn(stored: ClassScores | null, labels: readonly string[]): Candidates | null {
  if (stored === null || stored.classes.length === 0) return null;
  const classes: string[] = [];
  const count = Math.min(stored.classes.length, REFERENCE_CLASSES);
  for (let index = 0; index < count; index++) classes.push(labelAt(labels, stored.classes[index]!));
  return { classes, scores: stored.scores.slice(0, count) };
}

/** The classifier's first choice by itself, for modes without an ensemble; null when there is none. */
export function topClassOf(
  inference: Inference,
  reader: FactsReader,
): { readonly label: string; readonly score: number } | null {
  const stored = classScoresOf(inference, reader);
  const index = stored?.classes[0];
  const score = stored?.scores[0];
  return index === undefined || score === undefined ? null : { label: labelAt(reader.labels, index), score };
}

/** The label with that class index. Throws RangeError when there is none: facts and labels of different packages. */
export function labelAt(labels: readonly string[], index: number): string {
  const label = labels[index];
  if (label === undefined) throw new RangeError(`class ${index} is not one of the ${labels.length} labels`);
  return label;
}
