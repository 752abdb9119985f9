/**
 * `npm test`: check, browser tests and user journeys. Ends with "N passed, N failed", counted from the tools' own
 * reports; a tool that ran nothing counts as a failure.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

const RESULTS = 'test-results';
const GOLDEN_DIR = process.env.GOLDEN_DIR ?? '../shared/golden/open';
const CHECKPOINTS_DIR = process.env.CHECKPOINTS_DIR ?? '../shared/checkpoints';
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

const bin = (name) => `node_modules/.bin/${name}${process.platform === 'win32' ? '.cmd' : ''}`;
const totals = { passed: 0, failed: 0, skipped: 0 };

/** Runs a tool, its output as it comes. */
function run(title, command, words) {
  console.log(`\n== ${title}`);
  const { status } = spawnSync(command, words, { stdio: 'inherit', shell: process.platform === 'win32' });
  return status === 0;
}

function count(title, isOk, { passed, failed, skipped }) {
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
  if (!isOk && failed === 0) totals.failed += 1;
  if (isOk && passed === 0) {
    console.error(`${title}: no test ran`);
    totals.failed += 1;
  }
}

function step(title, words) {
  const isOk = run(title, 'npm', ['run', '--silent', ...words]);
  count(title, isOk, { passed: isOk ? 1 : 0, failed: isOk ? 0 : 1, skipped: 0 });
}

function vitest(title, projects) {
  const file = `${RESULTS}/${projects.join('-')}.json`;
  const isOk = run(title, bin('vitest'), [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  count(title, isOk, {
    passed: report.numPassedTests ?? 0,
    failed: report.numFailedTests ?? 0,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  });
}

step('Format', ['check:format']);
step('Lint', ['check:lint']);
step('Types', ['check:types']);
step('Boundaries', ['check:boundaries']);
step('Dead code', ['check:dead']);
vitest('Unit tests', ['unit']);
if (existsSync(GOLDEN_DIR)) {
  vitest('Golden vectors', ['golden', 'golden-browser']);
} else {
  console.log(`\n== Golden vectors: skipped, no folder ${GOLDEN_DIR} (set GOLDEN_DIR)`);
}
if (existsSync(CHECKPOINTS_DIR)) {
  vitest('Official weights', ['weights', 'weights-browser']);
} else {
  console.log(`\n== Official weights: skipped, no folder ${CHECKPOINTS_DIR} (set CHECKPOINTS_DIR)`);
}
vitest('Browser tests', ['browser']);

const journeysOk = run('User journeys', bin('playwright'), ['test']);
const journeys = existsSync(`${RESULTS}/e2e.json`) ? JSON.parse(readFileSync(`${RESULTS}/e2e.json`, 'utf8')).stats : {};
count('User journeys', journeysOk, {
  passed: (journeys.expected ?? 0) + (journeys.flaky ?? 0),
  failed: journeys.unexpected ?? 0,
  skipped: journeys.skipped ?? 0,
});

if (journeys.flaky > 0) console.log(`\n${journeys.flaky} user journeys passed at the second try only`);
if (totals.skipped > 0) console.log(`\n${totals.skipped} skipped`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;
