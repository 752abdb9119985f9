/**
 * `npm run benchmark`: prints figures, judges nothing. Seconds per image by stage and the share of the run outside the
 * networks, with a species for each image and for every animal; 100,000 stored results concluded for another country; size of the JavaScript that start-up needs.
 * `-- --folder DIR --package DIR` measures on photos and a package of your own; the demonstration otherwise.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { analyze } from './analyze/analyze';
import { parseAnalyzeArguments } from './analyze/arguments';
import { measureConclusions } from './benchmark/measure-conclusions';
import { startUpScripts } from './benchmark/start-up-size';

interface Report {
  readonly backend: string;
  readonly threads: number;
  readonly images: number;
  readonly seconds: Readonly<Record<string, number>>;
  readonly peakMemoryMB: number | null;
}

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: join(root, 'public', 'demo', 'photos') },
    package: { type: 'string', default: 'demo' },
    threads: { type: 'string', default: '2' },
    backend: { type: 'string', default: 'wasm' },
  },
});

const image = await measureRun('image');
const animal = await measureRun('animal');
printCostOfAnimals(image, animal);
measureConclusions(values.package === 'demo' ? join(root, 'public', 'demo', 'package') : values.package, console.log);
const scripts = startUpScripts(join(root, 'dist'));
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
console.log(
  `\nStart-up JavaScript: ${kilobytes(scripts.gzipBytes)} gzip, ${kilobytes(scripts.bytes)} plain, in ${scripts.files} files`,
);

async function measureRun(speciesPer: 'image' | 'animal'): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'understory-benchmark-'));
  try {
    const file = join(folder, 'report.json');
    const { threads, backend } = values;
    const words = ['--folder', values.folder, '--package', values.package, '--threads', threads, '--backend', backend];
    words.push('--species-per', speciesPer);
    await analyze(
      parseAnalyzeArguments([...words, '--out', join(folder, 'out.json'), '--report', file]),
      () => undefined,
    );
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    console.log(`\nA species for ${speciesPer === 'image' ? 'each image' : 'every animal'}:`);
    printRun(report);
    return report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Both runs are of one machine and one hour; the share of the networks is steadier than the total. */
function printCostOfAnimals(image: Report, animal: Report): void {
  const more = (before: number, after: number) => `${(100 * (after / before - 1)).toFixed(1)} %`;
  const inNetworks = ({ seconds: { detector = 0, classifier = 0 } }: Report) => detector + classifier;
  // Of one run: what the other crops cost beside the detector, without the noise between two runs.
  const { detector = 0, classifier = 0 } = animal.seconds;
  const share = (classifier - (image.seconds['classifier'] ?? 0)) / (detector + (image.seconds['classifier'] ?? 0));
  console.log(
    `\nA species for every animal costs ${more(image.seconds['total'] ?? 0, animal.seconds['total'] ?? 0)} of the whole time, ` +
      `${more(inNetworks(image), inNetworks(animal))} inside the networks, ` +
      `${(100 * share).toFixed(1)} % by its crops alone`,
  );
}

function printRun({ backend, threads, images, seconds, peakMemoryMB }: Report): void {
  const { total = 0, detector = 0, classifier = 0 } = seconds;
  console.log(`\n${images} images, ${backend}, ${threads} threads; stages overlap, so they don't add up to the total`);
  for (const [stage, value] of Object.entries(seconds)) {
    const perImage =
      stage === 'packageLoad' || stage === 'export' ? '' : `${((value / images) * 1000).toFixed(1)} ms per image`;
    console.log(`${stage.padEnd(12)} ${value.toFixed(2).padStart(8)} s   ${perImage}`);
  }
  console.log(
    `Outside session.run: ${(100 * (1 - (detector + classifier) / total)).toFixed(1)} % of ${total.toFixed(1)} s`,
  );
  console.log(`Peak memory of the page: ${peakMemoryMB ?? 'unknown'} MB`);
}
