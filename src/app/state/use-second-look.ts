import { useEffect, useState } from 'react';
import type { OpenSurvey } from './app-state';
import { imagesForSecondLook } from './second-look-work';

/** How the open survey's facts stand to a second look. */
export interface SecondLookCounts {
  /** Images whose boxes are a fast detector's. */
  readonly fast: number;
  /** Images that had a second look. */
  readonly done: number;
  /** Images that a second look would repeat; null until they are counted, and during a run. */
  readonly doubtful: number | null;
}

export function useSecondLook({ images, events, run, loading }: OpenSurvey): SecondLookCounts {
  const isGoing = ['preparing', 'running', 'paused', 'elsewhere'].includes(run.step);
  const fast = images.filter(({ inference }) => inference?.speed?.preset === 'fast').length;
  const done = images.filter(({ inference }) => inference?.speed?.preset === 'second-look').length;
  const [counted, setCounted] = useState<{ readonly images: OpenSurvey['images']; readonly count: number } | null>(
    null,
  );
  const { found } = events;
  const isAsked = fast > 0 && !isGoing && loading === null && found !== null;
  useEffect(() => {
    if (!isAsked) return;
    const abort = new AbortController();
    imagesForSecondLook(images, found, abort.signal).then(
      ({ length }) => setCounted({ images, count: length }),
      (error: unknown) => {
        if (!abort.signal.aborted) throw error;
      },
    );
    return () => abort.abort();
  }, [isAsked, images, found]);
  if (fast === 0) return { fast, done, doubtful: 0 };
  return { fast, done, doubtful: isAsked && counted?.images === images ? counted.count : null };
}
