import { parseWallClock } from '../../../domain/wall-clock';
import { eventOf } from '../../state/event-files';
import type { EventsView } from '../../state/event-state';

/** Where an image stands among the events. */
export interface EventPlace {
  /** Null = the image belongs to no event. */
  readonly event: {
    /** From 0, of `events`; and of the image in its event, of `images`. */
    readonly index: number;
    readonly imageIndex: number;
    readonly images: number;
    /** From its first image to its last. */
    readonly seconds: number;
  } | null;
  readonly events: number;
  /** First images of the events before and after. */
  readonly previous: string | null;
  readonly next: string | null;
}

/** Null while events are not known. */
export function eventPlaceOf({ found }: EventsView, filepath: string): EventPlace | null {
  if (found === null) return null;
  const event = eventOf(found, filepath);
  if (event === null) return { event: null, events: found.events.length, previous: null, next: null };
  const index = found.indexOf.get(event.id)!;
  return {
    event: {
      index,
      imageIndex: event.filepaths.indexOf(filepath),
      images: event.filepaths.length,
      seconds: (parseWallClock(event.end) ?? 0) - (parseWallClock(event.start) ?? 0),
    },
    events: found.events.length,
    previous: found.events[index - 1]?.filepaths[0] ?? null,
    next: found.events[index + 1]?.filepaths[0] ?? null,
  };
}
