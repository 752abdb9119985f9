import type { RunProgressView } from './app-state';
import type { OpenSession } from './open-session';

/** Where the survey stands when this tab has no run of it. */
export function progressAtRest(target: OpenSession): RunProgressView {
  const { listed, done, failed } = target.survey().counts;
  return {
    done,
    total: Math.max(listed, done),
    failed,
    restarts: 0,
    imagesPerMinute: null,
    secondsLeft: null,
    stageMs: { read: 0, detect: 0, name: 0, store: 0 },
    backend: null,
    newest: [],
  };
}
