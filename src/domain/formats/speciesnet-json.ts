import { pythonJsonWithList, type JsonValue, type PythonJsonStyle } from '../python-json';
import { SPECIESNET_FLOAT_KEYS } from '../speciesnet-record';
import type { ExportContext, ExportFormat, ExportRow } from './export-format';
import { recordsOfRows } from './records-of-rows';
import { reviewedRecords } from './reviewed-records';

/** How the reference saves its files: 4 decimals, indent 1, nothing escaped (speciesnet 5.0.4, save_predictions). */
export const SPECIESNET_STYLE: PythonJsonStyle = {
  floatKeys: SPECIESNET_FLOAT_KEYS,
  roundsTo4: true,
  isAscii: false,
};

/** SpeciesNet's own result file. */
export const speciesnetJson = {
  id: 'speciesnet',
  extension: '.json',
  mimeType: 'application/json',
  *serialize(rows: Iterable<ExportRow>, context: ExportContext) {
    const recordsOf = context.usesReview === true ? reviewedRecords : recordsOfRows;
    yield* speciesnetFile(recordsOf(rows, context));
  },
} as const satisfies ExportFormat;

/** The text of a SpeciesNet file with these records, in chunks. */
export function speciesnetFile(records: Iterable<object>): Generator<string> {
  return pythonJsonWithList([], 'predictions', records as Iterable<JsonValue>, SPECIESNET_STYLE);
}
