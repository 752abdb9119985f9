import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createRandom } from './random';

const ROOT = resolve(import.meta.dirname, '../..');
/** From the first photo that a run finishes to its kill. */
const LONGEST_MS = 700;

export interface KillOrder {
  /** Photos in folders, enough that the runs are still at work at the last kill. */
  readonly photos: string;
  /** For results, reports and browser profiles; empty. */
  readonly folder: string;
  readonly kills: number;
  /** The same "random" moments each time, so that a failure can be repeated. */
  readonly seed: number;
  readonly log: (line: string) => void;
}

export interface KillReport {
  /** Less than asked for when the runs were through before. */
  readonly kills: number;
  /** Photos in the results after all kills; `results` and `undisturbed` are those files. */
  readonly predictions: number;
  readonly paths: number;
  readonly isEqual: boolean;
  /** Photos that a killed run had reported as done; the next one must begin with at least these. */
  readonly reported: number;
  readonly resumed: number;
  /** What did not hold: a count that went back, a result file of a run that was killed. */
  readonly findings: readonly string[];
}

/**
 * Runs `npm run analyze` once undisturbed, then again and again with the browser killed in the middle, then to the end, and
 * compares the results. Every run of the second kind goes on with the profile that the one before left behind.
 * @throws Error when a run that nobody killed fails
 */
export async function killRuns({ photos, folder, kills: wanted, seed, log }: KillOrder): Promise<KillReport> {
  const words = (name: string) => [
    ...['--folder', photos, '--package', 'demo', '--backend', 'wasm', '--country', 'USA'],
    ...['--out', join(folder, `${name}.json`), '--report', join(folder, `${name}.report.json`)],
    ...['--profile', join(folder, `profile-${name}`)],
  ];
  const findings: string[] = [];
  await runToEnd(words('whole'));
  const total = readPaths(join(folder, 'whole.json')).length;
  log(`undisturbed: ${total} photos`);

  const random = createRandom(seed);
  let kills = 0;
  let atLeast = 0;
  while (kills < wanted) {
    const reported = await killDuringRun(startAnalyze(words('killed')), Math.round(random() * LONGEST_MS));
    if (reported < atLeast) findings.push(`kill ${kills + 1}: ${reported} photos reported, ${atLeast} before`);
    atLeast = Math.max(atLeast, reported);
    const isThrough = reported === total;
    if (existsSync(join(folder, 'killed.json')) && !isThrough) findings.push(`kill ${kills + 1}: left a result file`);
    if (isThrough) break;
    kills += 1;
    log(`kill ${kills} of ${wanted}: ${reported} of ${total} photos were done`);
  }
  await runToEnd(words('killed'));

  const paths = readPaths(join(folder, 'killed.json'));
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const { resumed } = JSON.parse(read('killed.report.json')) as { readonly resumed: number };
  if (resumed < atLeast) findings.push(`the last run began with ${resumed} photos, ${atLeast} had been reported`);
  return {
    kills,
    predictions: paths.length,
    paths: new Set(paths).size,
    isEqual: read('killed.json') === read('whole.json'),
    reported: atLeast,
    resumed,
    findings,
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

/** Kills the command and its browser a while after the first photo is done; resolves with how many it had reported. */
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

async function runToEnd(words: readonly string[]): Promise<void> {
  const child = startAnalyze(words);
  child.stdout?.resume();
  const code = await new Promise((settle) => child.once('exit', settle));
  if (code !== 0) throw new Error(`analyze ${words.join(' ')}: ended with ${String(code)}`);
}

function readPaths(file: string): readonly string[] {
  const { predictions } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly predictions: readonly { readonly filepath: string }[];
  };
  return predictions.map(({ filepath }) => filepath);
}
