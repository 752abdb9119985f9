import { messages } from '../../messages';
import type { ImageDescription } from './describe-image';
import { imageName, labelName } from './image-words';
import { readLabel, type LabelKind } from './read-label';

/** A box has a name of its own, or, as the best one, the image's; else it is what the detector calls it. */
export function boxName(
  description: ImageDescription,
  { index, kind }: { readonly index: number; readonly kind: LabelKind },
): string {
  const { animals, smoothed, review } = description.image;
  const said = review?.boxes?.[index]?.label;
  const own = said ?? smoothed?.get(index)?.label ?? animals[index]?.label ?? null;
  if (own !== null && kind === 'animal') {
    const label = readLabel(own);
    return labelName(label.kind, label);
  }
  return index === 0 && kind === description.kind ? imageName(description) : messages.images.kinds[kind];
}
