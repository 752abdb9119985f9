import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJson } from '../read-json';
import { checkpointPath, filesIn } from './checkpoints';
import { tryFileApart } from './try-file-apart';
import type { TriedOutcome } from './tried-file';

/** A file of negative/index.json. */
interface DamagedFile {
  readonly file: string;
  readonly expect: string;
  readonly why: string;
  readonly latest?: 'check-run';
  readonly maxPeakMB?: number;
}

const SHORTEST_MESSAGE = 20;
const { files } = readJson(checkpointPath('negative/index.json')) as { readonly files: readonly DamagedFile[] };

/** Expectations other than `accept` and `refuse`: the importer may also take the file without the harmful part. */
const LAX = ['refuse-or-ignore-entry', 'refuse-or-accept-inert', 'refuse-or-pad-node'];

function expectClearWords(tried: TriedOutcome): void {
  if (tried.kind !== 'refused') throw new Error(`expected a refusal, got ${JSON.stringify(tried)}`);
  expect(tried).toMatchObject({ name: 'CheckpointError', code: expect.any(String) as string });
  expect(tried.message.length).toBeGreaterThan(SHORTEST_MESSAGE);
}

describe('negative/', () => {
  const messages: string[] = [];

  it.concurrent.for(files)('$file: $why', async ({ file, expect: expected, latest, maxPeakMB = Infinity }) => {
    const isRun = expected !== 'refuse' || latest === 'check-run';
    const { tried, printed } = await tryFileApart(checkpointPath(`negative/${file}`), { isRun });
    expect(printed).not.toMatch(/^harmless/m);
    const { outcome, peakMb } = tried;
    expect(peakMb).toBeLessThan(maxPeakMB);
    if (outcome.kind === 'refused') messages.push(outcome.message);
    if (expected === 'accept') {
      expect(outcome).toMatchObject({ kind: 'imported', isFinite: true, warnings: [] });
    } else if (expected === 'refuse') {
      // Found by the first run at the latest.
      if (latest !== 'check-run' || outcome.kind === 'refused') expectClearWords(outcome);
      else expect(outcome).toMatchObject({ kind: 'imported', isFinite: false });
    } else {
      expect(LAX).toContain(expected);
      if (outcome.kind === 'refused') expectClearWords(outcome);
      else expect(outcome).toMatchObject({ isFinite: true });
    }
  });

  it('refuses in words of the file: hardly any two are refused in the same', () => {
    expect(messages.length).toBeGreaterThan(60);
    expect(new Set(messages).size).toBeGreaterThan(0.9 * messages.length);
  });
});

describe('negative-found/', () => {
  it('has files that are refused', async () => {
    const found = filesIn('negative-found').filter((path) => path.endsWith('.pt'));
    expect(found.length).toBeGreaterThan(0);
    for (const path of found) {
      const { tried } = await tryFileApart(path, { isRun: false });
      expectClearWords(tried.outcome);
      console.info(`${basename(path)}: ${JSON.stringify(tried.outcome)}`);
    }
  });
});
