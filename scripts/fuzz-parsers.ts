/** `npm run fuzz:parsers -- [--count 10000] [--seed 20261121]`: damaged files for every reader of data from outside. */
import { parseArgs } from 'node:util';
import { fuzzParsers } from './faults/fuzz/fuzz-parsers';

/** No file of a few thousand characters may take longer. */
const LONGEST_MS = 2000;

const { values } = parseArgs({
  options: { count: { type: 'string', default: '10000' }, seed: { type: 'string', default: '20261121' } },
});
const [count, seed] = [Number(values.count), Number(values.seed)];
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) throw new Error('count and seed: whole numbers');

await fuzzParsers({ count, seed }, ({ name, accepted, refused, slowestMs, findings }) => {
  console.log(`${name}: ${accepted} read, ${refused} refused, slowest ${slowestMs.toFixed(0)} ms`);
  for (const finding of findings.slice(0, 20)) console.log(`  ${finding}`);
  if (findings.length > 20) console.log(`  and ${findings.length - 20} more`);
  if (findings.length > 0 || slowestMs > LONGEST_MS) process.exitCode = 1;
});
