import { messages } from '../../messages';
import { formatCaptureDateTime } from '../format/format-date';
import { eventOf } from '../../state/event-files';
import type { EventsView } from '../../state/event-state';

/** "Event 6 Nov 2010, 04:04:00, UNIT03": when it began, and its camera. `filepath` = any of its images. */
export function eventNameOf({ found }: EventsView, filepath: string | null): string {
  const event = filepath === null ? null : eventOf(found, filepath);
  if (event === null) return messages.events.eventChipUnknown;
  return messages.events.eventChip(formatCaptureDateTime(event.start), cameraName(event.deployment));
}

/** A camera is called after its folder. */
export function cameraName(deployment: string): string {
  return deployment === '' ? messages.events.topFolder : deployment;
}
