/** A day: longer pauses make no sense within an event. */
export const MOST_GAP_SECONDS = 86_400;

/** Whole seconds from 0 to a day; spaces and the comma of thousands are let through. Null = anything else. */
export function parseGap(written: string): number | null {
  const digits = written.replaceAll(/[\s,]/g, '');
  if (!/^\d{1,6}$/.test(digits)) return null;
  const seconds = Number(digits);
  return seconds <= MOST_GAP_SECONDS ? seconds : null;
}
