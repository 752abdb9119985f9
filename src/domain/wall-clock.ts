/** A moment on a wall clock, without a zone: month 1 to 12, day 1 to 31, hour 0 to 23. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;

/**
 * Seconds from 1970-01-01T00:00:00 on the same clock, for telling times apart; a whole number. Null for what no clock shows,
 * such as 30 February, and for years before 100.
 */
export function secondsOf({ year, month, day, hour, minute, second }: WallClock): number | null {
  if (hour > 23 || minute > 59 || second > 59) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  // Date moves 30 February on to March and year 99 to 1999; the way back tells.
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.getTime() / 1000 + hour * 3600 + minute * 60 + second : null;
}

/** Seconds of a capture time `YYYY-MM-DDTHH:mm:ss`, as `secondsOf` counts them; null for any other text. */
export function parseWallClock(text: string): number | null {
  if (!FORM.test(text)) return null;
  const midnight = midnightOf(text.slice(0, 10));
  const [hour, minute, second] = [digitsAt(text, 11), digitsAt(text, 14), digitsAt(text, 17)];
  if (midnight === null || hour > 23 || minute > 59 || second > 59) return null;
  return midnight + hour * 3600 + minute * 60 + second;
}

/** Images of one day follow one another: the last answer is remembered. */
let lastDay: { readonly date: string; readonly seconds: number | null } = { date: '', seconds: null };

/** Of `YYYY-MM-DD`. */
function midnightOf(date: string): number | null {
  if (date !== lastDay.date) {
    const [year, month, day] = [Number(date.slice(0, 4)), digitsAt(date, 5), digitsAt(date, 8)];
    lastDay = { date, seconds: secondsOf({ year, month, day, hour: 0, minute: 0, second: 0 }) };
  }
  return lastDay.seconds;
}

/** The number of two digits. */
function digitsAt(text: string, place: number): number {
  return 10 * (text.charCodeAt(place) - ZERO) + text.charCodeAt(place + 1) - ZERO;
}

const ZERO = '0'.charCodeAt(0);

/** The capture time `YYYY-MM-DDTHH:mm:ss` of whole seconds as `secondsOf` counts them. */
export function formatWallClock(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19);
}
