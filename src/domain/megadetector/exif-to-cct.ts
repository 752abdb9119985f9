import { ParseError } from '../parse-error';
import { parseWallClock, secondsOf } from '../wall-clock';
import { cameraFolderOf } from './camera-folder';
import { formatCctTime } from './cct-time';
import type { CctImage } from './create-sequences';

/** One image as megadetector 10.0.24's read_exif writes it. */
export interface ExifResult {
  readonly file_name: string;
  readonly exif_tags?: Readonly<Record<string, unknown>> | null;
}

/** What `exifResultsToCct` returns: a COCO Camera Traps file without annotations. */
export interface CctFile {
  readonly info: Readonly<Record<string, unknown>>;
  readonly images: readonly (CctImage & { readonly id: string })[];
  readonly annotations: readonly unknown[];
  readonly categories: readonly unknown[];
}

/** Which times count; see `EXIF_TO_CCT_DEFAULTS`. */
export interface ExifToCctOptions {
  /** The tag that holds the time. */
  readonly datetimeTag: string;
  /** Years before this one are a clock that was never set. */
  readonly minYear: number;
  /** The computer's wall clock, `YYYY-MM-DDTHH:mm:ss`. */
  readonly now: string;
}

/** The reference's settings (megadetector 10.0.24, ExifResultsToCCTOptions). */
export const EXIF_TO_CCT_DEFAULTS: Omit<ExifToCctOptions, 'now'> = { datetimeTag: 'DateTimeOriginal', minYear: 2001 };

const DAY = 24 * 60 * 60;

/** Python's `strptime` with `%Y:%m:%d %H:%M:%S`; single digits are allowed but for the year. */
const EXIF_TIME =
  /^(\d{4}):(1[0-2]|0?[1-9]):(3[01]|[12]\d|0?[1-9]| [1-9])\s+(2[0-3]|[01]\d|\d):([0-5]\d|\d):([0-5]\d|\d)$/;

/**
 * Images with time and location from EXIF tags (megadetector 10.0.24, exif_results_to_cct): the location is the camera folder;
 * a time in the future, in the last 24 hours or before `minYear` counts as none. Throws ParseError when `now` is no wall clock.
 */
export function exifResultsToCct(results: readonly ExifResult[], options: ExifToCctOptions): CctFile {
  const now = parseWallClock(options.now);
  if (now === null) throw new ParseError('now', 'YYYY-MM-DDTHH:mm:ss', `"${options.now}"`);
  const images = results.map(({ file_name, exif_tags }) => {
    const seconds = parseExifTime(exif_tags?.[options.datetimeTag], options.minYear);
    const datetime = seconds === null || now - seconds <= DAY ? null : formatCctTime(seconds * 1_000_000);
    return { location: cameraFolderOf(file_name), file_name, id: file_name, datetime };
  });
  return { info: {}, images, annotations: [], categories: [] };
}

function parseExifTime(tag: unknown, minYear: number): number | null {
  const match = typeof tag === 'string' ? EXIF_TIME.exec(tag) : null;
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  return year < minYear ? null : secondsOf({ year, month, day, hour, minute, second });
}
