import type { SurveyEvents } from '../../domain/events';
import type { SmoothingGroup } from '../../domain/group-smoothing';

/** The events of the open survey, found anew whenever photos, times or the settings of events change; never stored. */
export interface EventsView {
  /** They are being looked for; `found` is then of before. */
  readonly isFinding: boolean;
  /** Of the images that have facts; null until they were found once. */
  readonly found: FoundEvents | null;
}

export interface FoundEvents extends SurveyEvents {
  /** Place in `events` by id. */
  readonly indexOf: ReadonlyMap<string, number>;
}

/** What smoothing makes of the open survey. The changed classes themselves are at the images. */
export interface SmoothingView {
  /** Names are being smoothed because something was decided; new facts of a run are smoothed without a word. */
  readonly isSmoothing: boolean;
  /** Null while smoothing is off, or was not done yet. */
  readonly outcome: SmoothingOutcome | null;
  /** Why the survey can't be smoothed, as technical text; null = it can. */
  readonly problem: string | null;
}

export interface SmoothingOutcome {
  readonly detections: number;
  readonly images: number;
  readonly groups: readonly SmoothingGroup[];
  /** `pre_smoothing_description` of MegaDetector's files by filepath. */
  readonly descriptionOf: ReadonlyMap<string, string>;
}

export const NO_EVENTS: EventsView = { isFinding: false, found: null };
export const NO_SMOOTHING: SmoothingView = { isSmoothing: false, outcome: null, problem: null };
