/** One time for each run and round, in milliseconds: by the processor with one thread, by the clock with more. */
export async function measureInTurns(
  runs: readonly (() => Promise<void>)[],
  { rounds, threads }: { readonly rounds: number; readonly threads: number },
): Promise<readonly (readonly number[])[]> {
  const now = threads === 1 ? processorMs : () => performance.now();
  const times: number[][] = runs.map(() => []);
  for (const run of runs) await run(); // the first one allocates
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < runs.length; turn++) {
      const index = round % 2 === 0 ? turn : runs.length - 1 - turn;
      const startedAt = now();
      await runs[index]!();
      times[index]!.push(now() - startedAt);
    }
  }
  return times;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
