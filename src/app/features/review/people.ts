import { FAINT_CONF } from '../../shared/images/shown-boxes';
import { describeMachine, type ImageDescription } from '../../shared/images/describe-image';
import type { SurveyImage } from '../../state/app-state';
import { isReadable, isSaid } from './said';

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
  const confs = (image.inference?.detections ?? []).flatMap(({ label, conf }, index) =>
    label === 'human' && conf >= FAINT_CONF && image.rejected?.has(index) !== true ? [conf] : [],
  );
  if (confs.length > 0) return Math.max(...confs);
  return describeMachine(image, labels).kind === 'human' ? 0 : null;
}

/** Somebody has said what is there, or that it is to be left out. */
export const isPersonSettled = (description: ImageDescription): boolean =>
  !isReadable(description) || isSaid(description.review) || description.review?.isFlagged === true;
