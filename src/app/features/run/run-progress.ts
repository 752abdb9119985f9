import type { OpenSurvey, RunProgressView } from '../../state/app-state';
import { hasFact } from '../../state/survey-row';

/**
 * The progress of the run; of a survey that is not running, what its facts say. `lacking`: images that are done but for the
 * names of single animals; 0 while a run goes on.
 */
export function progressOf({ run, survey, images }: OpenSurvey, lacking: number): RunProgressView {
  if (run.step === 'finished') return { ...run.progress, done: run.progress.done - lacking };
  if (run.step !== 'idle') return run.progress;
  return {
    done: survey.counts.done - lacking,
    total: survey.counts.listed,
    failed: survey.counts.failed,
    restarts: 0,
    imagesPerMinute: null,
    secondsLeft: null,
    stageMs: { read: 0, detect: 0, name: 0, store: 0 },
    backend: null,
    newest: lastDone(images, 30),
  };
}

/** Without a run nobody knows which came last: the end of the list is as good. */
function lastDone(images: OpenSurvey['images'], count: number): readonly string[] {
  const paths: string[] = [];
  for (let index = images.length - 1; index >= 0 && paths.length < count; index -= 1) {
    const image = images[index];
    if (image !== undefined && hasFact(image)) paths.push(image.filepath);
  }
  return paths;
}

/** What the header says in words below the bar. */
export type RunSituation =
  | 'elsewhere'
  | 'empty'
  | 'listing'
  | 'no-package'
  | 'idle'
  | 'idle-some'
  | 'cut-off'
  | 'preparing'
  | 'running'
  | 'fell-back'
  | 'paused'
  | 'stopped'
  | 'finished';

export function situationOf(open: OpenSurvey, progress: RunProgressView): RunSituation {
  const { run, listing } = open;
  if (run.step === 'running') return progress.backend?.reason === 'fell-back' ? 'fell-back' : 'running';
  // More was asked for since: a name for every animal.
  if (run.step === 'finished' && progress.done < progress.total) return 'idle-some';
  if (run.step !== 'idle') return run.step;
  if (listing.step === 'listing') return 'listing';
  if (progress.total === 0) return 'empty';
  if (progress.done === progress.total) return 'finished';
  if (open.modelPackage === null) return 'no-package';
  if (progress.done === 0) return 'idle';
  return open.wasCutOff ? 'cut-off' : 'idle-some';
}

/** When it will be done, as a moment on this computer's clock; null when nothing can be said. */
export function doneAt(secondsLeft: number | null, nowMs: number): number | null {
  return secondsLeft === null ? null : nowMs + secondsLeft * 1000;
}
