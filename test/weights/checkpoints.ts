import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKPOINTS_FOLDER } from '../../scripts/weights/checkpoints-folder';

// A run without checkpoints has shown nothing, so it must not look green.
if (!existsSync(CHECKPOINTS_FOLDER)) {
  throw new Error(`checkpoints: expected a folder at ${CHECKPOINTS_FOLDER}, found none; set CHECKPOINTS_DIR`);
}

/** A file of the checkpoints folder. */
export function checkpointPath(path: string): string {
  return join(CHECKPOINTS_FOLDER, path);
}

/** Files of a folder beside or below the checkpoints; empty when there is no such folder. */
export function filesIn(folder: string): readonly string[] {
  const path = checkpointPath(folder);
  return existsSync(path)
    ? readdirSync(path)
        .sort()
        .map((name) => join(path, name))
    : [];
}
