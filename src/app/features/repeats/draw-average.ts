import type { Bbox } from '../../../domain/detection';
import type { LoadPreview } from '../../shared/images/use-preview';
import type { FoundStack } from '../../state/repeats-state';
import { averagedMembers, createPixelMean, cropAround, cropPixels, fitWithin, type PixelMean } from './average-crop';

/** Longer side of the drawing, px: what a card shows on a screen of double density. */
const SIDE = 320;

/** Drawings are kept for stacks that come back to the screen; these are about 100 MB at the most. */
const MOST_KEPT = 300;
const kept = new Map<FoundStack, Promise<ImageData | null>>();

/** The mean of a stack's members, each cut to the mean box; null when no member has a preview. */
export function averageOf(stack: FoundStack, load: LoadPreview): Promise<ImageData | null> {
  const known = kept.get(stack);
  if (known !== undefined) return known;
  const drawn = drawAverage(stack, load).then((average) => {
    if (average === null) kept.delete(stack); // previews may come: asked again next time
    return average;
  });
  kept.set(stack, drawn);
  const oldest = kept.keys().next();
  if (kept.size > MOST_KEPT && oldest.done === false) kept.delete(oldest.value);
  return drawn;
}

async function drawAverage({ members, bbox }: FoundStack, load: LoadPreview): Promise<ImageData | null> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  let plan: { readonly crop: Bbox; readonly pixels: PixelMean } | null = null;
  for (const filepath of averagedMembers(members)) {
    const picture = await loadPicture(filepath, load);
    if (picture === null) continue;
    const size = { width: picture.naturalWidth, height: picture.naturalHeight };
    if (plan === null) {
      // One camera takes photos of one shape: the first picture says it.
      const crop = cropAround(bbox, size.width / size.height);
      const { width, height } = fitWithin(cropPixels(crop, size), SIDE);
      canvas.width = width;
      canvas.height = height;
      plan = { crop, pixels: createPixelMean(width * height * 4) };
    }
    const from = cropPixels(plan.crop, size);
    context.drawImage(picture, from.x, from.y, from.width, from.height, 0, 0, canvas.width, canvas.height);
    plan.pixels.add(context.getImageData(0, 0, canvas.width, canvas.height).data);
  }
  const mean = plan?.pixels.mean() ?? null;
  return mean === null ? null : new ImageData(mean, canvas.width, canvas.height);
}

async function loadPicture(filepath: string, load: LoadPreview): Promise<HTMLImageElement | null> {
  const url = await load(filepath);
  if (url === null) return null;
  const picture = new Image();
  picture.src = url;
  try {
    await picture.decode();
  } catch {
    return null; // its address was given up while it waited: the others suffice
  }
  return picture;
}
