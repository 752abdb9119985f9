import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const USAGE = `npm run analyze -- --folder DIR --package DIR_OR_FILE --out FILE
  [--run full|detector|classifier|ensemble] [--detections FILE] [--classifications FILE]
  [--instances FILE] [--continue FILE] [--target-species FILE] [--species-per animal|image]
  [--country KEN] [--admin1 CA] [--place-from-coordinates] [--no-geofence] [--geofence-rules FILE] [--no-rollup]
  [--smoothing off|images|events] [--event-gap SECONDS] [--format speciesnet|megadetector|timelapse] [--raw-classifications]
  [--backend auto|webgpu|wasm] [--threads N] [--workers N] [--networks fast|stored] [--profile DIR] [--report FILE]
  --package demo uses the demonstration package.`;

const FORMATS = ['speciesnet', 'megadetector', 'timelapse'] as const;
const RUNS = ['full', 'detector', 'classifier', 'ensemble'] as const;
const SPECIES_PER = ['animal', 'image'] as const;
const SMOOTHING = ['off', 'images', 'events'] as const;
const NETWORKS = ['fast', 'stored'] as const;
const BACKENDS = ['auto', 'webgpu', 'wasm'] as const;

export interface AnalyzeArguments {
  readonly folder: string;
  /** A path, or "demo". */
  readonly modelPackage: string;
  readonly out: string;
  readonly formatId: (typeof FORMATS)[number];
  /** The classifier's own best classes too, where the format has room for them. */
  readonly rawClassifications: boolean;
  readonly run: (typeof RUNS)[number];
  /** Result files of the reference programs, by what they are for. */
  readonly files: InputFiles;
  readonly speciesPer: (typeof SPECIES_PER)[number];
  readonly country: string | null;
  readonly admin1Region: string | null;
  readonly placeFromCoordinates: boolean;
  readonly geofence: boolean;
  readonly rollup: boolean;
  readonly smoothing: (typeof SMOOTHING)[number];
  readonly eventGapSeconds: number | null;
  readonly backend: (typeof BACKENDS)[number];
  readonly threads: number | null;
  /** Null: the run finds out how many are fastest. */
  readonly workers: number | null;
  /** `stored`: never in the fast form. */
  readonly networks: (typeof NETWORKS)[number];
  readonly profile: string | null;
  readonly report: string | null;
}

/** Files that are dropped on the survey after its folder; null = not given. */
export interface InputFiles {
  readonly detections: string | null;
  readonly classifications: string | null;
  readonly instances: string | null;
  /** Predictions of an earlier, unfinished run: the images in it are not run again. */
  readonly continue: string | null;
  readonly targetSpecies: string | null;
  readonly geofenceRules: string | null;
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
  const run = oneOf('--run', values.run ?? 'full', RUNS);
  const files = inputFiles(values);
  checkFilesOf(run, files);
  return {
    folder: existingFolder(required(values.folder, '--folder')),
    modelPackage: existingPackage(required(values.package, '--package')),
    out: resolve(required(values.out, '--out')),
    formatId: oneOf('--format', values.format ?? 'speciesnet', FORMATS),
    rawClassifications: values['raw-classifications'] === true,
    run,
    files,
    speciesPer: oneOf('--species-per', values['species-per'] ?? 'animal', SPECIES_PER),
    country: country ?? null,
    admin1Region: admin1 ?? null,
    placeFromCoordinates: values['place-from-coordinates'] === true,
    geofence: values['no-geofence'] !== true,
    rollup: values['no-rollup'] !== true,
    smoothing: oneOf('--smoothing', values.smoothing ?? 'off', SMOOTHING),
    eventGapSeconds: wholeNumber('--event-gap', values['event-gap']),
    backend: oneOf('--backend', values.backend ?? 'auto', BACKENDS),
    threads: wholeNumber('--threads', values.threads),
    workers: wholeNumber('--workers', values.workers),
    networks: oneOf('--networks', values.networks ?? 'stored', NETWORKS),
    profile: values.profile === undefined ? null : resolve(values.profile),
    report: values.report === undefined ? null : resolve(values.report),
  };
}

function parseWords(words: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
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
        'raw-classifications': flag,
        run: text,
        detections: text,
        classifications: text,
        instances: text,
        continue: text,
        'target-species': text,
        'species-per': text,
        country: text,
        admin1: text,
        'place-from-coordinates': flag,
        'no-geofence': flag,
        'geofence-rules': text,
        'no-rollup': flag,
        smoothing: text,
        'event-gap': text,
        backend: text,
        threads: text,
        workers: text,
        networks: text,
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

function inputFiles(values: ReturnType<typeof parseWords>): InputFiles {
  return {
    detections: existingFile('--detections', values.detections),
    classifications: existingFile('--classifications', values.classifications),
    instances: existingFile('--instances', values.instances),
    continue: existingFile('--continue', values.continue),
    targetSpecies: existingFile('--target-species', values['target-species']),
    geofenceRules: existingFile('--geofence-rules', values['geofence-rules']),
  };
}

function checkFilesOf(run: (typeof RUNS)[number], { detections, classifications }: InputFiles): void {
  if (run === 'ensemble' && (detections === null || classifications === null)) {
    throw new ArgumentError('--run ensemble needs --detections and --classifications.');
  }
  if (run !== 'ensemble' && classifications !== null) {
    throw new ArgumentError('--classifications is for --run ensemble only.');
  }
  if (detections !== null && run !== 'ensemble' && run !== 'classifier') {
    throw new ArgumentError('--detections is for --run classifier and --run ensemble only.');
  }
}

function existingFile(name: string, path: string | undefined): string | null {
  if (path === undefined) return null;
  const full = resolve(path);
  if (!existsSync(full) || !statSync(full).isFile()) throw new ArgumentError(`${name}: no file at ${full}.`);
  return full;
}

function wholeNumber(name: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) {
    throw new ArgumentError(`${name} wants a whole number from 1, got "${text}".`);
  }
  return count;
}

function oneOf<Choice extends string>(name: string, value: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new ArgumentError(`${name} wants ${choices.join(' or ')}, got "${value}".`);
  return found;
}
