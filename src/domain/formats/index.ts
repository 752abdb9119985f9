import type { ExportFormat } from './export-format';
import { megadetectorJson } from './megadetector-json';
import { reviewCsv } from './review-csv';
import { speciesnetJson } from './speciesnet-json';
import { timelapse } from './timelapse';

/** All formats that results can be written in, in the order in which they are offered. */
export const EXPORT_FORMATS = [
  speciesnetJson,
  megadetectorJson,
  timelapse,
  reviewCsv,
] as const satisfies readonly ExportFormat[];

/** The ids of all formats. */
export type ExportFormatId = (typeof EXPORT_FORMATS)[number]['id'];

/** The format of that id, or null. */
export function findExportFormat(id: string): ExportFormat | null {
  return EXPORT_FORMATS.find((format) => format.id === id) ?? null;
}
