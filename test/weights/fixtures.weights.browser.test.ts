import { afterAll, describe, expect, it } from 'vitest';
import { FLOAT16, startCheckpointWorker, STORAGES } from './checkpoint-client';
import type { ImportedFacts } from './checkpoint-api';
import { expectLogits, expectSame } from './expect-outputs';
import { expectRun } from './expect-run';
import { drawInput, requireCheckpointFile } from './fixture-files';
import type { FixtureIndex, GraphModuleCase, YoloCase } from './fixture-index';

const { cases } = JSON.parse(await (await requireCheckpointFile('small/index.json')).text()) as FixtureIndex;
const worker = startCheckpointWorker();
afterAll(() => worker.dispose());

function expectYoloFacts(facts: ImportedFacts, fixture: YoloCase): void {
  if (facts.family !== 'yolov5') throw new Error(`expected a YOLOv5, got a ${facts.family}`);
  const { levels, imageSize, letterboxStride } = facts.heads;
  expect(facts.names).toEqual(fixture.facts.names);
  expect(levels.map(({ stride }) => stride)).toEqual(fixture.facts.strides);
  // Stored as halves in units of the stride: 3 digits.
  const anchors = levels.map((level) => level.anchors.flat()).flat();
  const expected = fixture.facts.anchorsPixels.flat(2);
  expect(anchors).toHaveLength(expected.length);
  anchors.forEach((value, index) => expect(value).toBeCloseTo(expected[index]!, 3));
  expect([imageSize, letterboxStride]).toEqual([fixture.megadetectorInfo?.image_size ?? 1280, 64]);
}

function expectGraphModuleFacts(facts: ImportedFacts, fixture: GraphModuleCase): void {
  const { classes, embedding, embeddingModule } = fixture.facts;
  expect(facts).toMatchObject({ classCount: classes, embedding: { module: embeddingModule, size: embedding } });
}

describe.each(cases.map((fixture) => [fixture.id, fixture] as const))('small/%s', (_id, fixture) => {
  const open = async () =>
    worker.open(await requireCheckpointFile(`small/${fixture.file}`), fixture.runs[0]!.generator);

  it('gives its facts, and the numbers of PyTorch in every way of storing them', async () => {
    const facts = await open();
    expect(facts.warnings).toEqual([]);
    if (fixture.family === 'yolov5') expectYoloFacts(facts, fixture);
    else expectGraphModuleFacts(facts, fixture);
    for (const index of fixture.runs.keys()) {
      const picture = await drawInput(fixture.runs[index]!.generator);
      const external = await worker.run(picture, STORAGES.external);
      await expectRun(fixture, index, external, facts, 'small');
      expectSame(await worker.run(picture, STORAGES['as stored']), external);
      expectSame(await worker.run(picture, STORAGES.float32), external);
    }
  });

  it('gives the same numbers on WebGPU', async () => {
    const facts = await open();
    // The last run is the one of several pictures.
    const index = fixture.runs.length - 1;
    const outputs = await worker.run(await drawInput(fixture.runs[index]!.generator), STORAGES.external, 'webgpu');
    await expectRun(fixture, index, outputs, facts, 'small');
  });
});

const graphModules = cases.filter((fixture) => fixture.family !== 'yolov5');

it.each(graphModules.map((fixture) => [fixture.id, fixture] as const))(
  'small/%s stays near with weights rounded to halves',
  async (_id, fixture) => {
    const run = fixture.runs[0]!;
    await worker.open(await requireCheckpointFile(`small/${fixture.file}`), run.generator);
    const outputs = await worker.run(await drawInput(run.generator), FLOAT16);
    await expectLogits(outputs, run, 'small', run.toleranceWithFloat16Weights);
  },
);
