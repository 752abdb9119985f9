import type { Random } from '../../weights/fuzz/random';

/** Values that readers of JSON stumble over. Texts are written as they stand: some are no JSON of JavaScript's. */
const HOSTILE: readonly string[] = [
  'null',
  'true',
  '-1',
  '0',
  '1.5',
  '1e308',
  '1e999',
  '-0',
  'NaN',
  'Infinity',
  '9007199254740993',
  '""',
  '"\\u0000"',
  '"\\ud800"',
  '"../../etc/passwd"',
  '"__proto__"',
  '"=cmd|\' /C calc\'!A0"',
  '"<img src=x onerror=alert(1)>"',
  JSON.stringify('x'.repeat(20_000)),
  '[]',
  '[[]]',
  '{}',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"toString":1,"length":-1}',
  '['.repeat(300) + ']'.repeat(300),
  '['.repeat(100_000) + ']'.repeat(100_000),
  '{"a":'.repeat(50_000),
];

/** A JSON text with one to three of its values replaced, taken out or repeated; often damaged a little on top of it. */
export function mutateJson(text: string, random: Random): string {
  let mutant: unknown = JSON.parse(text);
  for (let count = 1 + random.below(3); count > 0; count--) mutant = mutate(mutant, random);
  const written = write(mutant);
  return random.chance(0.25) ? mutateText(written, random) : written;
}

/** A text with some of its characters replaced, taken out, put in, repeated, or cut off. */
export function mutateText(text: string, random: Random): string {
  let mutant = text;
  for (let count = 1 + random.below(4); count > 0; count--) {
    const at = random.below(mutant.length + 1);
    const length = random.below(random.chance(0.8) ? 8 : 2000);
    const piece = random.pick([...PIECES, mutant.slice(at, at + length), String.fromCharCode(random.below(0x10000))]);
    mutant = random.chance(0.15)
      ? mutant.slice(0, at)
      : mutant.slice(0, at) + (random.chance(0.3) ? '' : piece) + mutant.slice(at + (random.chance(0.5) ? length : 0));
  }
  return mutant;
}

const PIECES = ['\n', '\r\n', '\u2028', '\ufeff', ';', ';;;;;;', ',', '"', '""', '#', '\\', '{', '[', ']', '}', ':', '\0', '-', '.', 'e9', '\t']; // prettier-ignore

/** A text that is written as it is, in place of a value. */
class Raw {
  constructor(readonly text: string) {}
}

function mutate(value: unknown, random: Random): unknown {
  const isInner = typeof value === 'object' && value !== null && !(value instanceof Raw);
  if (!isInner || random.chance(0.12)) return new Raw(random.pick(HOSTILE));
  if (Array.isArray(value)) return mutateList([...(value as unknown[])], random);
  const entries = entriesOf(value);
  if (entries.length === 0) return new Raw(random.pick(HOSTILE));
  const at = random.below(entries.length);
  const [key, part] = entries[at]!;
  if (random.chance(0.1)) entries.splice(at, 1);
  else if (random.chance(0.05)) entries[at] = [random.pick(['__proto__', '', 'x'.repeat(5000), `${key} `]), part];
  else entries[at] = [key, mutate(part, random)];
  return new Map(entries); // an object would lose __proto__
}

function mutateList(list: unknown[], random: Random): unknown[] {
  if (list.length === 0) return [new Raw(random.pick(HOSTILE))];
  const at = random.below(list.length);
  if (random.chance(0.1)) list.splice(at, 1);
  else if (random.chance(0.1)) list.splice(at, 0, list[random.below(list.length)]);
  else if (random.chance(0.03)) return Array.from({ length: 3000 }, () => list[at]);
  else list[at] = mutate(list[at], random);
  return list;
}

function write(value: unknown): string {
  if (value instanceof Raw) return value.text;
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${entriesOf(value)
    .map(([key, part]) => `${JSON.stringify(key)}:${write(part)}`)
    .join(',')}}`;
}

const entriesOf = (value: object): [string, unknown][] =>
  value instanceof Map ? [...(value as Map<string, unknown>)] : Object.entries(value);
