import { userLocale } from './number-format';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment on this computer's clock: 6 Nov 2010. */
export function formatDate(ms: number, locale?: string): string {
  return dateTimeFormat({ dateStyle: 'medium' }, locale).format(ms);
}

/** A moment on this computer's clock: 6 Nov 2010, 14:07. */
export function formatDateTime(ms: number, locale?: string): string {
  return dateTimeFormat({ dateStyle: 'medium', timeStyle: 'short' }, locale).format(ms);
}

/** The time of a moment on this computer's clock: 14:07. */
export function formatTime(ms: number, locale?: string): string {
  return dateTimeFormat({ timeStyle: 'short' }, locale).format(ms);
}

/** A camera's wall clock, `YYYY-MM-DDTHH:mm:ss`: 6 Nov 2010, 04:04:00. Never shifted to the viewer's zone. */
export function formatCaptureDateTime(capturedAt: string, locale?: string): string {
  return captureFormat({ dateStyle: 'medium', timeStyle: 'medium' }, capturedAt, locale);
}

/** The day of a camera's wall clock: 6 Nov 2010. */
export function formatCaptureDate(capturedAt: string, locale?: string): string {
  return captureFormat({ dateStyle: 'medium' }, capturedAt, locale);
}

/** The time of a camera's wall clock: 04:04:00. */
export function formatCaptureTime(capturedAt: string, locale?: string): string {
  return captureFormat({ timeStyle: 'medium' }, capturedAt, locale);
}

/** The digits are taken as UTC and shown as UTC, so no zone and no daylight saving can move them. */
function captureFormat(options: Intl.DateTimeFormatOptions, capturedAt: string, locale?: string): string {
  // Engines guess at other forms, each in its own way.
  const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(capturedAt) ? Date.parse(`${capturedAt}Z`) : Number.NaN;
  if (Number.isNaN(ms)) return capturedAt;
  return dateTimeFormat({ ...options, timeZone: 'UTC' }, locale).format(ms);
}

function dateTimeFormat(options: Intl.DateTimeFormatOptions, locale = userLocale()): Intl.DateTimeFormat {
  const key = `${locale ?? ''} ${JSON.stringify(options)}`;
  const kept = formats.get(key);
  if (kept !== undefined) return kept;
  const made = new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}
