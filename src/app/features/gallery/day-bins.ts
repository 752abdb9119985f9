import { parseWallClock } from '../../../domain/wall-clock';
import type { DayRange } from '../../shared/images/image-filter';

/** Images of a stretch of days. */
export interface DayBin {
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

const DAY_SECONDS = 86_400;

/** The days from the first to the last in at most `most` equal stretches; empty without days. `days` in order of time. */
export function dayBins(days: ReadonlyMap<string, number>, most: number): readonly DayBin[] {
  const counted = [...days].map(([day, count]) => ({ number: dayNumber(day), count }));
  const [first, last] = [counted[0], counted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const span = last.number - first.number + 1;
  const width = Math.ceil(span / most);
  const counts = new Array<number>(Math.ceil(span / width)).fill(0);
  for (const { number, count } of counted) counts[Math.floor((number - first.number) / width)]! += count;
  return counts.map((count, bin) => {
    const from = first.number + bin * width;
    return { from: dayText(from), to: dayText(Math.min(last.number, from + width - 1)), count };
  });
}

/** Whether any day of the stretch is in the range. */
export function isBinWithin({ from, to }: DayBin, days: DayRange | null): boolean {
  if (days === null) return true;
  return (days.from === null || to >= days.from) && (days.to === null || from <= days.to);
}

const dayNumber = (day: string) => Math.floor((parseWallClock(`${day}T00:00:00`) ?? 0) / DAY_SECONDS);
const dayText = (number: number) => new Date(number * DAY_SECONDS * 1000).toISOString().slice(0, 10);
