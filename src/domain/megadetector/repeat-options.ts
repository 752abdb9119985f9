import { leafFolder } from './leaf-folder';

/** Which detections are compared, and when they are the same thing seen again. */
export interface RepeatOptions {
  /** Detections with a conf outside this range are left alone; both ends are within. */
  readonly minConf: number;
  readonly maxConf: number;
  /** Two boxes of at least this IoU are at the same place; above 0. */
  readonly minIou: number;
  /** A place is suspicious from so many detections on. */
  readonly minOccurrences: number;
  /** Boxes with an area outside this range, in fractions of the image, are left alone; both ends are within. */
  readonly minArea: number;
  readonly maxArea: number;
  /** Detections of these categories are left alone. */
  readonly excludedCategories: readonly string[];
  /** Whether boxes of different categories can be the same thing. */
  readonly isCategoryAgnostic: boolean;
  /** The camera of an image, by its filepath. Boxes are only compared within a camera. */
  readonly cameraOf: (filepath: string) => string;
  readonly cameras: 'all' | { readonly only: readonly string[] } | { readonly except: readonly string[] };
  /** Cameras with more images are left alone; null = there are none. */
  readonly maxImagesPerCamera: number | null;
}

/** The reference's defaults (megadetector 10.0.24, RepeatDetectionOptions): each folder that holds images is a camera. */
export const DEFAULT_REPEAT_OPTIONS: RepeatOptions = {
  minConf: 0.1,
  maxConf: 1,
  minIou: 0.9,
  minOccurrences: 20,
  minArea: 0,
  maxArea: 0.2,
  excludedCategories: [],
  isCategoryAgnostic: false,
  cameraOf: leafFolder(),
  cameras: 'all',
  maxImagesPerCamera: null,
};
