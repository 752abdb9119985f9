/** What a run computes. `species` = detector, classifier and ensemble: the reference's full run. */
export type RunMode = 'species' | 'detections' | 'classify-whole-images';

/** Where the photos were taken. `country` is ISO 3166-1 alpha-3, `admin1Region` a US state of two letters. */
export interface Place {
  readonly country: string | null;
  readonly admin1Region: string | null;
}

/** What can be changed on a survey: the conclusions depend on it, the facts only on package and mode. */
export interface SurveySettings {
  readonly packageId: string | null;
  readonly mode: RunMode;
  readonly place: Place;
  readonly geofence: boolean;
}

/** How the last run ended, as far as the store knows. `running` found at start-up means: it was cut off. */
export type SurveyState = 'new' | 'running' | 'paused' | 'stopped' | 'finished';

/** A folder with its settings. Its facts are kept beside it, by filepath. */
export interface Survey {
  readonly id: string;
  readonly name: string;
  readonly isDemo: boolean;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly settings: SurveySettings;
  readonly state: SurveyState;
  /** Listed images, images with facts, and those of them with failures. */
  readonly counts: { readonly listed: number; readonly done: number; readonly failed: number };
}

/** One image file of a survey as it was listed. */
export interface ListedImage {
  /** Relative to the survey's folder, forward slashes. */
  readonly filepath: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, as the file system says. */
  readonly lastModified: number;
}
