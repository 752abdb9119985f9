import type { Geolocation } from '../../domain/geolocation';

/** What counts for single images of a survey, beside its settings. */
export interface SurveyDecisions {
  /** From an instances file. */
  readonly places: ReadonlyMap<string, Geolocation>;
  /** Order of the images in an instances file, duplicates included; null = the folder's own. */
  readonly order: readonly string[] | null;
  /** Numbers of the detections that were rejected as repeats, by filepath. */
  readonly rejected: ReadonlyMap<string, ReadonlySet<number>>;
}

/** A survey of which nobody decided anything. */
export const NO_DECISIONS: SurveyDecisions = { places: new Map(), order: null, rejected: new Map() };
