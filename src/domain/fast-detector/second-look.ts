import type { Detection } from '../detection';
import type { SurveyEvents } from '../events';
import type { Inference } from '../inference';

/** An event has animals when one of its images has an animal box from this conf on: MegaDetector's typical threshold. */
export const ANIMAL_CONF = 0.2;
/** Below this an animal's box is worth a second look; the ensemble's lowest rule that trusts a box alone begins at 0.7. */
export const SURE_CONF = 0.5;

/**
 * The images that a second look repeats with the reference's detector: those whose boxes are a fast detector's, that show no
 * animal box of `SURE_CONF` or more, blank ones included, and that belong to an event with animals. An image without an event
 * is one by itself. Images that the reference's detector has answered are never among them, so that none of its answers can
 * change; nor are images that a person has settled, because what they say names boxes. In the order of the images, giving way in between.
 */
export function* secondLookImages(
  inferences: Iterable<Inference | null>,
  { eventIdOf }: Pick<SurveyEvents, 'eventIdOf'>,
  isSettled: (filepath: string) => boolean,
): Generator<void, readonly Inference[]> {
  const withAnimals = new Set<string>();
  const doubtful: Inference[] = [];
  let count = 0;
  for (const inference of inferences) {
    if (++count % IMAGES_PER_PIECE === 0) yield;
    if (inference === null || inference.detections === null) continue;
    const conf = bestAnimal(inference.detections);
    if (conf >= ANIMAL_CONF) withAnimals.add(eventOf(inference, eventIdOf));
    if (inference.speed?.preset !== 'fast' || conf >= SURE_CONF || isSettled(inference.filepath)) continue;
    doubtful.push(inference);
  }
  return doubtful.filter((inference) => withAnimals.has(eventOf(inference, eventIdOf)));
}

const IMAGES_PER_PIECE = 200;

function eventOf({ filepath }: Inference, eventIdOf: ReadonlyMap<string, string>): string {
  return eventIdOf.get(filepath) ?? filepath;
}

function bestAnimal(detections: readonly Detection[]): number {
  return detections.reduce((best, { label, conf }) => (label === 'animal' ? Math.max(best, conf) : best), 0);
}
