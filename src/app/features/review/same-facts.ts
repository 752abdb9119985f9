import type { SurveyImage } from '../../state/app-state';

/**
 * True when nothing but what people say differs. Orders that follow from facts alone stay as they are while somebody reviews, and
 * need not be found anew after each act.
 */
export function haveSameFacts(one: readonly SurveyImage[], other: readonly SurveyImage[]): boolean {
  if (one === other) return true;
  return one.length === other.length && one.every((image, index) => isSameFact(image, other[index]!));
}

function isSameFact(one: SurveyImage, other: SurveyImage): boolean {
  return (
    one === other ||
    (one.filepath === other.filepath &&
      // Of rows what lies in memory is compared: an inference is another object when nobody held the one before.
      (one.fact === undefined ? one.inference === other.inference : one.fact === other.fact) &&
      one.prediction === other.prediction &&
      one.animals === other.animals &&
      one.smoothed === other.smoothed &&
      one.rejected === other.rejected)
  );
}
