import type { Survey } from '../../domain/survey';
import type { RunProgress } from '../../pipeline/run-progress';
import type { PauseReason, RunState, StopReason } from '../../pipeline/run-state';
import type { BackendReport } from '../../rpc/inference-api';
import type { RunProgressView, RunView } from './app-state';
import type { Condition } from './condition';
import type { RunKind } from './run-kind';

/** Why a folder can't be reached: unplugged, moved or renamed, or the browser was told to let us read it no longer. */
export type SourceLoss = 'folder-gone' | 'permission-denied';

/** The folder of a run, for its words. */
export interface RunFolder {
  readonly name: string;
  readonly sourceLoss: SourceLoss;
}

/** What the screens are told of a run. `pausing` and `stopping` still compute, so they count as running. */
export function runViewOf(state: RunState, progress: RunProgressView, folder: RunFolder): RunView {
  switch (state.step) {
    case 'running':
    case 'pausing':
    case 'stopping':
      return { step: 'running', progress };
    case 'paused':
      return { step: 'paused', progress, condition: conditionOfPause(state.reason, folder) };
    case 'stopped':
      return { step: 'stopped', progress, condition: conditionOfStop(state.reason) };
    case 'finished':
      return { step: 'finished', progress };
  }
}

function conditionOfPause(reason: PauseReason, { name, sourceLoss }: RunFolder): Condition | null {
  switch (reason.code) {
    case 'asked':
      return null;
    case 'source-lost':
      return { code: sourceLoss, details: { name }, technical: null };
    case 'storage':
      return { code: reason.error.code, details: {}, technical: reason.error.message };
  }
}

const STOP_CODES = {
  'broke-down': 'worker-died',
  'restart-failed': 'models-failed',
  'listing-failed': 'run-failed',
} as const satisfies Record<Exclude<StopReason['code'], 'asked'>, string>;

function conditionOfStop(reason: StopReason): Condition | null {
  if (reason.code === 'asked') return null;
  const { code, message } = reason.error;
  return { code: STOP_CODES[reason.code], details: {}, technical: `${code}: ${message}` };
}

/** What is known of a run before its first word. */
interface KnownBefore {
  readonly survey: Pick<Survey, 'counts'>;
  readonly done: ReadonlySet<string>;
  /** Asked anew each time: it grows with the run. */
  readonly failed: () => number;
  readonly kind: RunKind;
}

/** Counts and times for the screens; before the run's first word, what the store knows. */
export function progressViewOf(
  progress: RunProgress | null,
  { survey, done, failed, kind }: KnownBefore,
  backend: BackendReport | null,
  newest: readonly string[],
): RunProgressView {
  const isSecondLook = kind === 'second-look';
  const known = { failed: failed(), backend, newest: [...newest], ...(isSecondLook && { isSecondLook }) };
  if (progress === null) {
    return {
      ...known,
      done: done.size,
      total: Math.max(survey.counts.listed, done.size),
      restarts: 0,
      imagesPerMinute: null,
      secondsLeft: null,
      stageMs: { read: 0, detect: 0, name: 0, store: 0 },
    };
  }
  const { seconds, done: doneNow, resumed, total, restarts, imagesPerMinute, secondsLeft } = progress;
  const perImage = (sum: number) => (doneNow > resumed ? (sum * 1000) / (doneNow - resumed) : 0);
  return {
    ...known,
    done: doneNow,
    total,
    restarts: restarts.prepare + restarts.infer,
    imagesPerMinute,
    secondsLeft,
    stageMs: {
      read: perImage(seconds.decode),
      detect: perImage(seconds.detector),
      name: perImage(seconds.classifier),
      store: perImage(seconds.store),
    },
  };
}
