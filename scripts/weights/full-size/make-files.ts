import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CHECKPOINTS_FOLDER } from '../checkpoints-folder';
import type { FullSizeCase } from './full-size-index';

/** The program beside the recipes, which rebuilds a file byte for byte and checks its hash. */
interface CheckpointMaker {
  readonly makeCheckpoint: (name: string, write: (bytes: Uint8Array) => Promise<void>) => Promise<unknown>;
}

/** Makes the checkpoint of a case, unless it is there. @returns its path */
export async function makeFile({ id, rebuilt }: FullSizeCase, folder: string): Promise<string> {
  const path = join(folder, `${id}.pt`);
  if (existsSync(path) && statSync(path).size === rebuilt.bytes) return path;
  mkdirSync(folder, { recursive: true });
  const program = pathToFileURL(join(CHECKPOINTS_FOLDER, 'fullsize', 'make-checkpoint.mjs')).href;
  const { makeCheckpoint } = (await import(program)) as CheckpointMaker;
  const file = await open(`${path}.part`, 'w');
  try {
    await makeCheckpoint(id, async (bytes) => {
      let done = 0;
      while (done < bytes.length) done += (await file.write(bytes, done)).bytesWritten;
    });
  } finally {
    await file.close();
  }
  renameSync(`${path}.part`, path);
  return path;
}
