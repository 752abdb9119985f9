import type { PickleMachine } from './pickle-machine';
import { createDict, isKind, isList, setEntry } from './pickle-records';
import type { PickleValue } from './pickle-value';

/** Opcodes that make and fill lists, tuples, sets and dicts. */
export const CONTAINER_STEPS = {
  EMPTY_TUPLE: ({ stack }) => stack.push([]),
  EMPTY_LIST: ({ stack }) => stack.push([]),
  EMPTY_SET: ({ stack }) => stack.push([]),
  EMPTY_DICT: ({ stack }) => stack.push(createDict()),
  TUPLE: ({ stack }) => stack.push(stack.popToMark()),
  LIST: ({ stack }) => stack.push(stack.popToMark()),
  FROZENSET: ({ stack }) => stack.push(stack.popToMark()),
  TUPLE1: ({ stack }) => stack.push(stack.popMany(1)),
  TUPLE2: ({ stack }) => stack.push(stack.popMany(2)),
  TUPLE3: ({ stack }) => stack.push(stack.popMany(3)),
  DICT: (machine) => {
    const items = machine.stack.popToMark();
    machine.stack.push(createDict());
    setItems(items, machine);
  },
  APPEND: (machine) => append([machine.stack.pop()], machine),
  APPENDS: (machine) => append(machine.stack.popToMark(), machine),
  ADDITEMS: (machine) => append(machine.stack.popToMark(), machine),
  SETITEM: (machine) => setItems(machine.stack.popMany(2), machine),
  SETITEMS: (machine) => setItems(machine.stack.popToMark(), machine),
} satisfies Readonly<Record<string, (machine: PickleMachine) => void>>;

function append(items: readonly PickleValue[], { bytes, stack }: PickleMachine): void {
  const list = stack.top();
  if (isList(list)) for (const item of items) (list as PickleValue[]).push(item);
  else if (!isKind(list, 'object') && !isKind(list, 'call')) throw bytes.damaged('items for something that is no list');
}

function setItems(items: readonly PickleValue[], { bytes, stack }: PickleMachine): void {
  const dict = stack.top();
  if (items.length % 2 !== 0) throw bytes.damaged('a key without a value');
  if (isKind(dict, 'object') || isKind(dict, 'call')) return; // a dict of another class: inert
  if (!isKind(dict, 'dict')) throw bytes.damaged('entries for something that is no dict');
  for (let i = 0; i < items.length; i += 2) setEntry(dict, items[i]!, items[i + 1]!);
}
