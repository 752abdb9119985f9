import { measureStep, type Bench, type Measured } from './measure-step';

export interface Written extends Measured {
  readonly bytes: number;
}

/** Saves the open survey as a file, as the dialog does; the browser keeps it as a download. */
export async function writeExport(bench: Bench, formatId: string): Promise<Written> {
  let bytes = 0;
  const measured = await measureStep(
    bench,
    `export ${formatId}`,
    async () => {
      const outcome = await bench.page.evaluate((id) => window.understory!.actions.saveExport(id), formatId);
      if (outcome.kind !== 'saved') throw new Error(`The export ended otherwise: ${JSON.stringify(outcome)}`);
      bytes = outcome.bytes;
    },
    false,
  );
  return { ...measured, bytes };
}
