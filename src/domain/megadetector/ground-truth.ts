// COCO Camera Traps, as megadetector reads it; the format's own keys, therefore in snake_case.

/** What is really on each image, as people labelled it. With any `bbox` it is ground truth of boxes, else of images. */
export interface CctGroundTruth {
  readonly images: readonly CctImage[];
  readonly annotations: readonly CctAnnotation[];
  readonly categories: readonly CctCategory[];
}

/** An image; width and height in pixels are needed where there are boxes. */
export interface CctImage {
  readonly id: string | number;
  readonly file_name: string;
  readonly width?: number;
  readonly height?: number;
}

/** One label of an image, or one box on it. */
export interface CctAnnotation {
  readonly image_id: string | number;
  readonly category_id: string | number;
  /** `[xMin, yMin, width, height]` in pixels. */
  readonly bbox?: readonly number[];
}

/** A category by number. */
export interface CctCategory {
  readonly id: string | number;
  readonly name: string;
}
