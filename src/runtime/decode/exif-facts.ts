import ExifReader from 'exifreader';
import type { Coordinates } from '../../domain/geolocation';
import { LOCATION_TAGS, readLocation } from './exif-location';

/** What the program needs to know of an image's EXIF data. */
export interface ExifFacts {
  /** Local time of the camera, 'YYYY-MM-DDTHH:mm:ss'. EXIF knows no time zone. Null when missing or impossible. */
  readonly capturedAt: string | null;
  /** 1 to 8, anything else as found; 1 when missing. */
  readonly orientation: number;
  /** Where the camera says it was; null when it does not, or says nothing possible. */
  readonly location: Coordinates | null;
}

const NO_FACTS: ExifFacts = { capturedAt: null, orientation: 1, location: null };

/** When the picture was taken, when it was digitised, when the file was written: the first that is a real time. */
const TIME_TAGS = ['DateTimeOriginal', 'DateTimeDigitized', 'DateTime'] as const;

/** Reads EXIF data from the beginning of a file (from all of it for a TIFF). Bad data count as none. */
export function readExif(head: ArrayBuffer): ExifFacts {
  const tags = loadTags(head);
  if (tags === null) return NO_FACTS;
  const times = TIME_TAGS.map((name) => parseExifTime(firstText(tags[name]?.value)));
  const orientation: unknown = tags.Orientation?.value;
  return {
    capturedAt: times.find((time) => time !== null) ?? null,
    orientation: typeof orientation === 'number' ? orientation : 1,
    location: readLocation(tags),
  };
}

/** Parses EXIF's 'YYYY:MM:DD HH:MM:SS' (some cameras write '-' or '/'). Null for what no clock shows. */
export function parseExifTime(text: string | null): string | null {
  const match = /^(\d{4})[:\-/.](\d{2})[:\-/.](\d{2})[ T](\d{2}):(\d{2}):(\d{2})/.exec(text?.trim() ?? '');
  if (match === null) return null;
  const time = `${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}`;
  const date = new Date(`${time}Z`);
  // Date accepts 30 February and moves it on; the way back tells.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(time) ? time : null;
}

function loadTags(head: ArrayBuffer) {
  try {
    const includeTags = { exif: [...TIME_TAGS, ...LOCATION_TAGS, 'Orientation'] };
    return ExifReader.load(head, { expanded: true, includeTags }).exif ?? null;
  } catch {
    // No EXIF data, or none that can be read: an image without a time is still an image.
    return null;
  }
}

function firstText(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : null;
}
