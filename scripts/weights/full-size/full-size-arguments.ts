import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ArgumentError } from '../argument-error';

export const USAGE = `npm run check:full-size -- [--folder DIR] [--photos DIR] [--only import|run]
  Makes two checkpoints of the official sizes (505 MB) in --folder, imports them in a browser, compares their numbers
  with PyTorch's, and runs both on three photos through the built app. Wants about 4 GB of memory and some minutes.`;

const PARTS = ['import', 'run'] as const;

export interface FullSizeArguments {
  /** Where the files are made; kept for the next time. */
  readonly folder: string;
  readonly photos: string;
  readonly parts: readonly (typeof PARTS)[number][];
}

/** @throws ArgumentError */
export function parseFullSizeArguments(words: readonly string[], photos: string): FullSizeArguments {
  const values = parseWords(words);
  const only = PARTS.find((part) => part === values.only);
  if (values.only !== undefined && only === undefined) {
    throw new ArgumentError(`--only wants ${PARTS.join(' or ')}, got "${values.only}".`);
  }
  const wanted = {
    folder: resolve(values.folder ?? 'node_modules/.cache/full-size'),
    photos: resolve(values.photos ?? photos),
    parts: only === undefined ? PARTS : [only],
  };
  if (!existsSync(wanted.photos)) throw new ArgumentError(`--photos: no folder at ${wanted.photos}.`);
  return wanted;
}

function parseWords(words: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    const options = { folder: text, photos: text, only: text };
    return parseArgs({ args: [...words], strict: true, allowPositionals: false, options }).values;
  } catch (error) {
    throw new ArgumentError(error instanceof Error ? error.message : String(error));
  }
}
