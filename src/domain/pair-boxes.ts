import type { Bbox, DetectionCategory } from './detection';

/** Enough of a box to find its partner. */
export interface PairableBox {
  readonly category: DetectionCategory;
  readonly bbox: Bbox;
}

/** Boxes that overlap less than this are not the same animal. */
const MIN_IOU = 0.5;

/**
 * For each of `boxes` its partner among `others`, or null. The best overlap (intersection over union, at least a half) is paired
 * first; a partner of the same category goes before any other, because an animal and a person may be seen at one place.
 */
export function pairBoxes<Other extends PairableBox>(
  boxes: readonly PairableBox[],
  others: readonly Other[],
): readonly (Other | null)[] {
  const pairs = boxes.flatMap((box, from) =>
    others.flatMap((other, to) => {
      const iou = iouOf(box.bbox, other.bbox);
      if (iou < MIN_IOU) return [];
      return [{ from, to, rank: iou + (box.category === other.category ? 1 : 0) }];
    }),
  );
  pairs.sort((a, b) => b.rank - a.rank);
  const partners: (Other | null)[] = boxes.map(() => null);
  const taken = new Set<number>();
  for (const { from, to } of pairs) {
    if (partners[from] !== null || taken.has(to)) continue;
    partners[from] = others[to]!;
    taken.add(to);
  }
  return partners;
}

/**
 * Intersection over union, 0 to 1; 0 for boxes without area. Computed from widths and heights, so that a box and its half
 * overlap by exactly a half; `cornerIou` of megadetector rounds otherwise, because it must meet the reference's thresholds.
 */
export function iouOf([ax, ay, aw, ah]: Bbox, [bx, by, bw, bh]: Bbox): number {
  const width = Math.min(ax + aw, bx + bw) - Math.max(ax, bx);
  const height = Math.min(ay + ah, by + bh) - Math.max(ay, by);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (aw * ah + bw * bh - shared);
}
