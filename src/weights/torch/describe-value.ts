import { isKind, isList, nameOfGlobal } from '../pickle/pickle-records';
import type { PickleValue } from '../pickle/pickle-value';

const LONGEST_TEXT = 60;

/** A value in a few words, for messages: `the number 42`, `a call of posix.system`. */
export function describeValue(value: PickleValue): string {
  if (value === null) return 'nothing (None)';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number' || typeof value === 'bigint') return `the number ${value}`;
  if (typeof value === 'string') return `the text "${shorten(value)}"`;
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (isList(value)) return `a list of ${value.length}`;
  if (isKind(value, 'dict')) return `a dict with ${value.entries.size + value.otherKeys} keys`;
  if (isKind(value, 'global')) return `the name ${shorten(nameOfGlobal(value))}`;
  if (isKind(value, 'object')) return `an object of ${shorten(nameOfGlobal(value.type))}`;
  if (isKind(value, 'call')) return `a call of ${describeTarget(value.target)}`;
  return 'a reference to a storage';
}

/** Texts come from a file that nobody has checked: control characters and length are tamed. */
export function shorten(text: string): string {
  const clean = text.slice(0, LONGEST_TEXT + 1).replace(/\p{Cc}/gu, ' ');
  return clean.length > LONGEST_TEXT ? `${clean.slice(0, LONGEST_TEXT)}…` : clean;
}

function describeTarget(target: PickleValue): string {
  return isKind(target, 'global') ? shorten(nameOfGlobal(target)) : 'something that is no name';
}
