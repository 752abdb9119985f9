import { countReviewed, type ReviewCount } from '../../../domain/review-modes/count-reviewed';
import type { ImageDescription } from '../../shared/images/describe-image';
import { machineLineOf } from '../../state/suggested-observations';
import { isReadable, isSaid } from './said';

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
export function* measureProgress(descriptions: Iterable<ImageDescription>): Generator<void, SurveyProgress> {
  const sames = new Map<string, number>();
  let same = 0;
  const images = [];
  for (const description of descriptions) {
    if (!isReadable(description)) continue;
    const species = machineLineOf(description) ?? NOTHING_NAMED;
    const isDone = isSaid(description.review);
    if (isDone && description.machine?.isSame === true) {
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
