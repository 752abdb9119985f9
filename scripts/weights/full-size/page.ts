import { startCheckpointWorker, STORAGES } from '../../../test/weights/checkpoint-client';
import type { PictureRecipe } from '../../../test/weights/fixture-files';
import type { ImportedFacts } from '../../../test/weights/checkpoint-api';

/** What an import did to the page. */
export interface PageImport {
  readonly facts: ImportedFacts;
  readonly milliseconds: number;
  /** Longest time that the main thread was busy, ms; 0 when never above 50. */
  readonly longestTaskMs: number;
}

/** Outputs by name, in a form that leaves the page quickly. */
export type PageOutputs = Readonly<Record<string, { readonly dims: readonly number[]; readonly data: number[] }>>;

declare global {
  interface Window {
    fullSize: {
      /** Imports the file of the page's input. */
      open(side: { readonly height: number; readonly width: number }): Promise<PageImport>;
      /** Runs it on WASM, weights in the file. @param program address of fullsize/pattern.mjs */
      run(recipe: PictureRecipe, program: string): Promise<PageOutputs>;
    };
  }
}

const worker = startCheckpointWorker();

window.fullSize = {
  async open(side) {
    const file = document.querySelector('input')?.files?.[0];
    if (file === undefined) throw new Error('expected a file in the input');
    let longestTaskMs = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
    });
    observer.observe({ type: 'longtask' });
    const startedAt = performance.now();
    const facts = await worker.open(file, side);
    const milliseconds = performance.now() - startedAt;
    observer.disconnect();
    return { facts, milliseconds, longestTaskMs };
  },
  async run(recipe, program) {
    const { inputPicture } = (await import(/* @vite-ignore */ program)) as {
      readonly inputPicture: (recipe: PictureRecipe) => Float32Array;
    };
    const { n, height, width, layout } = recipe;
    const dims = layout === 'NCHW' ? [n, 3, height, width] : [n, height, width, 3];
    const outputs = await worker.run({ input: inputPicture(recipe), dims }, STORAGES.external);
    return Object.fromEntries(
      Object.entries(outputs).map(([name, output]) => [name, { dims: output.dims, data: Array.from(output.data) }]),
    );
  },
};
