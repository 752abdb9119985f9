import { useMemo } from 'react';
import type { OpenSurvey } from './app-state';
import { secondLookOf } from './second-look-work';
import { factOf } from './survey-row';
import { useInPieces } from './use-in-pieces';

/** How the open survey's facts stand to a second look. */
export interface SecondLookCounts {
  /** Images whose boxes are a fast detector's. */
  readonly fast: number;
  /** Images that had a second look. */
  readonly done: number;
  /** Images that a second look would repeat; null until they are counted, during a run, and before the fast run is complete. */
  readonly doubtful: number | null;
}

export function useSecondLook({ images, events, run, loading, survey }: OpenSurvey): SecondLookCounts {
  const { fast, done } = useMemo(() => countPresets(images), [images]);
  const { found } = events;
  const isGoing = ['preparing', 'running', 'paused', 'elsewhere'].includes(run.step);
  const isComplete = survey.counts.done >= survey.counts.listed;
  const isAsked = fast > 0 && !isGoing && isComplete && loading === null;
  const start = useMemo(
    () => (isAsked && found !== null ? () => secondLookOf(images, found) : null),
    [isAsked, images, found],
  );
  const { result, isCurrent } = useInPieces(start);
  return { fast, done, doubtful: isCurrent && result !== null ? result.length : null };
}

function countPresets(images: OpenSurvey['images']) {
  let fast = 0;
  let done = 0;
  for (const image of images) {
    const preset = factOf(image)?.speed?.preset;
    if (preset === 'fast') fast++;
    if (preset === 'second-look') done++;
  }
  return { fast, done };
}
