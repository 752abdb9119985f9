import type { GeofenceFix } from '../../domain/geofence-fixes';
import type { ImagePlace } from '../../domain/image-place';
import type { Inference } from '../../domain/inference';
import type { ModelCatalog } from '../../domain/model-catalog';
import type { ModelPackage } from '../../domain/model-package';
import type { StoredFact } from '../../domain/packed-facts/stored-fact';
import type { Prediction } from '../../domain/prediction';
import type { ImageReview } from '../../domain/review/image-review';
import type { Rejected } from '../../domain/rejected-detections';
import type { Conclusion } from '../../domain/rollup';
import type { RunQueue } from '../../domain/run-queue';
import type { SmoothedClasses } from '../../domain/smoothed-image';
import type { Survey } from '../../domain/survey';
import type { SurveyRules } from '../../pipeline/conclude';
import type { HeldBack } from '../../pipeline/held-back';
import type { BackendReport } from '../../rpc/inference-api';
import type { PackageProgress } from '../../rpc/package-api';
import type { Settings } from '../../storage/settings-store';
import type { RepeatsState } from './repeats-state';
import type { EventsView, SmoothingView } from './event-state';
import type { Condition } from './condition';
import type { ComparisonView } from './comparison-view';
import type { ReviewingView } from './reviewing-view';
import type { ImportView } from './import-view';
import type { LabelBook } from './label-book';
import type { MergeView } from './merge-view';

/** A survey as the home screen lists it. */
export interface SurveyCard {
  readonly survey: Survey;
  /** The run ended without being paused or stopped: the tab or the computer went away. */
  readonly wasCutOff: boolean;
  /** A few images with a preview, for the card. */
  readonly previewOf: readonly string[];
}

/** One image of the open survey: what was listed, the fact once it is stored, and what is concluded from it. */
export interface SurveyImage {
  readonly filepath: string;
  /** Bytes; 0 when the folder was never listed (imported facts). */
  readonly size: number;
  /** Made an object when it is asked for: see SurveyRow. */
  readonly inference: Inference | null;
  /** The same as it lies in memory: see `factOf`. Images that are made up elsewhere have none. */
  readonly fact?: StoredFact | null;
  /** Null while there is no fact, when a step failed, and when nothing is concluded (detections only). */
  readonly prediction: Prediction | null;
  /** The species of each detection by its number; null = that box has none. Empty when only the image has a species. */
  readonly animals: readonly (Conclusion | null)[];
  /** Null while there is no fact. */
  readonly place: ImagePlace | null;
  /** Numbers of the detections that were rejected as repeats. */
  readonly rejected: Rejected;
  /** First choices that the geofence took out; empty while there is no fact. */
  readonly heldBack: readonly HeldBack[];
  /** Classes that smoothing changed, by number of the detection; null = none. Conclusions stay beside it as they were. */
  readonly smoothed: SmoothedClasses | null;
  /** What a person says of it; null = nobody has said anything. */
  readonly review: ImageReview | null;
}

/** Where the survey's photos are right now. */
export type FolderState =
  | { readonly step: 'connected' }
  /** The handle is kept, the browser wants a click before it may be read again. */
  | { readonly step: 'permission-needed'; readonly name: string }
  /** Nothing to read from: pick or drop the folder again. Results and previews are here. */
  | { readonly step: 'disconnected'; readonly name: string };

export type ListingState =
  | { readonly step: 'idle' }
  | { readonly step: 'listing'; readonly found: number }
  | { readonly step: 'listed'; readonly found: number; readonly skipped: readonly ListingProblem[] };

/** An entry of the folder that could not be looked at. */
export interface ListingProblem {
  readonly path: string;
  readonly detail: string;
}

export interface RunProgressView {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  /** How often the decoders or the networks broke down in this run and were started anew. */
  readonly restarts: number;
  readonly imagesPerMinute: number | null;
  readonly secondsLeft: number | null;
  /** Mean milliseconds per photo of this run. */
  readonly stageMs: { readonly read: number; readonly detect: number; readonly name: number; readonly store: number };
  readonly backend: BackendReport | null;
  /** The newest images with facts, newest first, at most 30. */
  readonly newest: readonly string[];
  /** Doubtful answers of a fast detector are asked again, by the reference's; absent = an ordinary run. */
  readonly isSecondLook?: true;
}

