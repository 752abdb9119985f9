import type { AnimalConclusion } from '../conclude-animal';
import type { SpeedSummary } from '../fast-detector/speed-summary';
import type { Inference } from '../inference';
import type { RecordContext } from '../inference-record';
import type { ImageReview } from '../review/image-review';
import type { Conclusion } from '../rollup';
import type { SmoothedImage } from '../smoothed-image';
import type { RecordPlace } from '../speciesnet-record';
import type { SpeciesPer } from '../survey';

/** One image of an export: its facts, and what was concluded from them. */
export interface ExportRow {
  readonly inference: Inference;
  readonly prediction: Conclusion | null;
  /** The species of each detection, by its number; absent or null = only the image as a whole was concluded. */
  readonly animals?: readonly (AnimalConclusion | null)[] | null;
  /** Numbers of detections that were removed as repeats; absent or null = nobody looked for repeats. */
  readonly rejected?: ReadonlySet<number> | null;
  /** What smoothing made of the species, for formats that write it; absent or null = smoothing is off. */
  readonly smoothed?: SmoothedImage | null;
  /** What a person says of it; absent or null = nothing. */
  readonly review?: ImageReview | null;
  /** Its deployment, and the event that it belongs to (`id` null = none); absent = not known. */
  readonly event?: { readonly id: string | null; readonly deployment: string };
  /** Where the image was taken, as it stands in a record; absent = at the survey's place. */
  readonly place?: RecordPlace;
}

/** What a format may say besides the rows. */
export interface ExportContext extends RecordContext {
  /** File names of the networks, for formats that name them; null = none ran. */
  readonly detectorName: string | null;
  readonly classifierName: string | null;
  /** How the facts were made when some are a fast detector's; absent or null = all by the reference's. */
  readonly speed?: SpeedSummary | null;
  /** What has a species. */
  readonly speciesPer: SpeciesPer;
  /** When the networks were done: local times, `YYYY-MM-DD HH:MM:SS`; absent or null = not known. */
  readonly detectedAt?: string | null;
  readonly classifiedAt?: string | null;
  /** True = the classifier's own best classes are written beside the species of each detection. */
  readonly includesRawClasses?: boolean;
  /** True = what people say stands in place of what the machine says; false or absent = the machine's own answers. */
  readonly usesReview?: boolean;
  /** A folder that is put before each path, for readers that start at its parent: "camera-7". Absent or null = none. */
  readonly pathPrefix?: string | null;
}

/** What a reader of a format will not show, and of how many. The words are the page's. */
export interface ExportWarning {
  readonly code:
    | 'boxes-need-jpeg' // images that are no JPEG: their boxes are not shown
    | 'detections-below-floor' // detections
    | 'classes-below-floor' // detections whose species is not shown
    | 'failed-left-out'; // images
  readonly count: number;
}

/** Counts what a reader will not show, row by row, so that whoever asks can do it in pieces. */
export interface WarningCounter {
  readonly add: (row: ExportRow) => void;
  /** What was found so far; nothing with a count of 0. */
  readonly warnings: () => readonly ExportWarning[];
}

/** A file format that results can be written in. Its words for people are the page's. */
export interface ExportFormat {
  readonly id: string;
  /** With the dot. */
  readonly extension: string;
  readonly mimeType: string;
  /** The name that its readers look for, with the extension; absent = any name will do. */
  readonly fileName?: string;
  /**
   * The file's text in chunks, some of them empty while rows are read. Rows are in the order of the file list; never throws on a
   * valid survey.
   */
  readonly serialize: (rows: Iterable<ExportRow>, context: ExportContext) => Generator<string>;
  /** Absent = its readers show all that the file says. */
  readonly countWarnings?: (context: ExportContext) => WarningCounter;
}
