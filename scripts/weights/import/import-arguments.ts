import { existsSync, readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ArgumentError } from '../argument-error';

export const USAGE = `npm run import-weights -- FILE… --out public/models/NAME [--storage external|single-file|float16] [--force]
  FILE: checkpoints (.pt), archives (.tar.gz, .zip) or folders as their authors publish them.
  external     the checkpoint lies beside the small .onnx file that refers to its weights (default)
  single-file  one .onnx file with the weights as the checkpoint has them
  float16      one .onnx file, large float32 weights rounded to halves: half the size, nearly the same numbers`;

const STORAGES = ['external', 'single-file', 'float16'] as const;

/** How the networks of a package keep their weights. */
export type PackageStorage = (typeof STORAGES)[number];

export interface ImportArguments {
  readonly inputs: readonly string[];
  readonly out: string;
  readonly storage: PackageStorage;
  /** What is in `out` may be replaced. */
  readonly force: boolean;
}

/** @throws ArgumentError */
export function parseImportArguments(words: readonly string[]): ImportArguments {
  const { values, positionals } = parseWords(words);
  if (positionals.length === 0) throw new ArgumentError('FILE is missing: what should be imported?');
  if (values.out === undefined || values.out === '') throw new ArgumentError('--out is missing.');
  const storage = STORAGES.find((choice) => choice === (values.storage ?? 'external'));
  if (storage === undefined) {
    throw new ArgumentError(`--storage wants ${STORAGES.join(' or ')}, got "${values.storage ?? ''}".`);
  }
  const force = values.force === true;
  const inputs = positionals.map(existing);
  const out = freeFolder(values.out, force);
  const inside = inputs.find((input) => `${input}/`.startsWith(`${out}/`) || `${out}/`.startsWith(`${input}/`));
  if (inside !== undefined) throw new ArgumentError(`--out: ${out} and ${inside} lie inside each other.`);
  return { inputs, out, storage, force };
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      strict: true,
      allowPositionals: true,
      options: { out: { type: 'string' }, storage: { type: 'string' }, force: { type: 'boolean' } },
    });
  } catch (error) {
    throw new ArgumentError(error instanceof Error ? error.message : String(error));
  }
}

function existing(path: string): string {
  const full = resolve(path);
  if (!existsSync(full)) throw new ArgumentError(`there is nothing at ${full}.`);
  return full;
}

function freeFolder(path: string, force: boolean): string {
  const full = resolve(path);
  if (!existsSync(full)) return full;
  if (!statSync(full).isDirectory()) throw new ArgumentError(`--out: ${full} is a file.`);
  const names = readdirSync(full);
  if (names.length === 0) return full;
  if (!force) throw new ArgumentError(`--out: ${full} is not empty; --force replaces what is there.`);
  // Somebody's documents are not to be lost by a slip of the fingers.
  if (!names.includes('info.json')) throw new ArgumentError(`--out: ${full} is no package: it has no info.json.`);
  return full;
}
