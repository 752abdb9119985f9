import { useMemo } from 'react';
import { findAgreement, type Agreement } from '../../../domain/review-modes/find-agreement';
import type { TaxonomyLevel } from '../../../domain/prediction';
import type { OpenSurvey } from '../../state/app-state';
import { useInPieces } from '../../state/use-in-pieces';
import { judgedImages } from './judged-images';

/** Null until it was counted once; then the last one while it is counted anew. */
export function useAgreement({ images, labels, loading }: OpenSurvey, level: TaxonomyLevel): Agreement | null {
  return useInPieces(
    useMemo(
      () =>
        loading === null
          ? function* () {
              return yield* findAgreement(judgedImages(images, labels), level);
            }
          : null,
      [images, labels, loading, level],
    ),
  ).result;
}
