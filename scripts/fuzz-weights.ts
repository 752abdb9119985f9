/** `npm run fuzz:weights`: damaged checkpoints, by a fixed seed. Arguments: scripts/weights/fuzz/fuzz-arguments.ts. */
import { ArgumentError } from './weights/argument-error';
import { CHECKPOINTS_FOLDER } from './weights/checkpoints-folder';
import { fuzz } from './weights/fuzz/fuzz';
import { parseFuzzArguments, USAGE } from './weights/fuzz/fuzz-arguments';

try {
  const wanted = parseFuzzArguments(process.argv.slice(2), CHECKPOINTS_FOLDER);
  const startedAt = performance.now();
  const { imported, refused, byDamage, slowest, peakMb, findings } = await fuzz(wanted, console.log);
  const minutes = (performance.now() - startedAt) / 60_000;
  console.log(`\n${wanted.count} files from seed ${wanted.seed} in ${minutes.toFixed(1)} minutes`);
  console.log(`imported: ${imported}`);
  for (const [code, count] of Object.entries(refused).sort()) console.log(`refused as ${code}: ${count}`);
  for (const [damage, { imported: passed, tried }] of Object.entries(byDamage).sort()) {
    console.log(`  ${damage}: ${passed} of ${tried} imported`);
  }
  console.log(`slowest: number ${slowest.number}, ${slowest.milliseconds.toFixed(0)} ms`);
  console.log(`peak memory of a process: ${peakMb.toFixed(0)} MB`);
  console.log(`findings: ${findings.length}`);
  if (findings.length > 0) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ArgumentError)) throw error;
  console.error(`${error.message}\n${USAGE}`);
  process.exitCode = 2;
}
