import { CheckpointError } from '../checkpoint-error';
import { isKind, isList } from '../pickle/pickle-records';
import type { PickleValue } from '../pickle/pickle-value';
import { describeValue, shorten } from './describe-value';
import type { TorchType } from './torch-tensor';

/** What a persistent id says of a storage (torch 1.6 to 2.x, torch/serialization.py: persistent_id). */
export interface TorchStorage {
  readonly type: TorchType;
  /** Name of its entry below `data/`. */
  readonly key: string;
  /** Elements. */
  readonly count: number;
}

/** Bytes of one element. */
export const ITEM_BYTES: Readonly<Record<TorchType, number>> = { float16: 2, float32: 4, int64: 8 };

const STORAGE_TYPES: ReadonlyMap<string, TorchType> = new Map([
  ['HalfStorage', 'float16'],
  ['FloatStorage', 'float32'],
  ['LongStorage', 'int64'],
]);

/**
 * Reads ('storage', torch.HalfStorage, key, location, count). The location (a device) means nothing here.
 * @throws CheckpointError `unsupported` for other number types, `damaged` for another form.
 */
export function readStorage(value: PickleValue | undefined, where: string): TorchStorage {
  const id = value !== undefined && isKind(value, 'persistent') ? value.id : null;
  const [tag, type, key, , count] = id !== null && isList(id) ? id : [];
  if (tag !== 'storage' || type === undefined || typeof key !== 'string' || !isCount(count)) {
    throw new CheckpointError('damaged', `expected a storage, got ${describeValue(value ?? null)}`, where);
  }
  const isTorch = isKind(type, 'global') && (type.module === 'torch' || type.module === 'torch.storage');
  const known = isTorch ? STORAGE_TYPES.get(type.name) : undefined;
  if (known === undefined) {
    const got = isKind(type, 'global') ? shorten(`${type.module}.${type.name}`) : describeValue(type);
    throw new CheckpointError('unsupported', `expected weights as float16, float32 or int64, got ${got}`, where);
  }
  return { type: known, key, count };
}

/** A number of elements, or an offset in elements: whole, not negative, exact. */
export function isCount(value: PickleValue | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
