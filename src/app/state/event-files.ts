import type { SurveyEvent } from '../../domain/events';
import type { EventsView, FoundEvents } from './event-state';

/** The event that an image belongs to, by its path; null = none, or events are not known yet. */
export function eventOf(found: FoundEvents | null, filepath: string): SurveyEvent | null {
  const id = found?.eventIdOf.get(filepath);
  const index = id === undefined ? undefined : found?.indexOf.get(id);
  return index === undefined ? null : (found?.events[index] ?? null);
}

/** The paths of that image's event; the image alone where there is none. Null = no event is asked for. */
export function filesOfEvent({ found }: EventsView, filepath: string | null): ReadonlySet<string> | null {
  return filepath === null ? null : new Set(eventOf(found, filepath)?.filepaths ?? [filepath]);
}
