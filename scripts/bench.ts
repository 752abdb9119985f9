/**
 * `npm run bench`: how fast photos are analysed in the built app in Chromium, on WASM; prints, judges nothing. The same photos with
 * the networks as they are stored and in their fast form, in turns: seconds per image by stage, the share outside the networks,
 * images per minute, memory, and what the fast form brings. Then the networks alone beside onnxruntime-node, when that is
 * installed, and the size of the start-up code.
 *
 * `-- --package DIR --folder DIR` takes other networks and photos than the demonstration's; a folder that
 * `npm run import-weights` wrote serves for the full-size pair. `--threads 2 --rounds 2`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureRun, type MeasuredRun } from './bench/measure-run';
import { compareWithNode } from './bench/compare-with-node';
import { startUpScripts } from './benchmark/start-up-size';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: join(root, 'public', 'demo', 'photos') },
    package: { type: 'string', default: 'demo' },
    threads: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '1' },
  },
});
const FORMS = ['stored', 'fast'] as const;

const gigabytes = (totalmem() / 1e9).toFixed(0);
console.log(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, ${gigabytes} GB; Node ${process.version}`);
const runs: Record<(typeof FORMS)[number], MeasuredRun[]> = { stored: [], fast: [] };
const scratch = mkdtempSync(join(tmpdir(), 'understory-bench-'));
try {
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const form of round % 2 === 0 ? FORMS : [...FORMS].reverse()) {
      const run = await measureRun({ ...values, networks: form, scratch });
      runs[form].push(run);
      printRun(form, run);
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
const [stored, fast] = FORMS.map((form) => best(runs[form]));
console.log(
  `\nFast form against stored: ${(inNetworks(stored!) / inNetworks(fast!)).toFixed(2)} times the speed inside the networks, ` +
    `${(stored!.seconds.total / fast!.seconds.total).toFixed(2)} times end to end`,
);
await compareWithNode(values.package === 'demo' ? join(root, 'public', 'demo', 'package') : values.package, {
  threads: Number(values.threads),
  say: console.log,
});
const scripts = startUpScripts(join(root, 'dist'));
console.log(`\nStart-up JavaScript: ${(scripts.gzipBytes / 1000).toFixed(0)} kB gzip in ${scripts.files} files`);
process.exit(0); // the runtime's threads would keep the process alive

function printRun(form: string, run: MeasuredRun): void {
  const { images, seconds, fastForm, memoryMb } = run;
  const words =
    fastForm === null
      ? 'no convolution rewritten'
      : `${fastForm.convolutions} convolutions rewritten, largest difference ${fastForm.difference.toExponential(1)}`;
  console.log(`\n${images} images, networks ${form} (${words}), ${run.threads} threads; stages overlap`);
  for (const [stage, value] of Object.entries(seconds)) {
    if (stage !== 'packageLoad') {
      console.log(`  ${stage.padEnd(12)} ${((1000 * value) / images).toFixed(1).padStart(9)} ms per image`);
    }
  }
  console.log(`  models opened and tried in ${seconds.packageLoad.toFixed(1)} s`);
  console.log(`  ${((60 * images) / seconds.total).toFixed(1)} images per minute`);
  console.log(`  outside session.run: ${(100 * (1 - inNetworks(run) / seconds.total)).toFixed(1)} %`);
  const { start, middle, end, peak } = memoryMb;
  console.log(`  memory of the page: start ${start}, middle ${middle}, end ${end}, peak ${peak} MB`);
}

function inNetworks({ seconds }: MeasuredRun): number {
  return seconds.detector + seconds.classifier;
}

/** The least disturbed run. */
function best(measured: readonly MeasuredRun[]): MeasuredRun {
  return measured.reduce((least, run) => (inNetworks(run) < inNetworks(least) ? run : least));
}
