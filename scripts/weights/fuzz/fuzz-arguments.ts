import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ArgumentError } from '../argument-error';

export const USAGE = `npm run fuzz:weights -- [--count 20000] [--seed 1] [--first 0] [--jobs N] [--folder DIR] [--findings DIR]
  The same seed and number make the same file; --first NUMBER --count 1 tries one of them again.`;

export interface FuzzArguments {
  readonly count: number;
  readonly seed: number;
  /** Number of the first mutant. */
  readonly first: number;
  /** Processes side by side. */
  readonly jobs: number;
  /** The checkpoints to start from. */
  readonly folder: string;
  /** Where files that were not handled as they must are written. */
  readonly findings: string;
}

/** @throws ArgumentError */
export function parseFuzzArguments(words: readonly string[], checkpoints: string): FuzzArguments {
  const values = parseWords(words);
  const folder = resolve(values.folder ?? checkpoints);
  if (!existsSync(folder)) throw new ArgumentError(`--folder: no folder at ${folder}.`);
  return {
    count: wholeNumber('--count', values.count, 20_000, 1),
    seed: wholeNumber('--seed', values.seed, 1, 0),
    first: wholeNumber('--first', values.first, 0, 0),
    jobs: wholeNumber('--jobs', values.jobs, Math.max(1, availableParallelism() - 1), 1),
    folder,
    findings: resolve(values.findings ?? 'test-results/fuzz'),
  };
}

function parseWords(words: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    const options = { count: text, seed: text, first: text, jobs: text, folder: text, findings: text };
    return parseArgs({ args: [...words], strict: true, allowPositionals: false, options }).values;
  } catch (error) {
    throw new ArgumentError(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(name: string, text: string | undefined, otherwise: number, least: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) {
    throw new ArgumentError(`${name} wants a whole number from ${least}, got "${text}".`);
  }
  return value;
}
