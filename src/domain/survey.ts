import type { SpeedPreset } from './fast-detector/fact-speed';
import type { FolderPlace } from './folder-places';
import type { GeofenceFix } from './geofence-fixes';
import type { AncestorTest } from './megadetector/smoothing-options';
import type { Place } from './place';

export type { Place } from './place';

/**
 * What a run computes. `species` = detector, classifier and ensemble: the reference's full run. `detections` = the detector
 * alone. `classify-whole-images` and `classify-detections` = the classifier alone, on whole images or on boxes of a file.
 * `ensemble` = no network: detections and classes of two files are combined.
 */
export type RunMode = 'species' | 'detections' | 'classify-whole-images' | 'classify-detections' | 'ensemble';

/**
 * What gets a species. `image`: the image, by its best box, as SpeciesNet's own program does it. `animal`: also every box, as
 * MegaDetector's run_md_and_speciesnet does it; the image's species follows from the same facts.
 */
export type SpeciesPer = 'image' | 'animal';

/** How images are grouped into events. */
export interface EventSettings {
  /** Images further apart in time than this, in seconds, belong to different events. */
  readonly gapSeconds: number;
  /** What counts as one camera: its folder without the camera's own subfolders (100RECNX, …), or each folder by itself. */
  readonly camera: 'camera-folder' | 'folder';
}

/** How far species are made alike within an image, and within an event. `events` does both, images first. */
export type Smoothing = 'off' | 'images' | 'events';

/** What can be changed on a survey: conclusions depend on it; facts only on package, mode, target species, speciesPer and speedPreset. */
export interface SurveySettings {
  readonly packageId: string | null;
  readonly mode: RunMode;
  readonly speciesPer: SpeciesPer;
  /** Labels whose logits are kept for every image, in this order. */
  readonly targetSpecies: readonly string[];
  readonly place: Place;
  /** Images without a place of their own get that of their coordinates. The reference never does this. */
  readonly placeFromCoordinates: boolean;
  readonly folderPlaces: readonly FolderPlace[];
  readonly geofence: boolean;
  /** The person's own rules, applied over the package's geofence. */
  readonly ownGeofence: readonly GeofenceFix[];
  readonly rollup: boolean;
  readonly events: EventSettings;
  readonly smoothing: Smoothing;
  /** How smoothing tells the ancestors of a taxon; absent = as the reference. */
  readonly smoothingAncestors?: AncestorTest;
  /** What the next run computes with; absent = `reference`. What made each fact stands in the fact. */
  readonly speedPreset?: SpeedPreset;
}

/** The gap is create_sequences's (megadetector 10.0.24). */
const DEFAULT_EVENTS: EventSettings = { gapSeconds: 60, camera: 'camera-folder' };

/** Settings that do what the reference programs do without options. */
export const REFERENCE_SETTINGS: Omit<SurveySettings, 'packageId'> = {
  mode: 'species',
  speciesPer: 'image',
  targetSpecies: [],
  place: { country: null, admin1Region: null },
  placeFromCoordinates: false,
  folderPlaces: [],
  geofence: true,
  ownGeofence: [],
  rollup: true,
  events: DEFAULT_EVENTS,
  smoothing: 'off',
};

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
  /** Labels of imported results that the package's list does not hold: they follow it in the facts' class numbers. */
  readonly extraLabels: readonly string[];
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
