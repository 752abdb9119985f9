import { ParseError } from '../../../src/domain/parse-error';
import { createRandom } from '../../weights/fuzz/random';
import { FUZZ_TARGETS, type FuzzTarget } from './fuzz-targets';

export interface ParserReport {
  readonly name: string;
  readonly accepted: number;
  readonly refused: number;
  readonly slowestMs: number;
  /** `number 12: TypeError: …`: the case can be made again from seed and number. */
  readonly findings: readonly string[];
}

export interface FuzzOrder {
  readonly count: number;
  readonly seed: number;
}

/** Tries damaged files on every reader: each must be read, or refused with words, and nothing else. */
export async function fuzzParsers(order: FuzzOrder, onReport: (report: ParserReport) => void): Promise<void> {
  for (const [index, target] of FUZZ_TARGETS.entries()) onReport(await fuzzTarget(target, index, order));
}

async function fuzzTarget(target: FuzzTarget, index: number, { count, seed }: FuzzOrder): Promise<ParserReport> {
  const findings: string[] = [];
  let [accepted, refused, slowestMs] = [0, 0, 0];
  for (let number = 0; number < count; number++) {
    const mutant = target.mutate(createRandom(seed, index, number));
    const file = new Blob([typeof mutant === 'string' ? mutant : Uint8Array.from(mutant)]);
    const startedAt = performance.now();
    try {
      const value = await target.read(file);
      accepted += 1;
      const wrongNumber = target.keepsUnknownKeys === true ? null : findWrongNumber(value);
      const wrong = wrongNumber ?? target.check?.(value as never) ?? findPollution();
      if (wrong !== null) findings.push(`number ${number}: accepted with ${wrong}`);
    } catch (error) {
      refused += 1;
      if (!(error instanceof ParseError)) findings.push(`number ${number}: ${String(error)}`);
    }
    slowestMs = Math.max(slowestMs, performance.now() - startedAt);
  }
  return { name: target.name, accepted, refused, slowestMs, findings };
}

/** A number that is none, anywhere in it. Without recursion: values may stand deep in each other. */
function findWrongNumber(value: unknown): string | null {
  const waiting = [value];
  for (let next = waiting.pop(); waiting.length > 0 || next !== undefined; next = waiting.pop()) {
    if (typeof next === 'number' && !Number.isFinite(next)) return `the number ${next}`;
    if (typeof next !== 'object' || next === null) continue;
    for (const part of next instanceof Map ? [...(next as Map<unknown, unknown>)] : Object.values(next)) {
      if (part !== undefined) waiting.push(part);
    }
  }
  return null;
}

/** What a file may never do: give every object of the program something. */
function findPollution(): string | null {
  return 'polluted' in {} ? 'a change of all objects' : null;
}
