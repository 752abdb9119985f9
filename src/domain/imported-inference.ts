import { DETECTION_LABELS, type Bbox, type Detection, type DetectionCategory } from './detection';
import { cropKeyOf, type FactsReader } from './facts';
import type { Failure } from './failure';
import type { ClassScores, CropKey, Inference } from './inference';
import type { ClassificationsRecord, DetectionRecord } from './speciesnet-record';

/** Numbers of labels in a survey: those of its package's list, then those that imported results brought along. */
export interface LabelNumbers {
  /** The label's number; a new one when the label was never seen. */
  readonly numberOf: (label: string) => number;
  /** The labels behind the package's own, in the order of their numbers. */
  readonly extraLabels: () => readonly string[];
}

/** Starts from the package's labels and those that earlier imports added. The first of equal labels counts. */
export function createLabelNumbers(labels: readonly string[], extraLabels: readonly string[]): LabelNumbers {
  const numbers = new Map<string, number>();
  const extra = [...extraLabels];
  [...labels, ...extra].forEach((label, index) => {
    if (!numbers.has(label)) numbers.set(label, index);
  });
  return {
    numberOf(label) {
      const known = numbers.get(label);
      if (known !== undefined) return known;
      const number = labels.length + extra.length;
      extra.push(label);
      numbers.set(label, number);
      return number;
    },
    extraLabels: () => extra,
  };
}

/** What result files say of one image; null = that component said nothing or failed. */
export interface ImportedParts {
  readonly detections: readonly DetectionRecord[] | null;
  readonly classifications: ClassificationsRecord | null;
}

/**
 * An image's facts from result files of the reference programs: boxes as they are (rounded to 4 decimals by those programs),
 * classes under the key under which the package type and mode look for them. Categories other than MegaDetector's three
 * are left out, as the reference skips them.
 */
export function importedInference(
  filepath: string,
  { detections, classifications }: ImportedParts,
  reader: Omit<FactsReader, 'labels'>,
  numbers: LabelNumbers,
): Inference {
  const boxes = detections === null ? null : importedDetections(detections);
  const failures: Failure[] = [];
  if (classifications === null && reader.mode !== 'detections') failures.push('CLASSIFIER');
  if (boxes === null && !reader.mode.startsWith('classify')) failures.push('DETECTOR');
  const facts: Inference = {
    filepath,
    size: null,
    capturedAt: null,
    detections: boxes,
    crops: {},
    failures,
    isImported: true,
    problem: failures.length === 0 ? null : { code: 'not-in-file', detail: failures.join(', ') },
  };
  if (classifications === null) return facts;
  const crops: Partial<Record<CropKey, ClassScores>> = {};
  crops[cropKeyOf(facts, reader)] = importedScores(classifications, numbers);
  return { ...facts, crops };
}

/** Detections of a result file as facts: MegaDetector's three categories, in the file's order. */
export function importedDetections(records: readonly DetectionRecord[]): readonly Detection[] {
  return records.flatMap(({ category, conf, bbox }) => {
    if (!isDetectionCategory(category) || bbox.length !== 4) return [];
    return [{ category, label: DETECTION_LABELS[category], conf, bbox: bbox as unknown as Bbox }];
  });
}

function isDetectionCategory(category: string): category is DetectionCategory {
  return Object.hasOwn(DETECTION_LABELS, category);
}

function importedScores(record: ClassificationsRecord, numbers: LabelNumbers): ClassScores {
  const { classes, scores, target_classes: targetClasses, target_logits: targetLogits } = record;
  return {
    classes: classes.map(numbers.numberOf),
    scores,
    ...(targetClasses !== undefined &&
      targetLogits !== undefined && {
        targets: { classes: targetClasses.map(numbers.numberOf), logits: targetLogits },
      }),
  };
}
