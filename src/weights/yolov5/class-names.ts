import { CheckpointError } from '../checkpoint-error';
import { isKind, isList } from '../pickle/pickle-records';
import type { PickleValue } from '../pickle/pickle-value';
import { textOf, unexpected } from '../torch/typed-value';

/** A model's `names`: a list, or a dict from number to name as later versions have it. @throws CheckpointError */
export function readClassNames(value: PickleValue | undefined, classCount: number, where: string): readonly string[] {
  if (value === undefined || !(isList(value) || isKind(value, 'dict')))
    throw unexpected('a list of names', value, where);
  const count = isList(value) ? value.length : value.entries.size + value.otherKeys;
  if (count !== classCount) {
    throw new CheckpointError('unsupported', `expected ${classCount} names, one for each class, got ${count}`, where);
  }
  return Array.from({ length: classCount }, (_, index) =>
    textOf(isList(value) ? value[index] : value.entries.get(index), `${where}[${index}]`),
  );
}
