import { formatWallClock, secondsOf, type WallClock } from '../wall-clock';

const SECOND = 1_000_000;

const YEAR_FIRST = /^(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})$/;
const YEAR_LAST = /^(?<month>\d{1,2})(?<mark>[-/.])(?<day>\d{1,2})\k<mark>(?<year>\d{4})$/;
const COMPACT = /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/;
const COLONS = /^\d+:\d{1,2}:\d{1,2}$/;
const TIME = /^(?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:[.,](?<fraction>\d+))?)?$/;
const MIDNIGHT = { hour: 0, minute: 0, second: 0, micros: 0 };

/**
 * Microseconds from 1970 on the same clock for the `datetime` of a COCO Camera Traps file, or null when it is unreadable
 * (megadetector 10.0.24, parse_datetimes_from_cct_image_list, which calls dateutil 2.9.0). Of dateutil's free forms the
 * numeric ones are read: year first, or year last with the month before the day unless that is impossible; with `-`, `/` or
 * `.`; a time after a blank or `T`; both may be missing. As there, a time alone is today's, and so is a date with colons,
 * which is lost. Month names, two-digit years, am and pm, and zones are unreadable here. `today` = `YYYY-MM-DD`.
 */
export function parseCctTime(text: string, today: string): number | null {
  const [first = '', second, ...more] = text.trim().split(/[ T]+/);
  if (more.length > 0) return null;
  if (second === undefined) return TIME.test(first) ? join(today, first) : join(first, null);
  return COLONS.test(first) ? join(today, second) : join(first, second);
}

/** Python's `isoformat` of such microseconds: `YYYY-MM-DDTHH:mm:ss`, with six decimals when they are not all zero. */
export function formatCctTime(micros: number): string {
  const seconds = Math.floor(micros / SECOND);
  const rest = micros - seconds * SECOND;
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(6, '0')}`;
  return formatWallClock(seconds) + fraction;
}

/** Seconds between two such times, as Python's `total_seconds` gives them. */
export function secondsBetween(earlier: number, later: number): number {
  return (later - earlier) / SECOND;
}

function join(dateText: string, timeText: string | null): number | null {
  const date = parseDate(dateText);
  const time = timeText === null ? MIDNIGHT : parseTime(timeText);
  if (date === null || time === null) return null;
  const seconds = secondsOf({ ...date, ...time });
  return seconds === null ? null : seconds * SECOND + time.micros;
}

function parseDate(text: string): Pick<WallClock, 'year' | 'month' | 'day'> | null {
  const inOrder = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  const groups = (inOrder ?? YEAR_LAST.exec(text))?.groups;
  if (groups === undefined) return null;
  const [year, month, day] = [Number(groups['year']), Number(groups['month']), Number(groups['day'])];
  return inOrder === null && month > 12 ? { year, month: day, day: month } : { year, month, day };
}

function parseTime(text: string): typeof MIDNIGHT | null {
  const groups = TIME.exec(text)?.groups;
  if (groups === undefined) return null;
  return {
    hour: Number(groups['hour']),
    minute: Number(groups['minute']),
    second: Number(groups['second'] ?? 0),
    micros: Number((groups['fraction'] ?? '').slice(0, 6).padEnd(6, '0')),
  };
}
