import { CONTAINER_STEPS } from './container-steps';
import { LITERALS, wholeNumber } from './literal-steps';
import { PickleBudget } from './pickle-budget';
import { PickleBytes } from './pickle-bytes';
import type { PickleMachine } from './pickle-machine';
import { opcodeOf, type PickleOpcode } from './pickle-opcodes';
import { PickleStack } from './pickle-stack';
import type { PickleValue } from './pickle-value';
import { RECORD_STEPS } from './record-steps';

/** A pickle as inert records, and what it consists of. */
export interface ReadPickle {
  readonly root: PickleValue;
  /** How often each opcode occurs. */
  readonly opcodes: Readonly<Record<string, number>>;
  /** How often each global is named. */
  readonly globals: Readonly<Record<string, number>>;
}

const NEWEST_PROTOCOL = 5;

/** Opcodes that work on the stack and the memo themselves. */
const STACK_STEPS = {
  PROTO: ({ bytes }) => {
    const protocol = bytes.byte();
    if (protocol > NEWEST_PROTOCOL) throw bytes.damaged(`protocol ${protocol} does not exist`);
  },
  FRAME: ({ bytes }) => {
    bytes.uint64();
  },
  MARK: ({ stack }) => stack.mark(),
  POP: ({ stack }) => {
    if (stack.hasMarkOnTop()) stack.popToMark();
    else stack.pop();
  },
  POP_MARK: ({ stack }) => {
    stack.popToMark();
  },
  DUP: ({ stack }) => stack.push(stack.top()),
  PUT: ({ bytes, stack }) => stack.memoize(memoNumber(bytes)),
  BINPUT: ({ bytes, stack }) => stack.memoize(bytes.byte()),
  LONG_BINPUT: ({ bytes, stack }) => stack.memoize(bytes.uint32()),
  MEMOIZE: ({ stack }) => stack.memoize(),
  GET: ({ bytes, stack }) => stack.recall(memoNumber(bytes)),
  BINGET: ({ bytes, stack }) => stack.recall(bytes.byte()),
  LONG_BINGET: ({ bytes, stack }) => stack.recall(bytes.uint32()),
} satisfies Readonly<Record<string, (machine: PickleMachine) => void>>;

const OTHER_STEPS = { ...STACK_STEPS, ...CONTAINER_STEPS, ...RECORD_STEPS };

/**
 * Reads a pickle of protocol 0 to 5 (Python 3.11, Lib/pickletools.py) and **executes nothing**: a global stays a name, a
 * call stays the record of a call. Only calls of plain containers (OrderedDict, set, list) become their content.
 * @throws CheckpointError `damaged` with the byte, `too-large` for more values than any network has.
 */
export function readPickle(pickle: Uint8Array): ReadPickle {
  const bytes = new PickleBytes(pickle);
  const stack = new PickleStack((what) => bytes.damaged(what));
  const budget = new PickleBudget((what) => bytes.tooLarge(what));
  const machine: PickleMachine = { bytes, stack, budget, globals: new Map() };
  const opcodes = new Map<PickleOpcode, number>();
  for (;;) {
    if (bytes.position >= pickle.length) throw bytes.damaged('it ends without STOP');
    const at = bytes.position;
    const byte = bytes.byte();
    const opcode = opcodeOf(byte);
    if (opcode === null) throw bytes.damaged(`0x${byte.toString(16).padStart(2, '0')} is no opcode`, at);
    opcodes.set(opcode, (opcodes.get(opcode) ?? 0) + 1);
    if (opcode === 'STOP') break;
    budget.spendStep(opcode);
    step(opcode, machine);
  }
  const root = stack.pop();
  if (stack.size > 0) throw bytes.damaged(`${stack.size} values are left over at its end`);
  return { root, opcodes: Object.fromEntries(opcodes), globals: Object.fromEntries(machine.globals) };
}

function step(opcode: Exclude<PickleOpcode, 'STOP'>, machine: PickleMachine): void {
  if (opcode in LITERALS) {
    const read: (bytes: PickleBytes) => PickleValue = LITERALS[opcode as keyof typeof LITERALS];
    machine.stack.push(read(machine.bytes));
  } else {
    OTHER_STEPS[opcode as Exclude<typeof opcode, keyof typeof LITERALS>](machine);
  }
}

function memoNumber(bytes: PickleBytes): number {
  const value = wholeNumber(bytes.line(), bytes);
  if (typeof value !== 'number' || value < 0) throw bytes.damaged('a memo number that is none');
  return value;
}
