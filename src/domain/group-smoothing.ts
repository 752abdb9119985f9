import type { SmoothedClass, SmoothedClasses } from './smoothed-image';

/** Detections that smoothing changed alike, for the same reason. */
export interface SmoothingGroup extends SmoothedClass {
  readonly detections: number;
  readonly images: number;
  /** Events that these images belong to; images without an event count in none. */
  readonly events: number;
}

/** Groups the changes of a survey, those with most detections first, in steps of one image. */
export function* groupSmoothing(
  changesOf: ReadonlyMap<string, SmoothedClasses>,
  eventIdOf: ReadonlyMap<string, string>,
): Generator<void, readonly SmoothingGroup[], void> {
  const groups = new Map<
    string,
    { change: SmoothedClass; detections: number; files: Set<string>; events: Set<string> }
  >();
  for (const [file, changes] of changesOf) {
    for (const change of changes.values()) {
      const key = [change.was, change.label, change.within, change.step].join('\n');
      const group = groups.get(key) ?? { change, detections: 0, files: new Set(), events: new Set() };
      groups.set(key, group);
      const event = eventIdOf.get(file);
      group.detections += 1;
      group.files.add(file);
      if (event !== undefined) group.events.add(event);
    }
    yield;
  }
  return [...groups.values()]
    .map(({ change, detections, files, events }) => ({
      ...change,
      detections,
      images: files.size,
      events: events.size,
    }))
    .sort((a, b) => b.detections - a.detections);
}
