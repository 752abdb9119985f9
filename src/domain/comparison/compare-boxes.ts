import type { Bbox } from '../detection';
import { iouOf } from '../pair-boxes';
import type { ComparedDetection } from './compared-image';
import { isSameLabel } from './same-label';

/** When boxes are partners, and from which conf on a box counts. */
export interface BoxPairing {
  readonly minConf: number;
  readonly minIou: number;
}

/** Two boxes of one thing; indices into the detections of each side. */
export interface MatchedBoxes {
  readonly a: number;
  readonly b: number;
  readonly iou: number;
  /** |conf of A - conf of B|. */
  readonly confDifference: number;
  /** The worst of the four numbers, in fractions of the image. */
  readonly bboxDifference: number;
  /** Null unless both results name their boxes. */
  readonly isSameLabel: boolean | null;
  /** True: neither reaches the conf from which a box counts. */
  readonly isFaint: boolean;
}

/** All boxes of an image. Boxes without a partner are listed by index, but for those below the conf from which a box counts. */
export interface BoxComparison {
  readonly matched: readonly MatchedBoxes[];
  readonly onlyInA: readonly number[];
  readonly onlyInB: readonly number[];
}

/**
 * Pairs the boxes of two results: within a category (and a frame), greedily from A's highest conf, each with the free box that
 * overlaps it most. The order of a removed repeat is that of its former conf.
 */
export function compareBoxes(
  a: readonly ComparedDetection[],
  b: readonly ComparedDetection[],
  { minConf, minIou }: BoxPairing,
): BoxComparison {
  const matched: MatchedBoxes[] = [];
  const onlyInA: number[] = [];
  const partners = b.map(() => false);
  for (const index of byConf(a)) {
    const box = a[index]!;
    let partner = -1;
    let iou = 0;
    for (let other = 0; other < b.length; other++) {
      if (partners[other] === true || !isSameKind(box, b[other]!)) continue;
      const overlap = overlapOf(box.bbox, b[other]!.bbox);
      if (overlap >= minIou && overlap > iou) [partner, iou] = [other, overlap];
    }
    if (partner === -1) {
      if (box.conf >= minConf) onlyInA.push(index);
      continue;
    }
    partners[partner] = true;
    matched.push(matchOf(index, box, partner, b[partner]!, { iou, minConf }));
  }
  const onlyInB = b.flatMap(({ conf }, index) => (partners[index] !== true && conf >= minConf ? [index] : []));
  return { matched, onlyInA, onlyInB };
}

function byConf(boxes: readonly ComparedDetection[]): readonly number[] {
  const order = boxes.map((_, index) => index);
  return order.sort((one, other) => Math.abs(boxes[other]!.conf) - Math.abs(boxes[one]!.conf));
}

function isSameKind(box: ComparedDetection, other: ComparedDetection): boolean {
  return box.category === other.category && box.frame === other.frame;
}

/** A box without area overlaps nothing, but it is its own equal. */
function overlapOf(box: Bbox, other: Bbox): number {
  return worstOf(box, other) === 0 ? 1 : iouOf(box, other);
}

function matchOf(
  a: number,
  box: ComparedDetection,
  b: number,
  other: ComparedDetection,
  { iou, minConf }: { readonly iou: number; readonly minConf: number },
): MatchedBoxes {
  return {
    a,
    b,
    iou,
    confDifference: Math.abs(box.conf - other.conf),
    bboxDifference: worstOf(box.bbox, other.bbox),
    isSameLabel: box.label === undefined || other.label === undefined ? null : isSameLabel(box.label, other.label),
    isFaint: box.conf < minConf && other.conf < minConf,
  };
}

function worstOf([ax, ay, aw, ah]: Bbox, [bx, by, bw, bh]: Bbox): number {
  return Math.max(Math.abs(ax - bx), Math.abs(ay - by), Math.abs(aw - bw), Math.abs(ah - bh));
}
