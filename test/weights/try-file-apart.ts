import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TriedFile } from './tried-file';

const run = promisify(execFile);
const DEADLINE_MS = 60_000;

/** What became of a file, and everything that the process printed before. */
export interface TriedApart {
  readonly tried: TriedFile;
  readonly printed: string;
}

/** Tries a checkpoint in a process of its own, so that its memory can be measured and nothing in it reaches this one. */
export async function tryFileApart(path: string, options: { readonly isRun: boolean }): Promise<TriedApart> {
  const words = [
    '--import',
    'tsx',
    join(import.meta.dirname, 'try-file.ts'),
    path,
    ...(options.isRun ? ['--run'] : []),
  ];
  const { stdout, stderr } = await run(process.execPath, words, { timeout: DEADLINE_MS, maxBuffer: 64 * 1024 ** 2 });
  const lines = stdout.trimEnd().split('\n');
  return { tried: JSON.parse(lines.at(-1) ?? '') as TriedFile, printed: [...lines.slice(0, -1), stderr].join('\n') };
}
