import { countReviewed, type ReviewCount } from '../../../domain/review-modes/count-reviewed';
import { isRead, isSameAnswer, machineAnswerOf } from '../../shared/images/image-answer';
import type { SurveyImage } from '../../state/app-state';
import { lineOfAnswer } from '../../state/suggested-observations';
import { isSaid } from './said';

/** How far a species is, by what the machine calls it. */
export interface SpeciesProgress extends ReviewCount {
  /** A label line; null = the machine names nothing. */
  readonly line: string | null;
  /** Of the reviewed ones, those of which the person says the same. */
  readonly same: number;
}

export interface SurveyProgress extends ReviewCount {
  readonly same: number;
  /** The most frequent first. */
  readonly species: readonly SpeciesProgress[];
}

const NOTHING_NAMED = '';

/** How far the review of all images that could be read has come, giving way in between. */
export function* measureProgress(
  all: readonly SurveyImage[],
  labels: readonly string[],
): Generator<void, SurveyProgress> {
  const sames = new Map<string, number>();
  let same = 0;
  const images = [];
  for (const image of all) {
    if (!isRead(image)) continue;
    const answer = machineAnswerOf(image, labels);
    const species = lineOfAnswer(answer) ?? NOTHING_NAMED;
    const isDone = isSaid(image.review);
    const main = image.review?.observations?.[0];
    if (isDone && main !== undefined && isSameAnswer(answer, main.label)) {
      sames.set(species, (sames.get(species) ?? 0) + 1);
      same++;
    }
    images.push({ species, isDone });
    yield;
  }
  const progress = yield* countReviewed(images);
  return {
    done: progress.done,
    total: progress.total,
    same,
    species: progress.species.map(({ species, done, total }) => ({
      line: species === NOTHING_NAMED ? null : species,
      done,
      total,
      same: sames.get(species) ?? 0,
    })),
  };
}
