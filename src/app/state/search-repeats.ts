import type { RepeatImage } from '../../domain/megadetector/repeat-detections';
import { compareCertainty, findRepeatStacks } from '../../domain/megadetector/repeat-stacks';
import { repeatOptionsOf, type RepeatSearchOptions } from './repeat-search-options';
import type { FoundStack } from './repeats-state';

/** Images looked at between two yields while they are put to their cameras. */
const PIECE = 1000;

/**
 * Finds stacks as `findRepeatStacks` does, one camera after the other, so that it is known how far the search is: `onImages`
 * is told how many images are done.
 */
export function* searchRepeats(
  images: readonly RepeatImage[],
  search: RepeatSearchOptions,
  onImages: (done: number) => void,
): Generator<void, readonly FoundStack[]> {
  const { minIou, cameraBy } = search;
  const options = repeatOptionsOf(search);
  const cameras = new Map<string, RepeatImage[]>();
  let looked = 0;
  for (const image of images) {
    const camera = options.cameraOf(image.filepath);
    const own = cameras.get(camera);
    if (own === undefined) cameras.set(camera, [image]);
    else own.push(image);
    if (++looked % PIECE === 0) yield;
  }
  const found: FoundStack[] = [];
  let done = 0;
  for (const own of cameras.values()) {
    for (const stack of yield* findRepeatStacks(own, options)) found.push({ ...stack, minIou, cameraBy });
    done += own.length;
    onImages(done);
    yield;
  }
  return found.sort(compareCertainty);
}
