import { expect } from 'vitest';
import type { NetworkOutputs } from './checkpoint-api';
import { compareNumbers } from './compare-numbers';
import { readFloats } from './fixture-files';
import type { FixtureTensor, GraphModuleRun, Tolerance, YoloRun } from './fixture-index';

/** Largest differences by output, for the record. */
export type Differences = Readonly<Record<string, number>>;

/** Expects one output to be the recorded one, shape and numbers. @returns the largest difference */
export async function expectTensor(
  outputs: NetworkOutputs,
  name: string,
  recorded: FixtureTensor,
  path: string,
  tolerance: Tolerance,
): Promise<number> {
  const output = outputs[name];
  if (output === undefined) throw new Error(`expected an output "${name}", got ${Object.keys(outputs).join(', ')}`);
  expect(output.dims, name).toEqual(recorded.shape);
  const { largest, outside } = compareNumbers(output.data, await readFloats(path), tolerance);
  expect(outside, `${name}: largest difference ${largest}`).toBe(0);
  return largest;
}

export async function expectHeads(outputs: NetworkOutputs, run: YoloRun, folder: string): Promise<Differences> {
  const differences: Record<string, number> = {};
  for (const [level, head] of run.heads.entries()) {
    const name = `head${level}`;
    differences[name] = await expectTensor(outputs, name, head, `${folder}/${head.file}`, run.tolerance.headLogits);
  }
  expect(Object.keys(outputs)).toHaveLength(run.heads.length);
  return differences;
}

export async function expectLogits(
  outputs: NetworkOutputs,
  run: GraphModuleRun,
  folder: string,
  tolerance: GraphModuleRun['tolerance'],
): Promise<Differences> {
  const { logits, embedding } = run;
  return {
    logits: await expectTensor(outputs, 'logits', logits, `${folder}/${logits.file}`, tolerance.logits),
    embedding: await expectTensor(outputs, 'embedding', embedding, `${folder}/${embedding.file}`, tolerance.embedding),
  };
}

/** Expects two answers to be the same to the last bit. */
export function expectSame(got: NetworkOutputs, want: NetworkOutputs): void {
  expect(Object.keys(got)).toEqual(Object.keys(want));
  for (const [name, { data, dims }] of Object.entries(want)) {
    expect(got[name]?.dims, name).toEqual(dims);
    expect(compareNumbers(got[name]!.data, data, { abs: 0, rel: 0 }), name).toEqual({ largest: 0, outside: 0 });
  }
}
