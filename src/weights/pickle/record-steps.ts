import type { PickleMachine } from './pickle-machine';
import { isKind, isList, nameOfGlobal, recordCall, recordObject } from './pickle-records';
import type { PickleGlobal, PickleValue } from './pickle-value';

/** Opcodes that name things, make objects and ask for calls: each leaves an inert record. */
export const RECORD_STEPS = {
  GLOBAL: (machine) => {
    const module = machine.bytes.line();
    pushGlobal(module, machine.bytes.line(), machine);
  },
  STACK_GLOBAL: (machine) => {
    const [module, name] = machine.stack.popMany(2);
    if (typeof module !== 'string' || typeof name !== 'string') throw machine.bytes.damaged('a name that is no text');
    pushGlobal(module, name, machine);
  },
  REDUCE: ({ budget, stack }) => {
    const [target, args] = stack.popMany(2);
    stack.push(recordCall(target!, args!, budget));
  },
  NEWOBJ: (machine) => {
    const [type, args] = machine.stack.popMany(2);
    pushObject(type!, args!, machine);
  },
  NEWOBJ_EX: (machine) => {
    const [type, args, named] = machine.stack.popMany(3);
    pushObject(type!, [args!, named!], machine);
  },
  INST: (machine) => {
    const module = machine.bytes.line();
    const target = nameGlobal(module, machine.bytes.line(), machine);
    machine.stack.push(recordCall(target, machine.stack.popToMark(), machine.budget));
  },
  OBJ: ({ budget, bytes, stack }) => {
    const [target, ...args] = stack.popToMark();
    if (target === undefined) throw bytes.damaged('an object without its class');
    stack.push(recordCall(target, args, budget));
  },
  BUILD: (machine) => build(machine.stack.pop(), machine),
  PERSID: ({ bytes, stack }) => stack.push({ kind: 'persistent', id: bytes.line() }),
  BINPERSID: ({ stack }) => stack.push({ kind: 'persistent', id: stack.pop() }),
  EXT1: refuseOutside,
  EXT2: refuseOutside,
  EXT4: refuseOutside,
  NEXT_BUFFER: refuseOutside,
  READONLY_BUFFER: refuseOutside,
} satisfies Readonly<Record<string, (machine: PickleMachine) => void>>;

function pushGlobal(module: string, name: string, machine: PickleMachine): void {
  machine.stack.push(nameGlobal(module, name, machine));
}

/** Real names have some 60 characters; a long one that is named again and again would fill the memory. */
const LONGEST_NAME = 500;

function nameGlobal(module: string, name: string, { bytes, globals }: PickleMachine): PickleGlobal {
  if (module.length + name.length > LONGEST_NAME) {
    throw bytes.damaged(`a name of ${module.length + name.length} characters, at most ${LONGEST_NAME} are expected`);
  }
  const global: PickleGlobal = { kind: 'global', module, name };
  const key = nameOfGlobal(global);
  globals.set(key, (globals.get(key) ?? 0) + 1);
  return global;
}

function pushObject(type: PickleValue, args: PickleValue, { bytes, stack }: PickleMachine): void {
  if (!isKind(type, 'global')) throw bytes.damaged('an object whose class is no name');
  stack.push(recordObject(type, args));
}

/** The state of an object is kept; that of a plain container (attributes of an OrderedDict) says nothing to us. */
function build(state: PickleValue, { bytes, stack }: PickleMachine): void {
  const target = stack.top();
  if (isKind(target, 'object') || isKind(target, 'call')) target.state = state;
  else if (!isKind(target, 'dict') && !isList(target)) throw bytes.damaged('a state for something that is no object');
}

function refuseOutside({ bytes }: PickleMachine): never {
  throw bytes.damaged('an opcode that refers to something outside the file');
}
