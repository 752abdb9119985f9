import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { BrowserCommand } from 'vitest/node';

const projectRoot = resolve(import.meta.dirname, '../..');

/** Where the vectors lie: see test/golden/golden-folder.ts. */
const goldenFolder = resolve(projectRoot, process.env['GOLDEN_DIR'] ?? '../shared/golden/open');

/** Photos lie beside the vectors, in a folder of the same name; else in the default one. */
const photoFolders = [
  resolve(goldenFolder, '../../photos', basename(goldenFolder)),
  resolve(projectRoot, '../shared/photos/open'),
];

/** Text of a vector file; null when it is absent. Fails when the whole folder is: a run without vectors shows nothing. */
export const readGoldenFile: BrowserCommand<[path: string], Promise<string | null>> = (_context, path) => {
  if (!existsSync(goldenFolder)) {
    throw new Error(`golden vectors: expected a folder at ${goldenFolder}, found none; set GOLDEN_DIR`);
  }
  const file = resolve(goldenFolder, path);
  return Promise.resolve(existsSync(file) ? readFileSync(file, 'utf8') : null);
};

/** A photo as base64; null when it is absent. */
export const readPhotoFile: BrowserCommand<[path: string], Promise<string | null>> = (_context, path) => {
  const file = photoFolders.map((folder) => resolve(folder, path)).find((candidate) => existsSync(candidate));
  return Promise.resolve(file === undefined ? null : readFileSync(file, 'base64'));
};

declare module 'vitest/browser' {
  interface BrowserCommands {
    readGoldenFile: (path: string) => Promise<string | null>;
    readPhotoFile: (path: string) => Promise<string | null>;
  }
}
