import { useEffect, useState } from 'react';
import { lackingAnimals } from '../../pipeline/lacking-animals';
import type { OpenSurvey } from './app-state';
import { runInPieces } from './run-in-pieces';
import { inferencesOf } from './survey-row';

/**
 * How many images of the open survey need another, shorter run before every animal has a species; null until they are
 * counted. 0 during a run, which does them with the others.
 */
export function useLackingAnimals({ images, survey, modelPackage, run, loading }: OpenSurvey): number | null {
  const { mode, speciesPer } = survey.settings;
  const type = modelPackage?.type ?? null;
  const isGoing = ['preparing', 'running', 'paused', 'elsewhere'].includes(run.step);
  const isAsked = speciesPer === 'animal' && type !== null && !isGoing && loading === null;
  const [counted, setCounted] = useState<{ readonly images: OpenSurvey['images']; readonly count: number } | null>(
    null,
  );
  useEffect(() => {
    if (!isAsked) return;
    const abort = new AbortController();
    runInPieces(lackingAnimals(inferencesOf(images), { mode, speciesPer, type }), abort.signal).then(
      ({ length }) => setCounted({ images, count: length }),
      (error: unknown) => {
        if (!abort.signal.aborted) throw error;
      },
    );
    return () => abort.abort();
  }, [isAsked, images, mode, speciesPer, type]);
  if (!isAsked) return 0;
  return counted?.images === images ? counted.count : null;
}
