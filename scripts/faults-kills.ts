/** `npm run faults:kills -- [--kills 100] [--seed 20261121]`: kills a run that often, and shows that nothing is lost. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { killRuns } from './faults/kill-runs';

/** Folders of the demonstration's photos for each kill: about as many as are finished until then. */
const COPIES_PER_KILL = 2;

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '100' }, seed: { type: 'string', default: '20261121' } },
});
const [kills, seed] = [Number(values.kills), Number(values.seed)];
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) throw new Error('kills and seed: whole numbers');

const folder = mkdtempSync(join(tmpdir(), 'understory-kills-'));
try {
  const photos = join(folder, 'photos');
  mkdirSync(photos);
  for (let copy = 0; copy < kills * COPIES_PER_KILL; copy++) {
    cpSync(resolve(import.meta.dirname, '../public/demo/photos'), join(photos, `card ${copy}`), { recursive: true });
  }
  const report = await killRuns({ photos, folder, kills, seed, log: console.log });
  const { predictions, paths, isEqual, findings } = report;
  console.log(`\n${report.kills} kills, seed ${seed}`);
  console.log(`photos in the result: ${paths}; twice: ${predictions - paths}`);
  console.log(`equal to the undisturbed run, byte for byte: ${isEqual ? 'yes' : 'no'}`);
  console.log(`findings: ${findings.length}`);
  for (const finding of findings) console.log(`  ${finding}`);
  if (report.kills < kills) console.log(`The runs were through after ${report.kills} kills.`);
  if (findings.length > 0 || !isEqual || predictions !== paths || report.kills < kills) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
