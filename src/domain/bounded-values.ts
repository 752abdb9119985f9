import { expectList, expectText, kindOf, ParseError } from './parse-error';

// Values of files that other people and programs wrote, with limits: a small file must not fill the memory.

/** A finite number from `min` to `max`, both included; throws ParseError otherwise. */
export function expectNumberWithin(value: unknown, [min, max]: readonly [number, number], where: string): number {
  if (typeof value === 'number' && value >= min && value <= max) return value;
  throw new ParseError(where, `a number from ${min} to ${max}`, given(value));
}

/** A whole number from `min` to `max`, both included; throws ParseError otherwise. */
export function expectWholeWithin(value: unknown, [min, max]: readonly [number, number], where: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
  throw new ParseError(where, `a whole number from ${min} to ${max}`, given(value));
}

/** A list of at most `max` entries; throws ParseError otherwise. */
export function expectListUpTo(value: unknown, max: number, where: string): readonly unknown[] {
  const list = expectList(value, where);
  if (list.length > max) throw new ParseError(where, `at most ${max} entries`, String(list.length));
  return list;
}

/** Text of at most `max` UTF-16 units; throws ParseError otherwise. */
export function expectTextUpTo(value: unknown, max: number, where: string): string {
  const text = expectText(value, where);
  if (text.length > max) throw new ParseError(where, `at most ${max} characters`, String(text.length));
  return text;
}

/** Throws ParseError when objects and lists stand in each other deeper than `max`. Recurses no deeper than that. */
export function expectDepthUpTo(value: unknown, max: number, where: string): void {
  if (typeof value !== 'object' || value === null) return;
  if (max === 0) throw new ParseError(where, 'less deep nesting', 'objects and lists below the limit');
  for (const part of Object.values(value)) expectDepthUpTo(part, max - 1, where);
}

/** A value in a message: texts up to 80 characters and numbers themselves, all others by their kind. */
export function given(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, 80)}"`;
  return typeof value === 'number' ? String(value) : kindOf(value);
}
