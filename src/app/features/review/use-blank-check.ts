import { useMemo } from 'react';
import { cameraFolderOf } from '../../../domain/megadetector/camera-folder';
import { followBlankCheck, type BlankCheck } from '../../../domain/review-modes/blank-check';
import { orderBlankSample, type BlankSample } from '../../../domain/review-modes/order-blank-sample';
import type { Confidence } from '../../../domain/review-modes/proportion-interval';
import { randomNumberOf } from '../../../domain/review-modes/random-number-of';
import { machineAnswerOf } from '../../shared/images/image-answer';
import type { OpenSurvey, SurveyImage } from '../../state/app-state';
import { useInPieces } from '../../state/use-in-pieces';
import { blankAnswerOf } from './said';

/** A sample of the images that the machine calls blank, and how far it is looked at. */
export interface SampleCheck {
  readonly sample: BlankSample;
  readonly check: BlankCheck;
  readonly seed: number;
}

/** The same survey always gives the same sample. */
export const sampleSeedOf = (surveyId: string): number => randomNumberOf(surveyId, 0);

/** Null while the sample is drawn. */
export function useBlankCheck(
  open: OpenSurvey,
  images: readonly SurveyImage[],
  confidence: Confidence,
): SampleCheck | null {
  const { labels, loading, survey, imageOf } = open;
  const seed = sampleSeedOf(survey.id);
  const drawn = useInPieces(
    useMemo(
      () =>
        loading === null ? () => orderBlankSample(blanksOf(images, labels), { stratumOf: cameraFolderOf, seed }) : null,
      [images, labels, loading, seed],
    ),
  );
  const sample = drawn.isCurrent ? drawn.result : null;
  const reviewed = open.images;
  return useMemo(() => {
    // What a person says comes with a new array of images.
    if (sample === null || reviewed.length === 0) return null;
    const check = followBlankCheck(sample, (filepath) => blankAnswerOf(imageOf(filepath)?.review), confidence);
    return { sample, check, seed };
  }, [sample, reviewed, imageOf, confidence, seed]);
}

/** Whatever people say of them: a sample that left out what was reviewed would be none. */
function* blanksOf(images: readonly SurveyImage[], labels: readonly string[]): Generator<string> {
  for (const image of images) if (machineAnswerOf(image, labels).kind === 'blank') yield image.filepath;
}
