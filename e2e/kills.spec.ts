import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readJson } from '../test/read-json';
import { expect, test } from './app-test';
import { copyPhotos } from './journey-steps';

const ROOT = resolve(import.meta.dirname, '..');
const COPIES = 20; // enough that a quick computer is still at work at the tenth kill
const KILLS = 10;
/** The same "random" moments in each run of the test, so that a failure can be repeated. */
const SEED = 20261121;

interface Output {
  readonly predictions: readonly { readonly filepath: string }[];
}

interface Report {
  readonly images: number;
  readonly failures: number;
  readonly resumed: number;
}

function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function startAnalyze(words: readonly string[]): ChildProcess {
  const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  return spawn(process.execPath, [tsx, join(ROOT, 'scripts', 'analyze.ts'), ...words], {
    cwd: ROOT,
    detached: true, // a group of its own, so that the browser dies with it, at once and unasked
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Kills the command and its browser a while after the first image is done; resolves with how many it had reported. */
function killDuringRun(child: ChildProcess, afterMs: number): Promise<number> {
  return new Promise((settle) => {
    let reported = 0;
    let isArmed = false;
    child.stdout?.on('data', (data: Buffer) => {
      for (const [, done] of data.toString().matchAll(/^(\d+) of \d+ done/gm))
        reported = Math.max(reported, Number(done));
      if (reported === 0 || isArmed) return;
      isArmed = true;
      setTimeout(() => {
        if (child.exitCode === null) process.kill(-child.pid!, 'SIGKILL'); // unless it was quicker
      }, afterMs);
    });
    child.once('exit', () => settle(reported));
  });
}

function end(child: ChildProcess): Promise<number | null> {
  child.stdout?.resume();
  return new Promise((settle) => child.once('exit', settle));
}

test('ten kills in the middle of a run lose no image and compute none twice', async ({ folder }) => {
  test.setTimeout(900_000);
  const photos = join(folder, 'photos');
  mkdirSync(photos);
  const total = copyPhotos(photos, COPIES);
  const words = (name: string) => [
    ...['--folder', photos, '--package', 'demo', '--backend', 'wasm', '--country', 'USA'],
    ...['--out', join(folder, `${name}.json`), '--report', join(folder, `${name}.report.json`)],
    ...['--profile', join(folder, `profile-${name}`)],
  ];
  expect(await end(startAnalyze(words('whole')))).toBe(0);

  const random = createRandom(SEED);
  let kills = 0;
  let atLeast = 0;
  while (kills < KILLS) {
    const reported = await killDuringRun(startAnalyze(words('killed')), Math.round(random() * 700));
    kills += 1;
    // What was shown as done before this kill was stored: the count never goes back.
    expect(reported).toBeGreaterThanOrEqual(atLeast);
    atLeast = reported;
    expect(existsSync(join(folder, 'killed.json'))).toBe(reported === total);
    if (reported === total) break;
  }
  expect(kills, 'the runs were too quick to be killed ten times').toBe(KILLS);

  expect(await end(startAnalyze(words('killed')))).toBe(0);
  const { predictions } = readJson(join(folder, 'killed.json')) as Output;
  expect(new Set(predictions.map(({ filepath }) => filepath)).size).toBe(total);
  expect(predictions).toHaveLength(total);
  expect(readFileSync(join(folder, 'killed.json'), 'utf8')).toBe(readFileSync(join(folder, 'whole.json'), 'utf8'));
  const report = readJson(join(folder, 'killed.report.json')) as Report;
  expect(report.resumed).toBeGreaterThanOrEqual(atLeast);
  expect(report.images).toBe(total);
});
