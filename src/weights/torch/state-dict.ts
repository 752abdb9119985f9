import { isKind, isList } from '../pickle/pickle-records';
import type { PickleDict, PickleValue } from '../pickle/pickle-value';

/** True when the root, or what lies under its 'model' or 'state_dict', is a table of tensors instead of a network. */
export function looksLikeStateDict(root: PickleValue): boolean {
  if (!isKind(root, 'dict')) return false;
  const wrapped = ['state_dict', 'model_state_dict', 'model', 'ema'].map((key) => root.entries.get(key));
  return [root, ...wrapped].some((value) => value !== undefined && isKind(value, 'dict') && holdsTensors(value));
}

function holdsTensors({ entries }: PickleDict): boolean {
  const tensors = [...entries.values()].filter(isTensorCall).length;
  return tensors > 0 && tensors * 2 >= entries.size;
}

function isTensorCall(value: PickleValue): boolean {
  return (
    isKind(value, 'call') &&
    isKind(value.target, 'global') &&
    value.target.module === 'torch._utils' &&
    isList(value.args)
  );
}
