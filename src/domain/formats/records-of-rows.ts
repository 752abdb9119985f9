import { recordOf } from '../inference-record';
import { withoutRejected } from '../rejected-detections';
import type { SpeciesnetRecord } from '../speciesnet-record';
import type { ExportContext, ExportRow } from './export-format';

/** The rows as SpeciesNet's own records, without detections that were rejected as repeats. */
export function* recordsOfRows(rows: Iterable<ExportRow>, context: ExportContext): Generator<SpeciesnetRecord> {
  for (const { inference, prediction, rejected = null, place } of rows) {
    yield recordOf(withoutRejected(inference, rejected), prediction, context, place);
  }
}
