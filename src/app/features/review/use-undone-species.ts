import { useEffect, useRef } from 'react';
import type { OpenSurvey } from '../../state/app-state';
import { useAppState } from '../../state/app-store';
import { changeReviewView } from '../../state/review-view';
import { machineLineOf } from '../../state/suggested-observations';

/** The species of what was undone comes back on the screen. */
export function useUndoneSpecies({ survey, imageOf, labels }: OpenSurvey): void {
  const last = useAppState((state) => state.open?.reviewing.last ?? null);
  const heard = useRef(last);
  useEffect(() => {
    if (last === heard.current) return;
    heard.current = last;
    if (last?.way !== 'undone' || last.filepath === null) return;
    const image = imageOf(last.filepath);
    const species = image === null ? null : machineLineOf(image, labels);
    if (species !== null) changeReviewView(survey.id, { species });
  }, [last, survey.id, imageOf, labels]);
}
