import { CSV_BEGIN, csvLine } from './csv-text';
import type { ExportContext, ExportFormat, ExportRow } from './export-format';
import { REVIEW_COLUMNS, reviewLines } from './review-table';

/** The table of a review for spreadsheets and R: a line for each observation, beside what the machine said. */
export const reviewCsv = {
  id: 'review-csv',
  extension: '.csv',
  mimeType: 'text/csv',
  *serialize(rows: Iterable<ExportRow>, context: ExportContext) {
    yield CSV_BEGIN + csvLine(REVIEW_COLUMNS);
    for (const row of rows) yield reviewLines(row, context).map(csvLine).join('');
  },
} as const satisfies ExportFormat;