export type RunView =
  | { readonly step: 'idle' }
  /** Another tab runs this survey, or holds it paused; this one follows. */
  | { readonly step: 'elsewhere'; readonly progress: RunProgressView }
  /** Models are being loaded, compiled and tried. */
  | { readonly step: 'preparing'; readonly startedAt: number; readonly progress: RunProgressView }
  | { readonly step: 'running'; readonly progress: RunProgressView }
  | { readonly step: 'paused'; readonly progress: RunProgressView; readonly condition: Condition | null }
  | { readonly step: 'stopped'; readonly progress: RunProgressView; readonly condition: Condition | null }
  | { readonly step: 'finished'; readonly progress: RunProgressView };

/** The run of this tab, whatever survey is on the screen. */
export interface GoingRun {
  readonly surveyId: string;
  readonly name: string;
  /** Never `idle` or `elsewhere`. */
  readonly run: RunView;
}

/** Surveys that are to be run one after the other, in whichever tab. */
export interface QueueView extends RunQueue {
  /** Another tab runs a survey, and takes the next one of the queue when it is done. */
  readonly isElsewhere: boolean;
}

/** A file that belongs to a survey. */
export interface AttachedFile {
  readonly fileName: string;
  /** Its entries, and those of them whose image is in the survey. */
  readonly count: number;
  readonly matched: number;
}

/** Files that the survey's runs and conclusions start from; null = none. */
export interface Attached {
  /** Images and their places. */
  readonly instances: AttachedFile | null;
  readonly detections: AttachedFile | null;
  readonly classifications: AttachedFile | null;
}

export interface OpenSurvey {
  readonly survey: Survey;
  readonly wasCutOff: boolean;
  /** Sorted by path components, as the reference sorts. A new array whenever something in it changed. */
  readonly images: readonly SurveyImage[];
  /** The image of that path, as it is now; null = none. */
  readonly imageOf: (filepath: string) => SurveyImage | null;
  /** Facts are being read from the store: 0 to 1; null when all are here. */
  readonly loading: number | null;
  readonly folder: FolderState;
  readonly listing: ListingState;
  readonly run: RunView;
  /** The package of this survey, or null when it is not chosen or was removed. */
  readonly modelPackage: ModelPackage | null;
  /** Version of the package, also when it was removed since: it stands in exports. Empty while none is chosen. */
  readonly modelVersion: string;
  /** Label lines of the package the facts were made with, by class index; empty before anything is known. */
  readonly labels: readonly string[];
  /** What the predictions are concluded with (for "Why this label"); null while no package is known. */
  readonly rules: SurveyRules | null;
  readonly attached: Attached;
  /** Detections that recur at one place, and what was decided about them. */
  readonly repeats: RepeatsState;
  readonly events: EventsView;
  readonly smoothing: SmoothingView;
  readonly reviewing: ReviewingView;
}

/** A package on its way in, or one that was refused. */
export type PackageJob =
  | { readonly id: string; readonly name: string; readonly step: 'checking'; readonly progress: PackageProgress | null }
  | {
      readonly id: string;
      readonly name: string;
      readonly step: 'storing';
      readonly doneBytes: number;
      readonly totalBytes: number;
    }
  /** A rule file that fits several packages (ids, the newest first): the person says which. */
  | {
      readonly id: string;
      readonly name: string;
      readonly step: 'choosing';
      readonly role: 'taxonomy' | 'geofence';
      /** Taxa in the file. */
      readonly count: number;
      readonly packages: readonly string[];
    }
  | { readonly id: string; readonly name: string; readonly step: 'refused'; readonly condition: Condition };

export type CatalogView =
  | { readonly step: 'waiting' }
  | { readonly step: 'read'; readonly catalog: ModelCatalog }
  | { readonly step: 'unreadable'; readonly condition: Condition };

/** A download of a catalog entry that the person agreed to. What has come is kept until it is cancelled. */
export type ModelDownload = {
  /** Id of the entry. */
  readonly entryId: string;
  /** Bytes of all its files. */
  readonly done: number;
  /** Null = not known. */
  readonly total: number | null;
} & ({ readonly step: 'downloading' | 'paused' } | { readonly step: 'failed'; readonly condition: Condition });

