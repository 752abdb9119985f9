import type { Bbox } from '../detection';

/** One box of a result, whoever wrote it. */
export interface ComparedDetection {
  /** `animal`, `human`, `vehicle`, or another program's own word. Boxes are paired within a category. */
  readonly category: string;
  /** Negative: removed as a repeat. */
  readonly conf: number;
  readonly bbox: Bbox;
  /** The box's own class, whole or a plain name; null = none, absent = this result does not name boxes. */
  readonly label?: string | null;
  /** Of a video: boxes are paired within a frame. */
  readonly frame?: number;
}

/** What a result says of one image. */
export interface ComparedImage {
  /** A whole label of seven parts, or a plain name; null = the result names nothing here. */
  readonly label: string | null;
  readonly score: number | null;
  /** `prediction_source` of SpeciesNet; null when unknown. */
  readonly source: string | null;
  /** Null: there was no detector, or it failed. */
  readonly detections: readonly ComparedDetection[] | null;
  /** True: some step failed on this image. */
  readonly failed: boolean;
}

/** A result by filepath, as it spells the paths. */
export type ComparedResult = ReadonlyMap<string, ComparedImage>;
