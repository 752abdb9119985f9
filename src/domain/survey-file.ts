import type { Inference } from './inference';
import type { PackageType } from './model-package';
import type { ImageReview } from './review/image-review';
import type { ListedImage, Place, RunMode } from './survey';

/** First key of the first and the last line. */
export const SURVEY_FILE_FORMAT = 'understory-survey';

/** Files of another version are not read. */
export const SURVEY_FILE_VERSION = 1;

/** Ending of such a file's name. */
export const SURVEY_FILE_EXTENSION = '.understory.ndjson';

/** A label list by its SHA-256 (lower-case hex), computed by the writer over the lines joined by "\n", and its length. */
export interface LabelsFingerprint {
  readonly sha256: string;
  readonly count: number;
}

/** The package that made the facts. Class numbers in them are lines of `labels`, from 0. */
export interface SurveyFilePackage {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly type: PackageType;
  readonly labels: readonly string[] | LabelsFingerprint;
}

/** What the facts were made with, and what conclusions depended on. Keys that are not known are kept. */
export interface SurveyFileSettings {
  readonly mode: RunMode;
  readonly place: Place;
  readonly geofence: boolean;
  readonly [key: string]: unknown;
}

/** The first line: what the survey is and what made it. */
export interface SurveyFileHeader {
  readonly name: string;
  /** Null: nothing was run. */
  readonly package: SurveyFilePackage | null;
  readonly settings: SurveyFileSettings;
  /** Images of the survey, as in `Survey`; the file may hold fewer. */
  readonly counts: { readonly listed: number; readonly done: number; readonly failed: number };
}

/** A line: one image, with its facts when there are any. A size of 0 is not known: result files do not tell it. */
export interface SurveyFileImage {
  readonly inference: Inference | null;
  readonly listed: ListedImage;
  /** What people say of it; absent or null = nothing. */
  readonly review?: ImageReview | null;
}

/**
 * Our own file of a whole survey, every fact to the last bit: one JSON object per line, the first one the header, then the
 * images in their order, the last one their number, so that a cut file is noticed. Yields whole lines. Never throws.
 */
export function* writeSurveyFile(header: SurveyFileHeader, images: Iterable<SurveyFileImage>): Generator<string> {
  const { name, settings, counts } = header;
  const format = { format: SURVEY_FILE_FORMAT, version: SURVEY_FILE_VERSION };
  yield lineOf({ ...format, name, package: header.package, settings, counts });
  let count = 0;
  for (const { inference, listed, review } of images) {
    yield lineOf(review == null ? { inference, listed } : { inference, listed, review });
    count++;
  }
  yield lineOf({ format: SURVEY_FILE_FORMAT, images: count });
}

function lineOf(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
