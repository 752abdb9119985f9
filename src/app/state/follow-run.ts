import type { StatePart } from './app-setting';
import { toCondition } from './condition';
import type { OpenSession } from './open-session';
import { progressAtRest } from './progress-at-rest';
import type { RunNews, RunNewsItem } from './run-news';
import type { SurveyOpening } from './survey-opening';
import { hasFact } from './survey-row';

export interface RunFollower {
  /** Follows the run of this survey if another tab has it, until it ends there. Settles at once when none has. */
  followIfElsewhere(target: OpenSession): Promise<void>;
  /** Another tab's run has stored the fact of a photo. */
  hear(item: RunNewsItem): void;
}

export interface FollowerNeeds {
  readonly opening: SurveyOpening;
  readonly news: RunNews;
  /** True while this tab runs the survey itself. */
  readonly isRunningHere: (target: OpenSession) => boolean;
}

/** Facts read at a time. */
const READ_TOGETHER = 200;
/** Shown as the newest, as of a run here. */
const NEWEST = 30;

/** Shows in this tab what another tab's run of the open survey stores, as it is stored. */
export function createRunFollower(
  { storage, store }: StatePart,
  { opening, isRunningHere }: FollowerNeeds,
): RunFollower {
  let followed: OpenSession | null = null;
  const waiting = new Set<string>();
  let reading: Promise<void> | null = null;
  const newest: string[] = [];

  const isShown = (target: OpenSession) => opening.current() === target;
  const showProgress = (target: OpenSession) =>
    target.setRun({ step: 'elsewhere', progress: { ...progressAtRest(target), newest: [...newest] } });

  async function readWaiting(target: OpenSession): Promise<void> {
    while (waiting.size > 0 && isShown(target)) {
      const filepaths = takeSome(waiting);
      const facts = await Promise.all(filepaths.map((filepath) => storage.facts.readFact(target.id, filepath)));
      if (!isShown(target)) return;
      for (const fact of facts) {
        if (fact === null) continue;
        target.addNewFact(fact);
        newest.unshift(fact.filepath);
      }
      newest.length = Math.min(newest.length, NEWEST);
      if (followed === target) showProgress(target);
    }
  }

  const readSoon = (target: OpenSession) => {
    reading ??= readWaiting(target)
      .catch((error: unknown) => store.setState({ condition: toCondition(error) }))
      .finally(() => {
        reading = null;
      });
  };

  /** What was stored between opening the survey here and hearing of its run, or while nobody listened. */
  async function catchUp(target: OpenSession): Promise<void> {
    await storage.listings.readListing(target.id, (page) => target.addListedPage(page));
    for (const filepath of await storage.facts.readDoneFilepaths(target.id)) {
      const row = target.rows.get(filepath);
      if (row === null || !hasFact(row)) waiting.add(filepath);
    }
    readSoon(target);
    await reading;
    target.sortRows();
  }

  async function follow(target: OpenSession): Promise<void> {
    followed = target;
    newest.length = 0;
    try {
      target.setCutOff(false);
      showProgress(target);
      await catchUp(target);
      if (followed === target && isShown(target)) showProgress(target);
      await storage.surveys.waitForRunEnd(target.id);
      if (!isShown(target)) return;
      await catchUp(target);
      // A run that died with its tab is still marked as running.
      const cutOff = await storage.surveys.recoverCutOffRuns();
      const survey = await storage.surveys.readSurvey(target.id);
      if (survey === null || !isShown(target)) return;
      target.setSurvey(survey);
      target.setCutOff(cutOff.some(({ id }) => id === target.id));
      target.setRun({ step: 'idle' });
      target.flush();
      await opening.refreshCards();
    } finally {
      if (followed === target) followed = null;
    }
  }

  async function followIfElsewhere(target: OpenSession): Promise<void> {
    if (followed === target || isRunningHere(target)) return;
    if (!(await storage.surveys.isRunLocked(target.id))) return;
    // Asked again: a run may have begun here meanwhile.
    if (followed === target || isRunningHere(target) || !isShown(target)) return;
    await follow(target);
  }

  function hear([surveyId, filepath]: RunNewsItem): void {
    const target = opening.current();
    if (target === null || target.id !== surveyId || isRunningHere(target)) return;
    waiting.add(filepath);
    if (followed === target) readSoon(target);
    else void followIfElsewhere(target).catch((error: unknown) => store.setState({ condition: toCondition(error) }));
  }

  return { followIfElsewhere, hear };
}

/** Not by copying them all: after a long absence a hundred thousand wait. */
function takeSome(waiting: Set<string>): readonly string[] {
  const taken: string[] = [];
  for (const filepath of waiting) {
    if (taken.length === READ_TOGETHER) break;
    taken.push(filepath);
    waiting.delete(filepath);
  }
  return taken;
}
