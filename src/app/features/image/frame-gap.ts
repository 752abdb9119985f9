import { parseWallClock } from '../../../domain/wall-clock';

/** Up to here photos of one event follow each other as expected, and nothing is said. Seconds. */
const USUAL_GAP = 60;

/** Seconds between two photos of one camera when it is a longer pause than usual; null = nothing worth a mark, or no times. */
export function longGap(before: string | null, now: string | null): number | null {
  const [from, to] = [before, now].map((time) => (time === null ? null : parseWallClock(time)));
  if (from === null || from === undefined || to === null || to === undefined) return null;
  return to - from > USUAL_GAP ? to - from : null;
}

/** A pause as the strip marks it: +2:15, +1:02:15. */
export function gapText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours === 0 ? `+${minutes}:${two(seconds % 60)}` : `+${hours}:${two(minutes)}:${two(seconds % 60)}`;
}
