import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Checkpoints to test with: `CHECKPOINTS_DIR`, else beside the project. Relative paths start at the project's folder. */
export const CHECKPOINTS_FOLDER = resolve(root, process.env['CHECKPOINTS_DIR'] ?? '../shared/checkpoints');
