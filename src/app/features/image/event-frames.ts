import { eventOf } from '../../state/event-files';
import type { EventsView } from '../../state/event-state';

/** The photos of an image's event, in order of time, and the ones beside it. */
export interface EventFrames {
  /** Of the event; the image alone where it has no capture time, and so no event. */
  readonly filepaths: readonly string[];
  readonly index: number;
  readonly hasEvent: boolean;
  readonly previous: string | null;
  readonly next: string | null;
}

/** Null while events are not known. */
export function framesAround({ found }: EventsView, filepath: string): EventFrames | null {
  if (found === null) return null;
  const event = eventOf(found, filepath);
  const filepaths = event?.filepaths ?? [filepath];
  const index = filepaths.indexOf(filepath);
  return {
    filepaths,
    index,
    hasEvent: event !== null,
    previous: filepaths[index - 1] ?? null,
    next: filepaths[index + 1] ?? null,
  };
}
