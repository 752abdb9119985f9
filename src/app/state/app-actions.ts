import type { CropVectors } from '../../domain/crop-vectors';
import type { ImageProblem } from '../../domain/failure';
import type { GeofenceFix } from '../../domain/geofence-fixes';
import type { ReviewDeed, ReviewStep } from '../../domain/review/review-deed';
import type { SurveySettings } from '../../domain/survey';
import type { DetectionRef } from '../../domain/megadetector/detection-set';
import type { RepeatVerdict } from '../../domain/megadetector/repeat-decisions';
import type { RepeatSearchOptions } from './repeat-search-options';
import type { ImportUse } from './import-view';
import type { LabelActions } from './label-book';
import type { Attached, ExportOptions, Preferences, ReadRules, SaveOutcome, Toast } from './app-state';

/**
 * Everything a screen may ask for. Failures end as a Condition in the state (or in the outcome), never as a
 * rejected promise that a component would have to catch.
 */
export interface AppActions extends LabelActions {
  /** File System Access picker, or null where the browser has none: then use `openInputFiles`. */
  readonly pickFolder: (() => Promise<void>) | null;
  /** Call synchronously in the drop handler. Photos open a survey, model files go to `addPackageFiles`. */
  openDropped(data: DataTransfer): Promise<void>;
  openInputFiles(files: FileList): Promise<void>;
  tryDemo(): Promise<void>;
  openSurvey(id: string): Promise<void>;
  renameSurvey(id: string, name: string): Promise<void>;
  /** Shows a toast with undo. */
  deleteSurvey(id: string): Promise<void>;
  /** From a click: asks for permission on the kept handle, or opens the picker. */
  reconnectFolder(): Promise<void>;
  /** Recomputes the predictions at once; never runs a network. Another package clears the facts: see startOver. */
  changeSurveySettings(change: Partial<SurveySettings>): Promise<void>;
  /** Puts rules behind the open survey's own geofence rules, where they win; not those that it says already. With undo. */
  addOwnRules(rules: readonly GeofenceFix[]): Promise<void>;
  /** By their numbers in the survey's list, from 0. With undo. */
  removeOwnRules(indexes: readonly number[]): Promise<void>;
  /** Reads a list of rules; changes nothing. */
  readOwnRules(file: File): Promise<ReadRules>;
  /** The own rules that still hold, as a file that the reference reads. From a click. */
  saveOwnRules(): Promise<SaveOutcome>;
  /** Removes the facts of the open survey so that it can run with another package or mode. Confirm first. */
  startOver(): Promise<void>;
  /** A result file or another file for the open survey: `importing` tells what it is. */
  importFile(file: File): Promise<void>;
  /** Several, one after the other: the next one is read when the one before was applied or dismissed. */
  importFiles(files: readonly File[]): Promise<void>;
  applyImport(use: ImportUse): Promise<void>;
  dismissImport(): void;
  /** The survey goes on without that file. */
  detachFile(name: keyof Attached): Promise<void>;
  /** Another result of the open survey's images: kept with the survey and compared. */
  compareWithFile(file: File): Promise<void>;
  /** Reads and computes a kept comparison; settles when it is done. */
  openComparison(): Promise<void>;
  /** Shows a toast with undo. */
  removeComparison(): Promise<void>;
  /** Away with a refusal. */
  dismissComparison(): Promise<void>;
  /** Facts of another computer: looks what they would change, and changes nothing. */
  mergeFile(file: File): Promise<void>;
  /** Null = for all conflicts. */
  chooseMerge(filepath: string | null, choice: 'mine' | 'theirs'): void;
  applyMerge(): Promise<void>;
  undoMerge(): Promise<void>;
  dismissMerge(): void;
  /** Of the open survey. While another one is run, here or in another tab, it waits for its turn in the queue. */
  startRun(): Promise<void>;
  /** Doubtful answers of a fast detector once more, by the reference's. */
  startSecondLook(): Promise<void>;
  removeFromQueue(surveyId: string): Promise<void>;
  moveUpInQueue(surveyId: string): Promise<void>;
  /** From a click: asks for the folders that the browser wants to be asked for, and runs what waits. */
  continueQueue(): Promise<void>;
  /** Puts the account of the queue away. */
  dismissQueue(): Promise<void>;
  pauseRun(): void;
  resumeRun(): void;
  stopRun(): void;
  addPackageFiles(files: readonly { readonly path: string; readonly file: File }[]): Promise<void>;
  dismissPackageJob(id: string): void;
  cancelPackageJob(id: string): void;
  /** For a job that asks which package a file is for; null = none. */
  answerPackageJob(id: string, packageId: string | null): void;
  /** The package takes the detector of this lone detector's package. */
  exchangeDetector(packageId: string, detectorPackageId: string): Promise<void>;
  /** Tries the package's networks on each backend of this computer, and keeps the outcome. */
  testPackage(id: string): Promise<void>;
  removePackage(id: string): Promise<void>;
  /** Reads what can be had, from the app's own address. */
  readCatalog(): Promise<void>;
  /** `download`: which of the entry's. Call only when the person has agreed; the package is added when all is here. */
  startDownload(entryId: string, download: number): Promise<void>;
  pauseDownload(entryId: string): void;
  resumeDownload(entryId: string): void;
  /** Removes what has come so far. */
  cancelDownload(entryId: string): void;
  /** Looks for stacks of repeat detections among the facts that are here; a later search ends an earlier one. */
  searchRepeats(options: RepeatSearchOptions): Promise<void>;
  cancelRepeatSearch(): void;
  /** By the ids of listed stacks; null = undecided. Several at once show a toast with undo. */
  decideRepeats(ids: readonly string[], verdict: RepeatVerdict | null): Promise<void>;
  /** A member of a decided stack that stays when the stack is rejected. */
  spareRepeat(id: string, member: DetectionRef, isSpared: boolean): Promise<void>;
  undoRepeats(): Promise<void>;
  redoRepeats(): Promise<void>;
  /** What a person says of these images: stored, then shown. One act, whatever the number of images. */
  review(filepaths: readonly string[], deed: ReviewDeed): Promise<void>;
  /** Several deeds as one act: undone together. */
  reviewAll(steps: readonly ReviewStep[]): Promise<void>;
  undoReview(): Promise<void>;
  redoReview(): Promise<void>;
  /**
   * Packed embeddings of crops of these images of the open survey, or of all (null), in batches by path; only of images that have
   * some. False from `onBatch` ends it.
   */
  readVectors(
    filepaths: readonly string[] | null,
    onBatch: (batch: ReadonlyMap<string, CropVectors>) => Promise<boolean>,
  ): Promise<void>;
  /** Object URL of the stored preview (cached, revoked when evicted); null when there is none. */
  previewUrl(surveyId: string, filepath: string): Promise<string | null>;
  /** The full-size photo, or the reason why it can't be shown. The caller revokes nothing. */
  photoUrl(filepath: string): Promise<{ readonly url: string } | { readonly problem: ImageProblem }>;
  /** First characters of what would be written, and how large the file will be. */
  previewExport(
    formatId: string,
    options?: ExportOptions,
  ): Promise<{ readonly text: string; readonly bytes: number; readonly fileName: string }>;
  saveExport(formatId: string, options?: ExportOptions): Promise<SaveOutcome>;
  changePreferences(change: Partial<Preferences>): Promise<void>;
  refreshStorage(): Promise<void>;
  requestPersistence(): Promise<void>;
  /** Takes the newer version; while any tab has a run, says that it waits. */
  takeUpdate(): Promise<void>;
  dismissCondition(): void;
  dismissToast(): void;
  notify(code: Toast['code'], details?: Toast['details'], undo?: () => void): void;
}
