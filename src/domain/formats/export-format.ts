import type { Inference } from '../inference';
import type { RecordContext } from '../inference-record';
import type { Prediction } from '../prediction';

/** One image of an export: its facts, and what was concluded from them. */
export interface ExportRow {
  readonly inference: Inference;
  readonly prediction: Prediction | null;
}

/** What a format may say besides the rows. */
export interface ExportContext extends RecordContext {
  /** File names of the networks, for formats that name them; null = none ran. */
  readonly detectorName: string | null;
  readonly classifierName: string | null;
}

/** A file format that results can be written in. Its words for people are the page's. */
export interface ExportFormat {
  readonly id: string;
  /** With the dot. */
  readonly extension: string;
  readonly mimeType: string;
  /** The file's text in chunks. Rows are in the order of the file list; never throws on a valid survey. */
  readonly serialize: (rows: Iterable<ExportRow>, context: ExportContext) => Generator<string>;
}
