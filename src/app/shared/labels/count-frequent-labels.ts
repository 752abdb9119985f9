import { DIGITS } from '../../../domain/labels/label-use';
import { isSpecialLabel } from '../../../domain/labels/label-catalogue';
import type { SurveyImage } from '../../state/app-state';
import { machineAnswerOf } from '../images/image-answer';

/** So many images are looked at between two pauses. */
const STRIDE = 64;

/**
 * The labels that the machine gives most often, the most frequent first, at most as many as there are digits. Blank, person and
 * the other labels without a taxon are left out: they have letters. In pieces.
 */
export function* countFrequentLabels(
  images: readonly SurveyImage[],
  labels: readonly string[],
): Generator<void, readonly string[]> {
  const counts = new Map<string, number>();
  for (const [index, image] of images.entries()) {
    if (index % STRIDE === 0) yield;
    const { labelLine } = machineAnswerOf(image, labels);
    if (labelLine === null || isSpecialLabel(labelLine)) continue;
    counts.set(labelLine, (counts.get(labelLine) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, DIGITS)
    .map(([label]) => label);
}
