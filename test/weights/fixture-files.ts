import { inject } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    checkpointsFolder: string;
  }
}

/** A file of the checkpoints folder, read from a test in the browser; `../` leads beside it. Null when it is absent. */
export async function readCheckpointFile(path: string): Promise<Blob | null> {
  const response = await fetch(urlOf(path));
  return response.ok ? response.blob() : null;
}

/** A file that must be there. */
export async function requireCheckpointFile(path: string): Promise<Blob> {
  const file = await readCheckpointFile(path);
  // A run without checkpoints has shown nothing, so it must not look green.
  if (file === null) throw new Error(`checkpoints: no ${path} in ${inject('checkpointsFolder')}; set CHECKPOINTS_DIR`);
  return file;
}

/** Numbers of a .bin file. */
export async function readFloats(path: string): Promise<Float32Array> {
  return new Float32Array(await (await requireCheckpointFile(path)).arrayBuffer());
}

/** A made-up picture of a run (fullsize/pattern.mjs). */
export interface PictureRecipe {
  readonly seed: number;
  readonly n: number;
  readonly height: number;
  readonly width: number;
  readonly layout: 'NCHW' | 'NHWC';
}

/** Draws the input of a run with the fixtures' own program. */
export async function drawInput(
  recipe: PictureRecipe,
): Promise<{ readonly input: Float32Array; readonly dims: readonly number[] }> {
  const { n, height, width, layout } = recipe;
  const pattern = (await import(/* @vite-ignore */ urlOf('fullsize/pattern.mjs'))) as {
    readonly inputPicture: (recipe: PictureRecipe) => Float32Array;
  };
  const dims = layout === 'NCHW' ? [n, 3, height, width] : [n, height, width, 3];
  return { input: pattern.inputPicture(recipe), dims };
}

function urlOf(path: string): string {
  return new URL(`/@fs${inject('checkpointsFolder')}/${path}`, location.href).href;
}
