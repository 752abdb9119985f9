import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dropPaths } from '../../scripts/drop-paths';
import type { GraphNode, GraphPort, GraphWeight, OnnxGraph } from '../../src/weights/onnx/onnx-graph';
import { writeOnnx } from '../../src/weights/onnx/write-onnx';
import { expect, test } from '../app-test';
import { addPackage, DEMO, packageCount, storedFiles } from '../journey-steps';

const INPUT: GraphPort = { name: 'images', elementType: 'float32', dims: [1, 3, 640, 640] };
const ROWS = [1, 25_200, 8];
const output = (name: string): GraphPort => ({ name, elementType: 'float32', dims: ROWS });

function numbers(name: string, values: readonly number[]): GraphWeight {
  const bytes = new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
  return {
    name,
    elementType: 'int64',
    dims: [values.length],
    data: { storedType: 'int64', byteLength: bytes.length, range: null, read: () => Promise.resolve(bytes) },
  };
}

const node = (
  op: string,
  inputs: readonly string[],
  to: string,
  attributes: GraphNode['attributes'] = {},
): GraphNode => ({
  op,
  inputs,
  outputs: [to],
  attributes,
});

/** The mean of the picture, so that nothing can be computed before there is one, as [1, 1, 1]. */
const MEAN = [
  node('ReduceMean', ['images'], 'mean', { axes: [1, 2, 3], keepdims: 1 }),
  node('Reshape', ['mean', 'one'], 'point'),
];
const ONE = numbers('one', [1, 1, 1]);
const ROWS_OF = numbers('rows', ROWS);

async function writeNetwork(folder: string, name: string, graph: Partial<OnnxGraph>): Promise<string> {
  const whole: OnnxGraph = {
    name,
    inputs: [INPUT],
    outputs: [output('output0')],
    nodes: [],
    weights: [],
    metadata: {},
    ...graph,
  };
  const parts: Uint8Array[] = [];
  for await (const part of writeOnnx(whole, { kind: 'single-file', weights: 'as-stored' })) parts.push(part);
  const path = join(folder, `${name}.onnx`);
  writeFileSync(path, Buffer.concat(parts));
  return path;
}

/** 40 GB of numbers from a file of some bytes. */
const hugeTensor: Partial<OnnxGraph> = {
  nodes: [
    ...MEAN,
    node('Expand', ['point', 'huge'], 'plane'),
    node('ReduceMean', ['plane'], 'again', { axes: [1, 2], keepdims: 1 }),
    node('Expand', ['again', 'rows'], 'output0'),
  ],
  weights: [ONE, ROWS_OF, numbers('huge', [1, 100_000, 100_000])],
};

const OUTPUTS = Array.from({ length: 5000 }, (_, index) => `output${index}`);
const thousandsOfOutputs: Partial<OnnxGraph> = {
  outputs: OUTPUTS.map(output),
  nodes: [...MEAN, ...OUTPUTS.map((name) => node('Expand', ['point', 'rows'], name))],
  weights: [ONE, ROWS_OF],
};

/** Days of multiplications. */
const STEPS = 20_000;
const endless: Partial<OnnxGraph> = {
  nodes: [
    ...MEAN,
    node('Expand', ['point', 'square'], 'step0'),
    ...Array.from({ length: STEPS }, (_, index) =>
      node('MatMul', [`step${index}`, `step${index}`], `step${index + 1}`),
    ),
    node('ReduceMean', [`step${STEPS}`], 'again', { axes: [1, 2], keepdims: 1 }),
    node('Expand', ['again', 'rows'], 'output0'),
  ],
  weights: [ONE, ROWS_OF, numbers('square', [1, 2048, 2048])],
};

async function openModels(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Models', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Model packages', level: 1 })).toBeVisible();
}

test.setTimeout(240_000); // a busy computer must not fail what is right

test('networks made to fill the memory or to name thousands of outputs are refused, and the app goes on', async ({
  open,
  folder,
}) => {
  mkdirSync(folder, { recursive: true });
  const { page } = await open();
  await openModels(page);
  for (const [name, graph] of Object.entries({ hugeTensor, thousandsOfOutputs })) {
    await dropPaths(page, [await writeNetwork(folder, name, graph)]);
    await expect(page.getByRole('alert').filter({ hasText: 'Nothing was stored' }), name).toBeVisible({
      timeout: 60_000,
    });
    expect(await packageCount(page)).toBe(0);
    expect(await storedFiles(page)).toBe(0);
    await page.getByRole('button', { name: 'Dismiss' }).click();
  }
  await addPackage(page, join(DEMO, 'package'));
});

test('a network that never answers is given up after ten minutes, with words', async ({ open, folder }) => {
  const { page } = await open();
  await page.clock.install();
  await page.reload();
  await page.waitForFunction(() => window.understory?.store.getState().start.step === 'ready');
  await openModels(page);
  await dropPaths(page, [await writeNetwork(folder, 'endless', endless)]);
  await page.waitForFunction(() =>
    window
      .understory!.store.getState()
      .packageJobs.some((job) => job.step === 'checking' && job.progress?.step === 'self-test'),
  );
  await page.clock.fastForward('09:00');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.clock.fastForward('02:00');
  await expect(page.getByRole('alert')).toContainText('endless.onnx gives no answer on this computer');
  expect(await storedFiles(page)).toBe(0);
  await expect.poll(() => page.workers().filter((worker) => worker.url().includes('package.worker')).length).toBe(0);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await addPackage(page, join(DEMO, 'package'));
});
