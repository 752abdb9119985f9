import { FAINT_CONF } from '../../shared/images/shown-boxes';
import { isRead, machineAnswerOf } from '../../shared/images/image-answer';
import type { SurveyImage } from '../../state/app-state';
import { factOf } from '../../state/survey-row';
import { isSaid } from './said';

/**
 * Paths of the images that may show a person, the surest first: with a person's box, however faint, as far as boxes are drawn, or
 * called so by the machine.
 */
export function findPeople(images: readonly SurveyImage[], labels: readonly string[]): readonly string[] {
  return images
    .map((image) => ({ filepath: image.filepath, conf: personConf(image, labels) }))
    .filter((found): found is { filepath: string; conf: number } => found.conf !== null)
    .sort((one, other) => other.conf - one.conf)
    .map(({ filepath }) => filepath);
}

/** The conf of the best person's box; 0 where only the label says it; null = nothing says that a person is there. */
function personConf(image: SurveyImage, labels: readonly string[]): number | null {
  const fact = factOf(image);
  let best = -1;
  for (let box = 0; fact !== null && box < (fact.boxes ?? 0); box++) {
    if (fact.labelOf(box) !== 'human' || image.rejected?.has(box) === true) continue;
    if (fact.confOf(box) >= FAINT_CONF) best = Math.max(best, fact.confOf(box));
  }
  if (best !== -1) return best;
  return machineAnswerOf(image, labels).kind === 'human' ? 0 : null;
}

/** Somebody has said what is there, or that it is to be left out. */
export const isPersonSettled = (image: SurveyImage): boolean =>
  !isRead(image) || isSaid(image.review) || image.review?.isFlagged === true;
