import { DETECTION_LABELS, type Bbox, type DetectionCategory } from '../detection';
import type { DetectionRecord, SpeciesnetRecord } from '../speciesnet-record';
import type { ComparedDetection, ComparedImage, ComparedResult } from './compared-image';

const RECORDS_PER_PIECE = 1000;

/**
 * The records of a SpeciesNet file by filepath, giving way in between. A record without a prediction (--classifier_only) is
 * named by the classifier's first class. Of several records of one path the last counts, as when the reference resumes.
 */
export function* comparedFromSpeciesnet(records: readonly SpeciesnetRecord[]): Generator<void, ComparedResult> {
  const images = new Map<string, ComparedImage>();
  for (const [index, record] of records.entries()) {
    images.set(record.filepath, comparedFromRecord(record));
    if (index % RECORDS_PER_PIECE === 0) yield;
  }
  return images;
}

/** What one record says. */
export function comparedFromRecord(record: SpeciesnetRecord): ComparedImage {
  return {
    ...conclusionOf(record),
    detections: record.detections?.map(detectionOf) ?? null,
    failed: record.failures !== undefined,
  };
}

function conclusionOf(record: SpeciesnetRecord): Pick<ComparedImage, 'label' | 'score' | 'source'> {
  const { prediction, prediction_score, prediction_source, classifications } = record;
  if (prediction !== undefined) {
    return { label: prediction, score: prediction_score ?? null, source: prediction_source ?? null };
  }
  const label = classifications?.classes[0] ?? null;
  const source = label === null ? null : 'classifier';
  return { label, score: classifications?.scores[0] ?? null, source };
}

function detectionOf({ category, label, conf, bbox }: DetectionRecord): ComparedDetection {
  const known = Object.hasOwn(DETECTION_LABELS, category) ? DETECTION_LABELS[category as DetectionCategory] : null;
  return { category: known ?? label, conf, bbox: bbox as Bbox };
}
