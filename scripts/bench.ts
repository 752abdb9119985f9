/**
 * `npm run bench`: how fast photos are analysed in the built app in Chromium, on WASM; prints, judges nothing. The same photos with
 * ONNX Runtime as it is published, with the app's kernels (docs/adr/0016), with the networks' fast form too, and with two workers
 * that share the threads, in turns: seconds per image by stage, the share outside the networks, images per minute, memory, and what each way brings. Then the networks alone beside
 * onnxruntime-node, when that is installed, and the size of the start-up code.
 *
 * `-- --package DIR --folder DIR` takes other networks and photos than the demonstration's; a folder that
 * `npm run import-weights` wrote serves for the full-size pair. `--threads 2 --rounds 2`. `--species-per image` names one animal of
 * each photo: detectors with made-up weights see animals everywhere. `--ways published,stored,fast` leaves the two workers out, for
 * networks that memory does not hold twice.
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
    'species-per': { type: 'string', default: 'animal' },
    ways: { type: 'string', default: 'published,stored,fast,pair' },
  },
});
/** Ways to run the same networks. */
const WAYS = {
  published: { runtime: 'published', networks: 'stored', workers: 1 },
  stored: { runtime: 'built', networks: 'stored', workers: 1 },
  fast: { runtime: 'built', networks: 'fast', workers: 1 },
  pair: { runtime: 'built', networks: 'stored', workers: 2 },
} as const;
type Way = keyof typeof WAYS;
const NAMES: Readonly<Record<Way, string>> = {
  published: 'runtime as published, networks as stored',
  stored: 'networks as stored',
  fast: 'networks in their fast form',
  pair: 'networks as stored, two workers',
};
const unknown = values.ways.split(',').filter((way) => !Object.hasOwn(WAYS, way));
if (unknown.length > 0) throw new Error(`--ways: ${Object.keys(WAYS).join(', ')}, not ${unknown.join(', ')}`);
const ways = (Object.keys(WAYS) as Way[]).filter((way) => values.ways.split(',').includes(way));

const gigabytes = (totalmem() / 1e9).toFixed(0);
console.log(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, ${gigabytes} GB; Node ${process.version}`);
const runs: Record<Way, MeasuredRun[]> = { published: [], stored: [], fast: [], pair: [] };
const scratch = mkdtempSync(join(tmpdir(), 'understory-bench-'));
try {
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const way of round % 2 === 0 ? ways : [...ways].reverse()) {
      const run = await measureRun({ ...values, ...WAYS[way], speciesPer: values['species-per'], scratch });
      runs[way].push(run);
      printRun(NAMES[way], run);
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
for (const base of ['published', 'stored'] as const) {
  for (const way of ways.filter((other) => other !== base && other !== 'published' && ways.includes(base))) {
    const [one, other] = [best(runs[base]), best(runs[way])];
    console.log(
      `\n${NAMES[way]}, against ${NAMES[base]}: ` +
        `${(inNetworks(one) / inNetworks(other)).toFixed(2)} times the speed inside the networks, ` +
        `${(one.seconds.total / other.seconds.total).toFixed(2)} times end to end`,
    );
  }
}
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
  console.log(`\n${images} images, ${form} (${words}), ${run.workers} × ${run.threads} threads; stages overlap`);
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

/** Seconds of the run in which networks ran: workers that run beside each other count once. */
function inNetworks({ seconds, workers }: MeasuredRun): number {
  return (seconds.detector + seconds.classifier) / workers;
}

/** The least disturbed run. */
function best(measured: readonly MeasuredRun[]): MeasuredRun {
  return measured.reduce((least, run) => (inNetworks(run) < inNetworks(least) ? run : least));
}
