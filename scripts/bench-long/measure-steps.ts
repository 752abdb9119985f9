import { createStore } from 'zustand/vanilla';
import { createRunTally } from '../../src/app/features/run/run-tally';
import type { AppState } from '../../src/app/state/app-state';
import { findSurveyEvents } from '../../src/app/state/find-survey-events';
import { INITIAL_STATE } from '../../src/app/state/initial-state';
import { createOpenSession } from '../../src/app/state/open-session';
import { packRows } from '../../src/app/state/pack-rows';
import type { Inference } from '../../src/domain/inference';
import { plainFact } from '../../src/domain/packed-facts/stored-fact';
import { REFERENCE_SETTINGS, type Survey } from '../../src/domain/survey';
import { processRun } from '../../src/pipeline/process-run';
import { runToEnd } from '../../test/run-to-end';
import { syntheticFacts } from '../synthetic-survey/synthetic-facts';

const FOLDERS = 500;
/** Images that are finished while it is measured. */
const FINISHED = 1000;

/**
 * What the page computes for finished images of a large survey, by its processor time: the same functions outside the browser, on
 * made-up images of which all but the last are done.
 */
export async function measureSteps(
  images: number,
  labels: readonly string[],
  say: (name: string, milliseconds: number) => void,
): Promise<void> {
  const imagesPerFolder = Math.ceil(images / FOLDERS);
  const facts = [
    ...syntheticFacts({ folders: FOLDERS, imagesPerFolder, boxesPerImage: 2, seed: 7, labels, blankShare: 0.3 }),
  ];
  const earlier = facts.slice(0, -FINISHED);
  const finished = facts.slice(-FINISHED);
  say(`a run from list to end, ${FINISHED} images to do`, await processorMs(() => runAll(facts, earlier)));

  const store = createStore<AppState>(() => INITIAL_STATE);
  const session = createOpenSession({ store }, surveyOf(facts.length));
  session.addListed(facts.map(({ filepath }) => ({ filepath, size: 1, lastModified: 0 })));
  session.addStored(earlier.map(plainFact));
  session.flush();
  await packRows(session.rows); // as they are in memory by then
  const { open } = store.getState();
  const tally = createRunTally();
  say('counts of the run screen, for the first time', await processorMs(() => tally(open!.images, open!.labels)));
  say(`${FINISHED} facts into the rows`, await processorMs(() => finished.forEach((fact) => session.addNewFact(fact))));
  say(`the same ${FINISHED} packed, in pieces`, await processorMs(() => packRows(session.rows)));
  const told = await processorMs(() => {
    session.flush();
    session.setSurvey(session.survey()); // flushes too
  });
  say('the screens are told: the rows', told);
  const { images: now, labels: lines } = store.getState().open!;
  say('the screens are told: counts of the run screen', await processorMs(() => tally(now, lines)));
  say('events found again, at most every 10 s', await processorMs(() => runToEnd(findSurveyEvents(now, EVENTS))));
  session.close();
}

const EVENTS = { gapSeconds: 60, camera: 'folder' } as const;

async function processorMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The order of steps of a run alone: opening, decoding, networks and storing take no time here. */
async function runAll(facts: readonly Inference[], earlier: readonly Inference[]): Promise<void> {
  const factOf = new Map(facts.map((fact) => [fact.filepath, fact]));
  const done = new Set(earlier.map(({ filepath }) => filepath));
  const listed = facts.map(({ filepath }) => ({ filepath, size: 1, lastModified: 0 }));
  async function* list() {
    yield await Promise.resolve(listed);
  }
  const ok = <Value>(value: Value) => Promise.resolve({ ok: true as const, value });
  const timings = { preprocess: 0, detector: 0, classifier: 0, postprocess: 0 };
  const run = processRun(
    { mode: 'species', images: list(), done, ahead: () => 2, lanes: { most: 2, now: () => 2 } },
    {
      open: (filepath) => Promise.resolve({ kind: 'opened', file: filepath }),
      isSourceReachable: () => Promise.resolve(true),
      prepare: () => ok({ kind: 'prepared' as const, image: { decodeMs: 0, preprocessMs: 0 } }),
      infer: (filepath) => ok({ inference: factOf.get(filepath)!, timings }),
      restart: () => ok(null),
      putFact: () => ok(null),
      now: () => performance.now(),
    },
    { onState: () => undefined, onFact: () => undefined },
  );
  const { progress } = await run.ended;
  if (progress.done !== facts.length) throw new Error(`expected ${facts.length} images, got ${progress.done}`);
}

const surveyOf = (listed: number): Survey => ({
  ...{ id: 'long', name: 'Long', isDemo: false, createdAt: 0, changedAt: 0, extraLabels: [], state: 'running' },
  settings: { ...REFERENCE_SETTINGS, packageId: null },
  counts: { listed, done: 0, failed: 0 },
});
