import { formatNumber } from './number-format';

/**
 * A length of time in seconds, rounded up: 40 s, 19 min, 2 h 10 min, 3 d 4 h. Above 90 s it has no seconds.
 * The symbols s, min, h and d are those of the International System of Units, the same in every language.
 */
export function formatDuration(seconds: number, locale?: string): string {
  const whole = Math.ceil(Math.max(0, seconds));
  if (whole <= 90) return `${formatNumber(whole, locale)} s`;
  const minutes = Math.ceil(whole / 60);
  if (minutes < 60) return `${formatNumber(minutes, locale)} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return pair(hours, 'h', minutes % 60, 'min', locale);
  return pair(Math.floor(hours / 24), 'd', hours % 24, 'h', locale);
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string, locale?: string): string {
  const head = `${formatNumber(large, locale)} ${largeUnit}`;
  return small === 0 ? head : `${head} ${formatNumber(small, locale)} ${smallUnit}`;
}
