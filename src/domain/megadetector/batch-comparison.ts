import type { CctGroundTruth } from './ground-truth';
import type { MdImage } from './md-results';

/** Where a file is put when nothing is known of it but the two results. */
export type AgreementBucket =
  'common_detections' | 'common_non_detections' | 'detections_a_only' | 'detections_b_only' | 'class_transitions';

/** Where a file is put when its truth is known. */
export type TruthBucket =
  | 'common_tp'
  | 'common_tn'
  | 'common_fp'
  | 'common_fn'
  | 'tp_a_only'
  | 'tp_b_only'
  | 'tn_a_only'
  | 'tn_b_only'
  | 'fpfn'
  | 'clean_tp_a_only'
  | 'clean_tp_b_only';

/** By category name; `default` for those that are not named. */
export type ConfThresholds = Readonly<Record<string, number>>;

/** What is compared and how (megadetector 10.0.24, BatchComparisonOptions and PairwiseBatchComparisonOptions; its defaults). */
export interface BatchComparisonOptions {
  /** 0.15 for all. */
  readonly confsA?: ConfThresholds;
  readonly confsB?: ConfThresholds;
  /** True: whether something is there, not what. False. */
  readonly isClassAgnostic?: boolean;
  /** Without ground truth: categories that count, by name; null = all. */
  readonly categoryNames?: readonly string[] | null;
  /** Text that a file's path must hold; null = all files. */
  readonly requiredToken?: string | null;
  /** Files to compare; null = those of A. */
  readonly files?: readonly string[] | null;
  /** True: both must list the same files. True. */
  readonly isListEqualityRequired?: boolean;
  readonly groundTruth?: CctGroundTruth | null;
  /** Of a found and a true box. 0.5. */
  readonly minIou?: number;
  /** True categories that mean: nothing there. empty, blank, misfire. */
  readonly emptyCategories?: readonly string[];
  /** True: cases where the other result only misses something have buckets of their own. True. */
  readonly hasCleanBuckets?: boolean;
}

/** All options, none left out. */
export type FullComparisonOptions = Required<BatchComparisonOptions>;

/** Files by bucket; all buckets of the kind of comparison are there. */
export type FileBuckets = Readonly<Partial<Record<AgreementBucket | TruthBucket, readonly string[]>>>;

/** One result as it is compared: its images, and from which conf on a box of a category counts. */
export interface BatchSide {
  /** Paths with forward slashes, in the result's order; one that is listed twice is here twice. */
  readonly files: readonly string[];
  /** By such a path. */
  readonly images: ReadonlyMap<string, MdImage>;
  /** Names of the detection categories by id. */
  readonly names: ReadonlyMap<string, string>;
  /** By id. */
  readonly confs: ReadonlyMap<string, number>;
}

/** Puts a file with both results into a bucket; null = it is left out. */
export type BatchJudge = (file: string, a: MdImage, b: MdImage) => AgreementBucket | TruthBucket | null;
