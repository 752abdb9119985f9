import { useMemo } from 'react';
import { findAgreement, type Agreement } from '../../../domain/review-modes/find-agreement';
import type { TaxonomyLevel } from '../../../domain/prediction';
import { describeImage } from '../../shared/images/describe-image';
import type { OpenSurvey } from '../../state/app-state';
import { useInPieces } from '../../state/use-in-pieces';
import { judgedImages, type JudgedFile } from './judged-images';

/** Machine and person compared, and the images that were. */
export interface SurveyAgreement {
  readonly agreement: Agreement;
  readonly judged: readonly JudgedFile[];
}

/** Null until it was counted once; then the last one while it is counted anew. */
export function useAgreement({ images, labels, loading }: OpenSurvey, level: TaxonomyLevel): SurveyAgreement | null {
  return useInPieces(
    useMemo(
      () =>
        loading === null
          ? function* () {
              const judged = judgedImages(images.map((image) => describeImage(image, labels)));
              return { agreement: yield* findAgreement(judged, level), judged };
            }
          : null,
      [images, labels, loading, level],
    ),
  ).result;
}
