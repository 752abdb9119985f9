import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const USAGE = `npm run analyze -- --folder DIR --package DIR_OR_FILE --out FILE
  [--format speciesnet|megadetector] [--country KEN] [--admin1 CA] [--no-geofence]
  [--backend auto|webgpu|wasm] [--threads N] [--profile DIR] [--report FILE]
  --package demo uses the demonstration package.`;

const FORMATS = { speciesnet: 'speciesnet', megadetector: 'megadetector' } as const;
const BACKENDS = ['auto', 'webgpu', 'wasm'] as const;

export interface AnalyzeArguments {
  readonly folder: string;
  /** A path, or "demo". */
  readonly modelPackage: string;
  readonly out: string;
  readonly formatId: (typeof FORMATS)[keyof typeof FORMATS];
  readonly country: string | null;
  readonly admin1Region: string | null;
  readonly geofence: boolean;
  readonly backend: (typeof BACKENDS)[number];
  readonly threads: number | null;
  readonly profile: string | null;
  readonly report: string | null;
}

/** Wrong arguments: one clear line, exit code 2. */
export class ArgumentError extends Error {}

/** @throws ArgumentError */
export function parseAnalyzeArguments(words: readonly string[]): AnalyzeArguments {
  const values = parseWords(words);
  const { country, admin1 } = values;
  if (admin1 !== undefined && country === undefined) throw new ArgumentError('--admin1 needs --country.');
  if (country !== undefined && !/^[A-Z]{3}$/.test(country)) {
    throw new ArgumentError(`--country wants three capital letters (ISO 3166-1 alpha-3), got "${country}".`);
  }
  return {
    folder: existingFolder(required(values.folder, '--folder')),
    modelPackage: existingPackage(required(values.package, '--package')),
    out: resolve(required(values.out, '--out')),
    formatId: FORMATS[oneOf('--format', values.format ?? 'speciesnet', ['speciesnet', 'megadetector'] as const)],
    country: country ?? null,
    admin1Region: admin1 ?? null,
    geofence: values['no-geofence'] !== true,
    backend: oneOf('--backend', values.backend ?? 'auto', BACKENDS),
    threads: threadCount(values.threads),
    profile: values.profile === undefined ? null : resolve(values.profile),
    report: values.report === undefined ? null : resolve(values.report),
  };
}

function parseWords(words: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...words],
      strict: true,
      allowPositionals: false,
      options: {
        folder: text,
        package: text,
        out: text,
        format: text,
        country: text,
        admin1: text,
        'no-geofence': { type: 'boolean' },
        backend: text,
        threads: text,
        profile: text,
        report: text,
      },
    }).values;
  } catch (error) {
    throw new ArgumentError(error instanceof Error ? error.message : String(error));
  }
}

function required(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new ArgumentError(`${name} is missing.`);
  return value;
}

function existingFolder(path: string): string {
  const full = resolve(path);
  if (!existsSync(full) || !statSync(full).isDirectory()) throw new ArgumentError(`--folder: no folder at ${full}.`);
  return full;
}

function existingPackage(path: string): string {
  if (path === 'demo') return path;
  const full = resolve(path);
  if (!existsSync(full)) throw new ArgumentError(`--package: nothing at ${full}.`);
  return full;
}

function threadCount(text: string | undefined): number | null {
  if (text === undefined) return null;
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new ArgumentError(`--threads wants a whole number from 1, got "${text}".`);
  return count;
}

function oneOf<Choice extends string>(name: string, value: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new ArgumentError(`${name} wants ${choices.join(' or ')}, got "${value}".`);
  return found;
}
