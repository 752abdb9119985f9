import { CheckpointError } from '../checkpoint-error';
import { isKind, isList } from '../pickle/pickle-records';
import type { PickleDict, PickleValue } from '../pickle/pickle-value';
import { describeValue } from './describe-value';

/**
 * Readers of one value each. `where` says what is read ('model.0.conv.stride'); a value of another kind is refused with
 * what was expected and what came. `undefined` stands for an attribute that is absent.
 */
type Read = PickleValue | undefined;

/** A whole number that fits a number exactly. @throws CheckpointError */
export function intOf(value: Read, where: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw unexpected('a whole number', value, where);
}

/** Any finite number. @throws CheckpointError */
export function numberOf(value: Read, where: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw unexpected('a number', value, where);
}

/** @throws CheckpointError */
export function textOf(value: Read, where: string): string {
  if (typeof value === 'string') return value;
  throw unexpected('a text', value, where);
}

/** @throws CheckpointError */
export function boolOf(value: Read, where: string): boolean {
  if (typeof value === 'boolean') return value;
  throw unexpected('True or False', value, where);
}

/** A list or a tuple. @throws CheckpointError */
export function listOf(value: Read, where: string): readonly PickleValue[] {
  if (value !== undefined && isList(value)) return value;
  throw unexpected('a list', value, where);
}

/** @throws CheckpointError */
export function dictOf(value: Read, where: string): PickleDict {
  if (value !== undefined && isKind(value, 'dict')) return value;
  throw unexpected('a dict', value, where);
}

/** A list of whole numbers. @throws CheckpointError */
export function intListOf(value: Read, where: string): readonly number[] {
  return listOf(value, where).map((item, index) => intOf(item, `${where}[${index}]`));
}

/** What torch accepts for two directions: `3` or `(3, 3)`, in the order height, width. @throws CheckpointError */
export function intPairOf(value: Read, where: string): readonly [number, number] {
  if (typeof value === 'number') {
    const both = intOf(value, where);
    return [both, both];
  }
  const list = intListOf(value, where);
  const [first, second] = list;
  if (list.length !== 2 || first === undefined || second === undefined) throw unexpected('two numbers', value, where);
  return [first, second];
}

/** The refusal of a value of another kind; a call in its place asks for code to be run. */
export function unexpected(expected: string, value: Read, where: string): CheckpointError {
  if (value === undefined) return new CheckpointError('unsupported', `expected ${expected}, it is missing`, where);
  const code = isKind(value, 'call') ? 'unsafe' : 'unsupported';
  const remark = code === 'unsafe' ? '; nothing from the file is run' : '';
  return new CheckpointError(code, `expected ${expected}, got ${describeValue(value)}${remark}`, where);
}
