import { useMemo } from 'react';
import { groupHeldBack, type HeldBackSurvey } from '../../pipeline/held-back-groups';
import type { OpenSurvey } from './app-state';
import { useInPieces, type InPieces } from './use-in-pieces';

/** What the geofence holds back in the open survey; follows images and rules. Null until counted, or without rules. */
export function useHeldBack({ images, rules }: Pick<OpenSurvey, 'images' | 'rules'>): InPieces<HeldBackSurvey> {
  return useInPieces(useMemo(() => (rules === null ? null : () => groupHeldBack(images, rules)), [images, rules]));
}
