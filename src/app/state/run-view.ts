import type { Survey } from '../../domain/survey';
import type { RunProgress } from '../../pipeline/run-progress';
import type { PauseReason, RunState, StopReason } from '../../pipeline/run-state';
import type { BackendReport } from '../../rpc/inference-api';
import type { RunProgressView, RunView } from './app-state';
import type { Condition } from './condition';

/** What the screens are told of a run. `pausing` and `stopping` still compute, so they count as running. */
export function runViewOf(state: RunState, progress: RunProgressView, folderName: string): RunView {
  switch (state.step) {
    case 'running':
    case 'pausing':
    case 'stopping':
      return { step: 'running', progress };
    case 'paused':
      return { step: 'paused', progress, condition: conditionOfPause(state.reason, folderName) };
    case 'stopped':
      return { step: 'stopped', progress, condition: conditionOfStop(state.reason) };
    case 'finished':
      return { step: 'finished', progress };
  }
}

function conditionOfPause(reason: PauseReason, folderName: string): Condition | null {
  switch (reason.code) {
    case 'asked':
      return null;
    case 'source-lost':
      return { code: 'folder-gone', details: { name: folderName }, technical: null };
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

/** Counts and times for the screens; before the run's first word, what the store knows. */
export function progressViewOf(
  progress: RunProgress | null,
  { survey, done }: { readonly survey: Survey; readonly done: ReadonlySet<string> },
  backend: BackendReport | null,
  newest: readonly string[],
): RunProgressView {
  if (progress === null) {
    const { listed, failed } = survey.counts;
    const unknown = { imagesPerMinute: null, secondsLeft: null, stageMs: { read: 0, detect: 0, name: 0, store: 0 } };
    return { ...unknown, done: done.size, total: Math.max(listed, done.size), failed, backend, newest: [...newest] };
  }
  const { seconds, done: doneNow, resumed, total, failed, imagesPerMinute, secondsLeft } = progress;
  const perImage = (sum: number) => (doneNow > resumed ? (sum * 1000) / (doneNow - resumed) : 0);
  return {
    done: doneNow,
    total,
    failed: failed + survey.counts.failed,
    imagesPerMinute,
    secondsLeft,
    stageMs: {
      read: perImage(seconds.decode),
      detect: perImage(seconds.detector),
      name: perImage(seconds.classifier),
      store: perImage(seconds.store),
    },
    backend,
    newest: [...newest],
  };
}
