import { numberFormat } from './number-format';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Bytes in decimal units with three digits: 505 MB, 1.34 GB. */
export function formatBytes(bytes: number, locale?: string): string {
  const power = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  // 999,999 bytes would round to "1,000 kB": the next unit says it better.
  const rounded = Number((bytes / 1000 ** power).toPrecision(3));
  const isNext = rounded >= 1000 && power < UNITS.length - 1;
  const unit = UNITS[isNext ? power + 1 : power] ?? 'byte';
  const value = isNext ? rounded / 1000 : rounded;
  // "412 byte" is no English: only the word for bytes has a plural.
  const unitDisplay = unit === 'byte' ? 'long' : 'short';
  return numberFormat({ style: 'unit', unit, unitDisplay, maximumSignificantDigits: 3 }, locale).format(value);
}
