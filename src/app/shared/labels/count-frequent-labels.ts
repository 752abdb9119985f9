import { DIGITS } from '../../../domain/labels/label-use';
import { isSpecialLabel } from '../../../domain/labels/label-catalogue';
import type { SurveyImage } from '../../state/app-state';
import { describeImage } from '../images/describe-image';

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
    // Remembered: the gallery asks the same of every image.
    const description = describeImage(image, labels);
    const { labelLine } = description.machine ?? description;
    if (labelLine === null || isSpecialLabel(labelLine)) continue;
    counts.set(labelLine, (counts.get(labelLine) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, DIGITS)
    .map(([label]) => label);
}
