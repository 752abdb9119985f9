/** A whole number of at least `least` as somebody types it; null when it is none. */
export function readOccurrences(typed: string, least: number): number | null {
  const text = typed.trim();
  if (!/^\d{1,9}$/.test(text)) return null;
  const value = Number(text);
  return value >= least ? value : null;
}
