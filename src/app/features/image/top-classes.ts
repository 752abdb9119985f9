import type { ConclusionRules } from '../../../domain/conclusion-rules';
import { classScoresOf } from '../../../domain/facts';
import { createFenceReasons, type Fence } from '../../../domain/geofence';
import { REFERENCE_CLASSES, type CropKey, type Inference } from '../../../domain/inference';

/** One of the classifier's first choices. */
export interface TopClass {
  /** The whole label line. */
  readonly label: string;
  readonly score: number;
  /** Why the geofence would hold it back here; null when it does not. */
  readonly fence: Fence | null;
}

export interface TopClasses {
  readonly crop: CropKey;
  readonly classes: readonly TopClass[];
}

/** What the classifier saw, best first, at most five; null when it was not asked. `rules` are those of the image's own place. */
export function topClasses(
  inference: Inference,
  rules: ConclusionRules | null,
  labels: readonly string[],
): TopClasses | null {
  const stored =
    rules === null ? (inference.crops['0'] ?? inference.crops.image ?? null) : classScoresOf(inference, rules);
  if (stored === null) return null;
  const crop: CropKey = stored === inference.crops.image ? 'image' : '0';
  const reasonOf = rules === null ? () => null : createFenceReasons(rules.geofence, rules.place, rules.isGeofenceOn);
  const classes = stored.classes.slice(0, REFERENCE_CLASSES).flatMap((index, rank) => {
    const label = labels[index];
    return label === undefined ? [] : [{ label, score: stored.scores[rank] ?? 0, fence: reasonOf(label) }];
  });
  return { crop, classes };
}
