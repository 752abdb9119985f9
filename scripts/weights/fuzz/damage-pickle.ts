import { otherNumber } from './damage-bytes';
import {
  floatStep,
  globalStep,
  isTextStep,
  joinPickleSteps,
  numberStep,
  readPickleSteps,
  stepOf,
  textOfStep,
  textStep,
  type PickleStep,
} from './pickle-steps';
import type { Random } from './random';

const WHOLE_NUMBERS = codes('KMJ');
const GLOBALS = codes('c');
const MEMO_READS = codes('hj');
const WITHOUT_ARGUMENT = '(.012NRabd}el]ost)uQ\x81\x85\x86\x87\x88\x89\x8f\x90\x91\x92\x93\x94';
const STRANGE_TEXTS = ['', '__proto__', 'constructor', 'model.0', '0', '/', '\u0000', 'x'.repeat(100_000)];
const STRANGE_GLOBALS = [
  globalStep('posix', 'system'),
  globalStep('builtins', 'eval'),
  globalStep('collections', 'OrderedDict'),
  globalStep('torch._utils', '_rebuild_tensor_v2'),
  globalStep('torch._utils', '_rebuild_parameter'),
  globalStep('torch', 'FloatStorage'),
  globalStep('torch', 'LongStorage'),
  globalStep('torch.nn.modules.linear', 'Identity'),
  globalStep('__builtin__', 'getattr'),
];

type Damage = (steps: PickleStep[], random: Random) => void;

const DAMAGES: readonly Damage[] = [
  changeNumber,
  changeNumber,
  changeText,
  changeText,
  changeGlobal,
  changeGlobal,
  changeMemo,
  changeOpcode,
  changeFloat,
  dropSteps,
  repeatSteps,
  swapSteps,
  nestDeeply,
  changeByte,
];

/** One to three places of the pickle are others; it stays a sequence of opcodes, so that readers get past the first. */
export function damagePickle(pickle: Uint8Array, random: Random): Uint8Array {
  const steps = readPickleSteps(pickle);
  for (let left = 1 + random.below(3); left > 0; left--) random.pick(DAMAGES)(steps, random);
  return joinPickleSteps(steps);
}

function changeNumber(steps: PickleStep[], random: Random): void {
  replaceOne(
    steps,
    random,
    ({ opcode }) => WHOLE_NUMBERS.has(opcode),
    ({ bytes }) => {
      const now = Buffer.from(bytes).readUIntLE(1, bytes.byteLength - 1);
      return numberStep(otherNumber(now, random));
    },
  );
}

function changeText(steps: PickleStep[], random: Random): void {
  replaceOne(steps, random, isTextStep, (step) => {
    const text = textOfStep(step);
    const at = random.below(text.length + 1);
    return textStep(
      random.pick([
        random.pick(STRANGE_TEXTS),
        textOfStep(random.pick(steps.filter(isTextStep))),
        text.slice(0, at) + String.fromCharCode(32 + random.below(95)) + text.slice(at + 1),
      ]),
    );
  });
}

function changeGlobal(steps: PickleStep[], random: Random): void {
  const known = steps.filter(({ opcode }) => GLOBALS.has(opcode));
  replaceOne(
    steps,
    random,
    ({ opcode }) => GLOBALS.has(opcode),
    () => (random.chance(0.5) ? random.pick(known) : random.pick(STRANGE_GLOBALS)),
  );
}

/** Another thing than the one that was meant: this makes shared parts and circles. */
function changeMemo(steps: PickleStep[], random: Random): void {
  replaceOne(
    steps,
    random,
    ({ opcode }) => MEMO_READS.has(opcode),
    ({ bytes }) => {
      const argument = bytes.slice(1);
      argument[0] = random.below(256);
      return { opcode: bytes[0]!, bytes: new Uint8Array([bytes[0]!, ...argument]) };
    },
  );
}

function changeOpcode(steps: PickleStep[], random: Random): void {
  replaceOne(
    steps,
    random,
    ({ bytes }) => bytes.byteLength === 1,
    () => stepOf(random.pick(Array.from(WITHOUT_ARGUMENT))),
  );
}

function changeFloat(steps: PickleStep[], random: Random): void {
  const numbers = codes('GKMJ');
  replaceOne(
    steps,
    random,
    ({ opcode }) => numbers.has(opcode),
    () => floatStep(random.pick([NaN, Infinity, -1, 0, 0.5, 1e308, 1e-308, 2 ** 53])),
  );
}

function dropSteps(steps: PickleStep[], random: Random): void {
  steps.splice(random.below(steps.length), random.chance(0.7) ? 1 : random.below(200));
}

function repeatSteps(steps: PickleStep[], random: Random): void {
  const from = random.below(steps.length);
  steps.splice(random.below(steps.length), 0, ...steps.slice(from, from + 1 + random.below(50)));
}

function swapSteps(steps: PickleStep[], random: Random): void {
  const [first, second] = [random.below(steps.length), random.below(steps.length)];
  [steps[first], steps[second]] = [steps[second]!, steps[first]!];
}

/** Lists or tuples inside each other in place of one value, or a hundred thousand marks. */
function nestDeeply(steps: PickleStep[], random: Random): void {
  const at = random.below(steps.length);
  const depth = random.pick([50, 3000, 100_000]);
  const [open, close] = random.pick([
    [']', 'a'],
    [')', '\x85'],
    ['(', 't'],
  ] as const);
  const repeated = (letter: string) => ({ ...stepOf(letter), bytes: new Uint8Array(depth).fill(letter.charCodeAt(0)) });
  steps.splice(at, 1, open === ')' ? stepOf(open) : repeated(open), repeated(close));
}

/** Any byte, of a length too: what follows is read at another place. */
function changeByte(steps: PickleStep[], random: Random): void {
  replaceOne(
    steps,
    random,
    () => true,
    ({ bytes }) => {
      const other = bytes.slice();
      other[random.below(Math.min(6, other.byteLength))] = random.below(256);
      return { opcode: other[0]!, bytes: other };
    },
  );
}

function replaceOne(
  steps: PickleStep[],
  random: Random,
  isMeant: (step: PickleStep) => boolean,
  make: (step: PickleStep) => PickleStep,
): void {
  const places = steps.flatMap((step, index) => (isMeant(step) ? [index] : []));
  if (places.length === 0) return; // an earlier damage left none
  const place = random.pick(places);
  steps[place] = make(steps[place]!);
}

function codes(letters: string): ReadonlySet<number> {
  return new Set(Array.from(letters).map((letter) => letter.charCodeAt(0)));
}
