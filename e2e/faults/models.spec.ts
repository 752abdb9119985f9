import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PbfWriter } from 'pbf';
import { dropPaths } from '../../scripts/drop-paths';
import type { GraphNode, GraphPort, GraphWeight, OnnxGraph } from '../../src/weights/onnx/onnx-graph';
import { writeNode, writeOpset, writePort, writeTensorHead } from '../../src/weights/onnx/onnx-messages';
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

/**
 * A loop that asks each time whether to go on, and is told yes: an operator with a network of its own in it, which the app's
 * writer of networks has no use for. The numbers of the fields are those of onnx.proto.
 */
function endlessLoop(): Uint8Array {
  const model = new PbfWriter();
  model.writeVarintField(1, 8);
  model.writeMessage(7, writeLoopingGraph, null);
  model.writeMessage(8, writeOpset, 17);
  return model.finish();
}

function writeLoopingGraph(_graph: null, pbf: PbfWriter): void {
  const goOn = node('Cast', ['yes'], 'goOn', { to: 9 });
  for (const one of [...MEAN, goOn]) pbf.writeMessage(1, writeNode, one);
  pbf.writeMessage(1, writeLoop, null);
  pbf.writeMessage(1, writeNode, node('Expand', ['last', 'rows'], 'output0'));
  pbf.writeStringField(2, 'endless');
  for (const [name, values] of Object.entries({ one: [1, 1, 1], rows: ROWS, yes: [1] })) {
    pbf.writeMessage(5, writeNumbers, { name, values });
  }
  pbf.writeMessage(11, writePort, INPUT);
  pbf.writeMessage(12, writePort, output('output0'));
}

/** Without a number of turns; what is handed from turn to turn changes its sign. */
function writeLoop(_node: null, pbf: PbfWriter): void {
  for (const input of ['', 'goOn', 'point']) pbf.writeStringField(1, input);
  pbf.writeStringField(2, 'last');
  pbf.writeStringField(4, 'Loop');
  pbf.writeMessage(
    5,
    (_attribute: null, attribute) => {
      attribute.writeStringField(1, 'body');
      attribute.writeMessage(6, writeTurn, null);
      attribute.writeVarintField(20, 5); // a graph
    },
    null,
  );
}

function writeTurn(_body: null, pbf: PbfWriter): void {
  pbf.writeMessage(1, writeNode, node('Identity', ['condition'], 'conditionOut'));
  pbf.writeMessage(1, writeNode, node('Neg', ['value'], 'valueOut'));
  pbf.writeStringField(2, 'turn');
  const writeName = (name: string, port: PbfWriter) => port.writeStringField(1, name);
  for (const name of ['turns', 'condition', 'value']) pbf.writeMessage(11, writeName, name);
  for (const name of ['conditionOut', 'valueOut']) pbf.writeMessage(12, writeName, name);
}

function writeNumbers({ name, values }: { readonly name: string; readonly values: readonly number[] }, pbf: PbfWriter) {
  writeTensorHead({ name, dims: [values.length], elementType: 'int64', external: null }, pbf);
  pbf.writeBytesField(9, new Uint8Array(BigInt64Array.from(values, BigInt).buffer));
}

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

test('a network with an endless loop is given up after ten minutes, with words, and the app goes on', async ({
  open,
  folder,
}) => {
  const { page } = await open();
  await page.clock.install();
  await page.reload();
  await page.waitForFunction(() => window.understory?.store.getState().start.step === 'ready');
  await openModels(page);
  const path = join(folder, 'endless.onnx');
  writeFileSync(path, endlessLoop());
  await dropPaths(page, [path]);
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
