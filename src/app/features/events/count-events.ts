import type { SurveyEvents } from '../../../domain/events';

export interface EventCounts {
  readonly events: number;
  readonly cameras: number;
  readonly meanImages: number;
  readonly mostImages: number;
  readonly untimed: number;
}

/** The figures of a survey's events; means and most of nothing are 0. */
export function countEvents({ events, untimed }: SurveyEvents): EventCounts {
  let images = 0;
  let mostImages = 0;
  for (const { filepaths } of events) {
    images += filepaths.length;
    mostImages = Math.max(mostImages, filepaths.length);
  }
  return {
    events: events.length,
    cameras: new Set(events.map(({ deployment }) => deployment)).size,
    meanImages: events.length === 0 ? 0 : images / events.length,
    mostImages,
    untimed: untimed.length,
  };
}
