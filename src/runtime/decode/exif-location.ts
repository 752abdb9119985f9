import type { Coordinates } from '../../domain/geolocation';

/** EXIF's tags of a position (EXIF 2.3, 4.6.6); values as ExifReader 4.46 gives them. */
export interface LocationTags {
  /** Degrees, minutes, seconds, each a numerator and a denominator. */
  readonly GPSLatitude?: { readonly value: unknown };
  readonly GPSLatitudeRef?: { readonly value: unknown };
  readonly GPSLongitude?: { readonly value: unknown };
  readonly GPSLongitudeRef?: { readonly value: unknown };
  readonly GPSStatus?: { readonly value: unknown };
}

/** Names of the tags that a location is read from. */
export const LOCATION_TAGS = ['GPSLatitude', 'GPSLatitudeRef', 'GPSLongitude', 'GPSLongitudeRef', 'GPSStatus'] as const;

/**
 * The position in decimal degrees, WGS 84; north and east are positive. Null when a part is missing or impossible, when the
 * receiver had lost its satellites (status `V`, void: the numbers are old or empty), and for 0° 0': in that piece of
 * open sea nobody has a camera, while receivers without a fix and tools that blank positions write zeros.
 */
export function readLocation(tags: LocationTags): Coordinates | null {
  if (letterOf(tags.GPSStatus) === 'V') return null;
  const latitude = signed(degreesOf(tags.GPSLatitude, 90), letterOf(tags.GPSLatitudeRef), 'N', 'S');
  const longitude = signed(degreesOf(tags.GPSLongitude, 180), letterOf(tags.GPSLongitudeRef), 'E', 'W');
  if (latitude === null || longitude === null || (latitude === 0 && longitude === 0)) return null;
  return { latitude, longitude };
}

function signed(degrees: number | null, letter: string | null, positive: string, negative: string): number | null {
  if (degrees === null || letter === positive) return degrees;
  // Without a hemisphere half of the world would be wrong. 0 stays 0, not -0.
  return letter === negative ? 0 - degrees : null;
}

/** Some cameras write lower case, or fill the text with blanks or zeros. */
function letterOf(tag: { readonly value: unknown } | undefined): string | null {
  const value = tag?.value;
  const text = Array.isArray(value) ? value.join('') : value;
  return typeof text === 'string' ? (/[A-Z]/.exec(text.toUpperCase())?.[0] ?? null) : null;
}

function degreesOf(tag: { readonly value: unknown } | undefined, limit: number): number | null {
  const parts: readonly unknown[] = Array.isArray(tag?.value) ? tag.value : [];
  const [degrees, minutes, seconds] = parts.map(fractionOf);
  if (parts.length !== 3 || !isWithin(degrees, limit) || !isWithin(minutes, 60) || !isWithin(seconds, 60)) return null;
  const total = degrees + minutes / 60 + seconds / 3600;
  return total <= limit ? total : null;
}

/** 60 itself occurs: 59.999 seconds, rounded. */
function isWithin(value: number | undefined, limit: number): value is number {
  return value !== undefined && value >= 0 && value <= limit;
}

/** NaN, which is within nothing, for what is no fraction. */
function fractionOf(value: unknown): number {
  if (!Array.isArray(value)) return NaN;
  const [numerator, denominator] = value as readonly unknown[];
  return typeof numerator === 'number' && typeof denominator === 'number' ? numerator / denominator : NaN;
}
