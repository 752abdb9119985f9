import type { PickleBudget } from './pickle-budget';
import type { PickleCall, PickleDict, PickleGlobal, PickleObject, PickleValue } from './pickle-value';

/** Calls that only build plain containers: their values are taken as they are. */
const CONTAINERS: Readonly<Record<string, 'dict' | 'list'>> = {
  'collections.OrderedDict': 'dict',
  'builtins.dict': 'dict',
  '__builtin__.dict': 'dict',
  'builtins.set': 'list',
  '__builtin__.set': 'list',
  'builtins.frozenset': 'list',
  '__builtin__.frozenset': 'list',
  'builtins.list': 'list',
  '__builtin__.list': 'list',
  'builtins.tuple': 'list',
  '__builtin__.tuple': 'list',
};

/** A dict without entries. */
export function createDict(): PickleDict {
  return { kind: 'dict', entries: new Map(), otherKeys: 0 };
}

/** Puts an entry in; a key that is neither text nor a number is only counted. */
export function setEntry(dict: PickleDict, key: PickleValue, value: PickleValue): void {
  if (typeof key === 'string' || typeof key === 'number') dict.entries.set(key, value);
  else dict.otherKeys += 1;
}

/** True for records that have a `kind`; narrows to the one that is asked for. */
export function isKind<Kind extends 'dict' | 'global' | 'object' | 'call' | 'persistent'>(
  value: PickleValue,
  kind: Kind,
): value is Extract<PickleValue, { kind: Kind }> {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
}

/** A list or tuple of the pickle. */
export function isList(value: PickleValue): value is readonly PickleValue[] {
  return Array.isArray(value);
}

/** `torch.nn.modules.conv.Conv2d` */
export function nameOfGlobal({ module, name }: PickleGlobal): string {
  return `${module}.${name}`;
}

/**
 * What a REDUCE, INST or OBJ stands for: a plain container, or the record of a call that is not made. A container is a
 * copy, which is paid from the budget: a pickle can ask for thousands of copies of one long list.
 */
export function recordCall(target: PickleValue, args: PickleValue, budget: PickleBudget): PickleValue {
  const container = isKind(target, 'global') ? CONTAINERS[nameOfGlobal(target)] : undefined;
  const list = isList(args) ? args : null;
  if (container !== undefined && list !== null && list.length <= 1) {
    const [first] = list;
    if (first !== undefined && isList(first)) budget.spend(first.length * (container === 'dict' ? 2 : 1));
    if (container === 'dict' && first === undefined) return createDict();
    if (container === 'dict' && first !== undefined) {
      const dict = dictOfPairs(first);
      if (dict !== null) return dict;
    }
    if (container === 'list' && (first === undefined || isList(first))) return [...(first ?? [])];
  }
  const call: PickleCall = { kind: 'call', target, args, state: null };
  return call;
}

/** The record of NEWOBJ; a new OrderedDict is a dict. */
export function recordObject(type: PickleGlobal, args: PickleValue): PickleObject | PickleDict {
  return nameOfGlobal(type) === 'collections.OrderedDict' ? createDict() : { kind: 'object', type, args, state: null };
}

/** Python 2 and early torch wrote OrderedDict([(key, value), …]). */
function dictOfPairs(pairs: PickleValue): PickleDict | null {
  if (!isList(pairs)) return null;
  const dict = createDict();
  for (const pair of pairs) {
    if (!isList(pair) || pair.length !== 2) return null;
    setEntry(dict, pair[0]!, pair[1]!);
  }
  return dict;
}
