/**
 * The digits 1 to 9 with labels on those that are free: the likely ones, the likeliest first, each once. What has a digit keeps it.
 * `digits` and the answer have nine places; null = free.
 */
export function fillDigits(digits: readonly (string | null)[], likely: readonly string[]): readonly (string | null)[] {
  const waiting = likely.filter((label, index) => !digits.includes(label) && likely.indexOf(label) === index);
  return digits.map((label) => label ?? waiting.shift() ?? null);
}