export interface StorageView {
  readonly modelsBytes: number;
  readonly resultsBytes: number;
  readonly previewsBytes: number;
  readonly freeBytes: number | null;
  /** The browser has promised not to clear it by itself. */
  readonly isPersisted: boolean;
}

/** A request that left the app's own address, or a model download: normally there is none. */
export interface NetworkLogEntry {
  readonly at: number;
  readonly address: string;
  readonly purpose: 'model-download' | 'other';
  readonly outcome: 'allowed' | 'blocked';
  readonly bytes: number | null;
}

export interface NetworkLog {
  /** False until the service worker, which keeps the log, controls the page. */
  readonly isKept: boolean;
  readonly entries: readonly NetworkLogEntry[];
}

/** What the person chose for the whole app; kept in the browser. */
export type Preferences = Pick<
  Settings,
  | 'language'
  | 'theme'
  | 'stage'
  | 'scoresAs'
  | 'backend'
  | 'threads'
  | 'workers'
  | 'fastNetworks'
  | 'thumbnailSize'
  | 'savedViews'
  | 'reviewer'
>;

/** One at a time, lower left. */
export interface Toast {
  readonly id: number;
  readonly code:
    | 'survey-deleted'
    | 'package-added'
    | 'package-incomplete'
    | 'package-known'
    | 'package-completed'
    | 'packages-completed'
    | 'package-exchanged'
    | 'package-beside'
    | 'package-updated'
    | 'package-removed'
    | 'package-tested'
    | 'export-saved'
    | 'import-applied'
    | 'file-removed'
    | 'own-rules-added'
    | 'own-rules-removed'
    | 'own-rules-known'
    | 'repeats-rejected'
    | 'comparison-removed'
    | 'merge-applied'
    | 'merge-undone'
    | 'view-deleted'
    | 'queue-added'
    | 'queue-removed'
    | 'queue-moved'
    | 'queue-next'
    | 'copied';
  readonly details: Readonly<Record<string, string | number>>;
  readonly undo: (() => void) | null;
}

export interface AppState {
  readonly start:
    | { readonly step: 'loading' }
    | { readonly step: 'ready' }
    | { readonly step: 'failed'; readonly condition: Condition };
  /** Newest first. */
  readonly surveys: readonly SurveyCard[];
  readonly packages: readonly ModelPackage[];
  readonly packageJobs: readonly PackageJob[];
  /** Ids of the packages whose self-test is going on. */
  readonly packageTests: readonly string[];
  /** What can be had: read when the Models screen is opened. */
  readonly catalog: CatalogView;
  readonly downloads: readonly ModelDownload[];
  readonly open: OpenSurvey | null;
  /** Null = this tab runs nothing. */
  readonly going: GoingRun | null;
  readonly queue: QueueView;
  /** A result file, or another file for the open survey, on its way in. */
  readonly importing: ImportView;
  /** Another result of the open survey's images. */
  readonly comparison: ComparisonView;
  /** Results of another computer on their way into the open survey. */
  readonly merging: MergeView;
  /** Shown across the top until it is put right or dismissed. */
  readonly condition: Condition | null;
  readonly storage: StorageView | null;
  readonly network: NetworkLog;
  readonly preferences: Preferences;
  readonly labelBook: LabelBook;
  /** A newer version of the app waits: it is taken when the person says so. */
  readonly hasUpdate: boolean;
  readonly toast: Toast | null;
  /** Acts of review here that are not stored yet: what takes the last one back need not wait for it. */
  readonly reviewsUnderWay: number;
}

/** What can be chosen about a file besides its format. */
export interface ExportOptions {
  /** The classifier's own best classes beside the species of each detection, where the format has room for them. */
  readonly includesRawClasses?: boolean;
  /** What people say in place of what the machine says, in the result files of other programs; false unless asked for. */
  readonly usesReview?: boolean;
  /** A folder that is put before each path, where the format wants one. */
  readonly pathPrefix?: string | null;
}

/** A file to write: chosen format, and how far it is. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly fileName: string; readonly bytes: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly condition: Condition };

/** A list of geofence rules in a file, or why it can't be used. */
export type ReadRules =
  | { readonly step: 'read'; readonly fileName: string; readonly rules: readonly GeofenceFix[] }
  | { readonly step: 'refused'; readonly condition: Condition };
