import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { BaseFile } from './create-mutant';

/**
 * The undamaged files of a checkpoints folder: `small/*.pt` and `negative/control-*.pt`, in the order of their names.
 * @throws Error when there are none
 */
export function readBases(folder: string): readonly BaseFile[] {
  const bases = [
    ...listFiles(join(folder, 'small'), /\.pt$/),
    ...listFiles(join(folder, 'negative'), /^control-.*\.pt$/),
  ].map((path) => {
    const content = readFileSync(path);
    return { name: relative(folder, path), bytes: new Uint8Array(content), hasCode: content.includes('def forward(') };
  });
  if (bases.length === 0) throw new Error(`expected small/*.pt and negative/control-*.pt in ${folder}, found none`);
  return bases;
}

function listFiles(folder: string, pattern: RegExp): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => join(folder, name));
}
