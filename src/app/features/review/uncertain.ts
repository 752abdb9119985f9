import { classScoresOf } from '../../../domain/facts';
import type { ClassScores } from '../../../domain/inference';
import type { UncertainImage } from '../../../domain/review-modes/order-uncertain-first';
import type { OpenSurvey, SurveyImage } from '../../state/app-state';
import { factOf } from '../../state/survey-row';

/** What the classifier said of the part of the image that decides; null = it was not asked, or failed. */
export function decidingScores(image: SurveyImage, rules: OpenSurvey['rules']): ClassScores | null {
  const inference = factOf(image)?.read() ?? null;
  if (inference === null) return null;
  if (rules !== null) return classScoresOf(inference, rules);
  return inference.crops['0'] ?? inference.crops.image ?? null;
}

/** The images that can be doubted, with the events that they belong to. */
export function uncertainImages(
  images: readonly SurveyImage[],
  { rules, events }: Pick<OpenSurvey, 'rules' | 'events'>,
): readonly UncertainImage[] {
  return images
    .filter((image) => factOf(image)?.failures.every((failure) => failure === 'GEOLOCATION'))
    .map((image) => ({
      filepath: image.filepath,
      scores: decidingScores(image, rules)?.scores ?? null,
      eventId: events.found?.eventIdOf.get(image.filepath) ?? null,
    }));
}
