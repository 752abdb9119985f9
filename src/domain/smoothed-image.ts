import type { SmoothingStep } from './megadetector/smooth-group';

/** The class of one detection that smoothing changed. Its score stays as it was. */
export interface SmoothedClass {
  /** The class it has now, and the one that was concluded: whole labels. */
  readonly label: string;
  readonly was: string;
  /** Whose majority changed it last. */
  readonly within: 'image' | 'event';
  /** The last step that changed it. */
  readonly step: SmoothingStep;
}

/** The changed classes of one image by number in `Inference.detections`. */
export type SmoothedClasses = ReadonlyMap<number, SmoothedClass>;

/** What smoothing leaves of one image, changed or not. */
export interface SmoothedImage {
  /** Empty = it changed nothing. */
  readonly changes: SmoothedClasses;
  /** `pre_smoothing_description` as the reference writes it, "gray fox (3), domestic dog (1)"; null = it writes none. */
  readonly description: string | null;
}

/**
 * What happened to the species of the image as a whole: it follows the best detection that was not rejected. Null = nothing.
 */
export function smoothedBest(
  smoothed: SmoothedClasses | null,
  rejected: ReadonlySet<number> | null,
): SmoothedClass | null {
  if (smoothed === null) return null;
  let best = 0;
  while (rejected?.has(best) === true) best += 1;
  return smoothed.get(best) ?? null;
}
