import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CHECKPOINTS_FOLDER } from '../../scripts/weights/checkpoints-folder';
import { readJson } from '../read-json';
import type { PictureRecipe } from './fixture-files';
import type { FixtureIndex, YoloCase } from './fixture-index';

/** Checkpoints as Node's tests read them; these tests are skipped where the folder is absent. */
export const hasFixtures = existsSync(CHECKPOINTS_FOLDER);
if (!hasFixtures) console.warn(`tests are skipped: no checkpoints at ${CHECKPOINTS_FOLDER}; set CHECKPOINTS_DIR`);

export function fixtureFile(path: string): string {
  return join(CHECKPOINTS_FOLDER, path);
}

/** The YOLOv5 cases of small/index.json; none where the folder is absent. */
export function readYoloCases(): readonly YoloCase[] {
  if (!hasFixtures) return [];
  const { cases } = readJson(fixtureFile('small/index.json')) as FixtureIndex;
  return cases.filter((one) => one.family === 'yolov5');
}

/** Numbers of a .bin file. */
export async function readFixtureFloats(path: string): Promise<Float32Array> {
  return new Float32Array(new Uint8Array(await readFile(fixtureFile(path))).buffer);
}

/** Draws the input of a run with the fixtures' own program. */
export async function drawFixtureInput(recipe: PictureRecipe): Promise<Float32Array> {
  const { inputPicture } = (await import(fixtureFile('fullsize/pattern.mjs'))) as {
    readonly inputPicture: (recipe: PictureRecipe) => Float32Array;
  };
  return inputPicture(recipe);
}
