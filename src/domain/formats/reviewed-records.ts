import { HUMAN_REVIEW } from '../prediction';
import type { DetectionRecord, SpeciesnetRecord } from '../speciesnet-record';
import type { ExportContext, ExportRow } from './export-format';
import { recordsOfRows } from './records-of-rows';
import { boxesLeft, isRowReviewed } from './reviewed-row';

/**
 * SpeciesNet's records with the names of the review: `prediction` is the first observation, `prediction_score` 1 and
 * `prediction_source` `human_review`. What the networks said stays beside it: the classes always, the boxes unless the person
 * left others. A classifier that failed is no failure of a photo that a person named.
 */
export function* reviewedRecords(rows: Iterable<ExportRow>, context: ExportContext): Generator<SpeciesnetRecord> {
  for (const row of rows) {
    const boxes = isRowReviewed(row) ? boxesLeft(row)?.map(recordOfBox) : undefined;
    for (const record of namedRecords([row], context)) {
      yield boxes === undefined || record.detections === undefined ? record : { ...record, detections: boxes };
    }
  }
}

/** The same with the boxes of the rows. */
export function* namedRecords(rows: Iterable<ExportRow>, context: ExportContext): Generator<SpeciesnetRecord> {
  for (const row of rows) {
    const main = isRowReviewed(row) ? row.review?.observations?.[0] : undefined;
    for (const record of recordsOfRows([row], context)) yield main === undefined ? record : named(record, main.label);
  }
}

/** Keys in the order of the reference's records. */
function named(record: SpeciesnetRecord, label: string): SpeciesnetRecord {
  const { filepath, failures = [], model_version, ...facts } = record;
  const left = failures.filter((failure) => failure !== 'CLASSIFIER');
  return {
    filepath,
    ...(left.length > 0 && { failures: left }),
    ...facts,
    prediction: label,
    prediction_score: 1,
    prediction_source: HUMAN_REVIEW,
    ...(model_version !== undefined && { model_version }),
  };
}

function recordOfBox({ category, label, conf, bbox }: DetectionRecord): DetectionRecord {
  return { category, label, conf, bbox };
}
