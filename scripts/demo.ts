/**
 * `npm run demo`: builds the app, runs the main job on the demonstration in a real browser, prints the predictions
 * and where the export lies; then, in a terminal, serves the app and prints its address.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { driveApp } from './drive-app';
import { serveApp } from './serve';

const OUT = resolve(import.meta.dirname, '..', 'out', 'demo-predictions.json');
const PORT = Number(process.env['PORT'] ?? 4173);

interface DemoPrediction {
  readonly filepath: string;
  readonly prediction?: string;
  readonly prediction_score?: number;
  readonly prediction_source?: string;
  readonly failures?: readonly string[];
}

await runDemo();
if (process.stdout.isTTY) {
  const served = await serveApp({ port: PORT });
  console.log(`\nUnderstory is at ${served.url}  (Ctrl+C ends it)`);
}

async function runDemo(): Promise<void> {
  console.log('Building, then running the demonstration: drawn pictures, small networks made for it.');
  const app = await driveApp({ profile: null, withWebGpu: false });
  try {
    await app.page.getByRole('button', { name: /try the demo/i }).click();
    await app.page.waitForFunction(() => window.understory?.store.getState().open?.run.step === 'finished', undefined, {
      timeout: 180_000,
    });
    const [download, outcome] = await Promise.all([
      app.page.waitForEvent('download'),
      app.page.evaluate(() => window.understory!.actions.saveExport('speciesnet')),
    ]);
    if (outcome.kind !== 'saved') throw new Error(`The export was not written: ${JSON.stringify(outcome)}`);
    mkdirSync(resolve(OUT, '..'), { recursive: true });
    await download.saveAs(OUT);
    printPredictions();
    console.log(`\nExport: ${OUT}`);
    console.log(`Requests to other addresses: ${app.foreignRequests.length}`);
  } finally {
    await app.close();
  }
}

function printPredictions(): void {
  const { predictions } = JSON.parse(readFileSync(OUT, 'utf8')) as { predictions: readonly DemoPrediction[] };
  if (predictions.length === 0) throw new Error('The demonstration gave no predictions.');
  for (const { filepath, prediction, prediction_score, prediction_source, failures } of predictions) {
    const label = prediction?.split(';');
    const name = label === undefined ? `failed: ${failures?.join(', ') ?? 'no reason'}` : (label.at(-1) ?? '');
    const score = prediction_score?.toFixed(2) ?? '';
    console.log(`${filepath.padEnd(34)} ${name.padEnd(26)} ${score.padEnd(5)} ${prediction_source ?? ''}`);
  }
}
