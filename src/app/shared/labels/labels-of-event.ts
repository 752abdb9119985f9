import type { OpenSurvey } from '../../state/app-state';
import { eventOf } from '../../state/event-files';
import { machineLineOf } from '../../state/suggested-observations';

/** More images than these are of many events: then their labels say nothing of any. */
const MOST_IMAGES = 200;

/**
 * The labels of the other images of these images' events, the most frequent first: what people say, else the machine. Without
 * those that the images themselves have; empty where there are none.
 */
export function labelsOfEvent(
  { events, imageOf, labels }: Pick<OpenSurvey, 'events' | 'imageOf' | 'labels'>,
  filepaths: readonly string[],
): readonly string[] {
  if (filepaths.length > MOST_IMAGES) return [];
  const own = new Set(filepaths);
  const lineOf = (filepath: string): string | null => {
    const image = imageOf(filepath);
    if (image === null) return null;
    return image.review?.observations?.[0]?.label ?? machineLineOf(image, labels);
  };
  const given = new Set(filepaths.map(lineOf));
  const counts = new Map<string, number>();
  for (const event of new Set(filepaths.map((filepath) => eventOf(events.found, filepath)))) {
    for (const filepath of event?.filepaths ?? []) {
      const line = own.has(filepath) ? null : lineOf(filepath);
      if (line !== null && !given.has(line)) counts.set(line, (counts.get(line) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([line]) => line);
}
