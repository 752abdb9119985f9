import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { CHECKPOINTS_FOLDER } from '../../scripts/weights/checkpoints-folder';
import { createMutant } from '../../scripts/weights/fuzz/create-mutant';
import { DEADLINE_MS, fuzz, MOST_MB } from '../../scripts/weights/fuzz/fuzz';
import { readBases } from '../../scripts/weights/fuzz/read-bases';
import { tryCheckpoint } from '../../scripts/weights/fuzz/try-checkpoint';
import './checkpoints';

const COUNT = 400;
const findings = mkdtempSync(join(tmpdir(), 'understory-fuzz-'));
afterAll(() => rmSync(findings, { recursive: true }));

it('damaged checkpoints are refused in words or imported, quickly and with little memory', async () => {
  const wanted = { folder: CHECKPOINTS_FOLDER, seed: 2, first: 0, count: COUNT, jobs: 2, findings };
  const report = await fuzz(wanted, (line) => console.info(line));
  expect(report.findings).toEqual([]);
  expect(report.slowest.milliseconds).toBeLessThan(DEADLINE_MS);
  expect(report.peakMb).toBeLessThan(MOST_MB);
  // A fuzzer whose files are all refused at the door, or all accepted, shows nothing.
  const refused = Object.values(report.refused).reduce((sum, count) => sum + count, 0);
  expect(report.imported + refused).toBe(COUNT);
  expect(report.imported).toBeGreaterThan(COUNT / 20);
  expect(Object.keys(report.refused).sort()).toEqual(expect.arrayContaining(['damaged', 'unsafe', 'unsupported']));
  expect(Object.keys(report.byDamage)).toHaveLength(7);
});

it('the same seed and number make the same file, others another', () => {
  const bases = readBases(CHECKPOINTS_FOLDER);
  const hash = (seed: number, number: number) =>
    createHash('sha256')
      .update(createMutant(bases, seed, number).bytes)
      .digest('hex');
  const hashes = Array.from({ length: 20 }, (_, number) => hash(1, number));
  expect(hashes).toEqual(Array.from({ length: 20 }, (_, number) => hash(1, number)));
  expect(new Set([...hashes, hash(2, 0)]).size).toBe(21);
});

it('undamaged checkpoints are imported, each error of another class is a finding', async () => {
  for (const { name, bytes } of readBases(CHECKPOINTS_FOLDER)) {
    expect(await tryCheckpoint(bytes), name).toMatchObject({ kind: 'imported' });
  }
  const broken = {
    get byteLength() {
      throw new RangeError('a number is out of its range');
    },
  } as unknown as Uint8Array;
  expect(await tryCheckpoint(broken)).toMatchObject({
    kind: 'bug',
    error: expect.stringContaining('RangeError') as string,
  });
});
