/** A box as result files and our facts both have it. */
export interface ComparedDetection {
  readonly category: string;
  readonly conf: number;
  readonly bbox: readonly number[];
}

/** A reference box with how far its partner is from it. */
export interface DetectionPair {
  readonly reference: ComparedDetection;
  readonly conf: number;
  /** The worst of the four numbers. */
  readonly bbox: number;
}

/** Partners by category and IoU of at least 0.5, greedily from the highest conf. Boxes without a partner are left out. */
export function matchDetections(
  actual: readonly ComparedDetection[],
  expected: readonly ComparedDetection[],
): DetectionPair[] {
  const free = new Set(actual);
  return expected.flatMap((reference) => {
    let best: { overlap: number; detection: ComparedDetection } | null = null;
    for (const detection of free) {
      const overlap = detection.category === reference.category ? iou(detection.bbox, reference.bbox) : 0;
      if (overlap >= 0.5 && overlap > (best?.overlap ?? 0)) best = { overlap, detection };
    }
    if (best === null) return [];
    free.delete(best.detection);
    const bbox = Math.max(...reference.bbox.map((number, i) => Math.abs(number - best.detection.bbox[i]!)));
    return [{ reference, conf: Math.abs(best.detection.conf - reference.conf), bbox }];
  });
}

function iou(a: readonly number[], b: readonly number[]): number {
  const overlap = (axis: 0 | 1) =>
    Math.max(0, Math.min(a[axis]! + a[axis + 2]!, b[axis]! + b[axis + 2]!) - Math.max(a[axis]!, b[axis]!));
  const shared = overlap(0) * overlap(1);
  return shared / (a[2]! * a[3]! + b[2]! * b[3]! - shared);
}
