import { isTextStep, joinPickleSteps, readPickleSteps, textOfStep, textStep } from './pickle-steps';
import type { Random } from './random';

const INSERTED_LINES = [
  'import os',
  '__import__("os").system("echo harmless")',
  'x = x',
  'for i in x: pass',
  'y = lambda: x',
  'return x',
  'y = self.__class__',
  'y = getattr(self, "__class__")(x);  x = None',
  'y = torch.relu(x)',
  'if x: return x',
  'y = x if x else x',
  'y = [x] * 1000000000',
  `y = ${'('.repeat(20_000)}x${')'.repeat(20_000)}`,
  `y = self${'.a'.repeat(20_000)}`,
  `y = "${'\\'.repeat(20_001)}"`,
  'y'.repeat(200_000),
  `${' = '.repeat(5000)}x`,
];

/** One to three lines of a GraphModule's program are others; the length of the text says so. */
export function damageCode(pickle: Uint8Array, random: Random): Uint8Array {
  const steps = readPickleSteps(pickle);
  const at = steps.findIndex((step) => isTextStep(step) && textOfStep(step).includes('def forward('));
  if (at < 0) throw new Error('expected a program in the pickle of a GraphModule');
  let lines = textOfStep(steps[at]!).split('\n');
  for (let left = 1 + random.below(3); left > 0; left--) lines = damageLines(lines, random);
  steps[at] = textStep(lines.join('\n'));
  return joinPickleSteps(steps);
}

function damageLines(lines: readonly string[], random: Random): string[] {
  if (lines.length === 0) return ['    return x']; // an earlier damage left none
  const at = random.below(lines.length);
  const line = lines[at] ?? '';
  switch (random.below(8)) {
    case 0:
      return lines.toSpliced(at, 1);
    case 1:
      return lines.toSpliced(random.below(lines.length), 0, line);
    case 2:
      return lines.toSpliced(at, 0, `    ${random.pick(INSERTED_LINES)}`);
    case 3: {
      const other = random.below(lines.length);
      return lines.with(at, lines[other] ?? '').with(other, line);
    }
    case 4:
      return lines.with(at, replaceWord(line, random, wordsOf(lines.join(' '))));
    case 5:
      return lines.with(
        at,
        replaceWord(line, random, ['None', '0', '-1', '1e999', 'self', 'x', '"', ')', '= =', '*x']),
      );
    case 6:
      return lines.slice(0, at);
    default: {
      const place = random.below(line.length + 1);
      return lines.with(at, line.slice(0, place) + String.fromCharCode(random.below(300)) + line.slice(place + 1));
    }
  }
}

function replaceWord(line: string, random: Random, words: readonly string[]): string {
  const own = wordsOf(line);
  if (own.length === 0 || words.length === 0) return `${line} x`;
  return line.replace(random.pick(own), () => random.pick(words));
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\w+/g) ?? [];
}
