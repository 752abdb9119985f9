import type { ImportedFacts, NetworkOutputs } from './checkpoint-api';
import { expectHeads, expectLogits } from './expect-outputs';
import { expectRows } from './expect-rows';
import type { FixtureCase } from './fixture-index';

/** Expects the recorded numbers of a run, raw and decoded; the largest difference of each output is printed. */
export async function expectRun(
  fixture: FixtureCase,
  index: number,
  outputs: NetworkOutputs,
  facts: ImportedFacts,
  folder: string,
): Promise<void> {
  const differences =
    fixture.family === 'yolov5'
      ? {
          ...(await expectHeads(outputs, fixture.runs[index]!, folder)),
          ...(await expectRows(outputs, fixture, fixture.runs[index]!, facts, folder)),
        }
      : await expectLogits(outputs, fixture.runs[index]!, folder, fixture.runs[index]!.tolerance);
  const figures = Object.entries(differences).map(([name, value]) => `${name} ${value.toExponential(1)}`);
  console.info(`${fixture.id} run ${index}: ${figures.join(', ')}`);
}
