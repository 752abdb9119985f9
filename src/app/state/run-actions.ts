import type { StatePart } from './app-setting';
import type { GoingRun, RunView } from './app-state';
import type { RunReport } from './automation';
import { toCondition } from './condition';
import type { OpenSession } from './open-session';
import { packAtRest } from './pack-at-rest';
import type { RunKind } from './run-kind';
import { progressAtRest } from './progress-at-rest';
import type { RunNews } from './run-news';
import type { SurveySteering } from './run-survey';
import type { SurveyOpening } from './survey-opening';
import type { SurveyRun } from './survey-run';
import { throttle } from './throttle';

export interface RunActions {
  /** Runs the open survey. */
  start(kind?: RunKind): Promise<void>;
  /** Runs a survey, on the screen or not; settles when its run is over and told. While another run goes on, does nothing. */
  run(target: OpenSession, kind?: RunKind): Promise<void>;
  pause(): void;
  resume(): void;
  stop(): void;
  /** Stops the run, if one goes on, and waits until its last fact is stored. */
  end(): Promise<void>;
  /** The survey that this tab runs, from the click to the last stored fact; null = none. */
  readonly running: () => OpenSession | null;
  readonly report: () => RunReport | null;
}

interface Needs {
  readonly news: RunNews;
  readonly onBegin: (target: OpenSession) => void;
  /** Called when no run goes on here any more: another tab may have one, or another survey may wait. */
  readonly onAtRest: (target: OpenSession, end: RunView) => void;
}

/** What is said of the run beside its own survey: a few times a second is enough. */
const GOING_MS = 250;

/** Starting and steering a run. It goes on while other screens are shown, and other surveys. */
export function createRunActions(
  part: StatePart,
  opening: SurveyOpening,
  { news, onBegin, onAtRest }: Needs,
): RunActions {
  const { store } = part;
  let surveyRun: SurveyRun | null = null;
  let running: OpenSession | null = null;
  /** From the click to the last stored fact; a second click meanwhile starts nothing. */
  let goingOn: Promise<void> | null = null;
  let isEndAsked = false;
  let report: RunReport | null = null;
  /** Hashes of stored files that were read since the page was opened, and were whole. */
  const sound = new Set<string>();

  let going: GoingRun | null = null;
  const tellGoing = throttle(GOING_MS, () => store.setState({ going }));

  function tellNow(next: GoingRun | null): void {
    going = next;
    tellGoing.call();
    tellGoing.flush();
  }

  function show(target: OpenSession, run: RunView): void {
    target.setRun(run);
    const next = { surveyId: target.id, name: target.survey().name, run };
    if (going?.run.step !== run.step) return tellNow(next);
    going = next;
    tellGoing.call();
  }

  function run(target: OpenSession, kind: RunKind = 'run'): Promise<void> {
    isEndAsked = false;
    if (goingOn !== null) return goingOn;
    running = target;
    opening.hold(target);
    const progress = progressAtRest(target);
    const preparing: RunView = { step: 'preparing', startedAt: Date.now(), progress };
    tellNow({ surveyId: target.id, name: target.survey().name, run: preparing });
    onBegin(target);
    goingOn = startRun(target, kind)
      .finally(() => {
        goingOn = null;
        running = null;
        tellNow(null);
      })
      .then(async (end) => {
        opening.release(target);
        await opening.refreshCards();
        onAtRest(target, end);
        void packAtRest(part.storage, target.id);
      });
    return goingOn;
  }

  async function startRun(target: OpenSession, kind: RunKind): Promise<RunView> {
    const steering: SurveySteering = {
      show: (view) => show(target, view),
      isEndAsked: () => isEndAsked,
      begun(begun) {
        surveyRun = begun;
        if (isEndAsked) begun.stop();
      },
    };
    try {
      const { runSurvey } = await import('./run-survey');
      const { end, report: told } = await runSurvey({ part, opening, news, sound }, { target, kind }, steering);
      report = told ?? report;
      return end;
    } catch (error) {
      const end: RunView = { step: 'stopped', progress: progressAtRest(target), condition: toCondition(error) };
      target.setRun(end);
      return end;
    } finally {
      surveyRun = null;
    }
  }

  return {
    start(kind) {
      const target = opening.current();
      return target === null ? Promise.resolve() : run(target, kind);
    },
    run,
    pause: () => surveyRun?.pause(),
    resume() {
      surveyRun?.resume();
      if (surveyRun !== null && running !== null)
        void opening.updateSurvey(running, (survey) => ({ ...survey, state: 'running' })).catch(() => undefined); // a full disk is told already
    },
    stop() {
      // Before the networks are asked for, and while files are combined, there is no run yet to be stopped.
      if (surveyRun === null) isEndAsked = true;
      else surveyRun.stop();
    },
    async end() {
      isEndAsked = true;
      surveyRun?.stop();
      await goingOn;
    },
    running: () => running,
    report: () => report,
  };
}
