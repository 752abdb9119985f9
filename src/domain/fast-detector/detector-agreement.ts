import type { Detection } from '../detection';
import { pairBoxes } from '../pair-boxes';

/** Boxes from this conf on count: MegaDetector's typical threshold (megadetector 10.0.24, run_detector.py: 0.2). */
export const AGREEMENT_CONF = 0.2;

/**
 * A partner may have a conf this much lower than `AGREEMENT_CONF`: a box of 0.20 that is 0.19 on the other side is the same
 * answer, and is told by the difference in conf.
 */
export const AGREEMENT_SLACK = 0.05;

/** How two detectors' answers to the same images agree. */
export interface DetectorAgreement {
  readonly images: number;
  /** Images whose boxes match one to one: same category, overlap of a half or more. */
  readonly agreeing: number;
  /** Images in which the reference has a box that counts. */
  readonly withBoxes: number;
  /** Boxes of the reference that the other one has not, and the other way round. */
  readonly missed: number;
  readonly added: number;
  /** The largest difference in conf between boxes that match; 0 when there are none. */
  readonly largestConfDifference: number;
}

/** Both answers to one image; null = the detector failed on it. */
export interface AnsweredTwice {
  readonly reference: readonly Detection[] | null;
  readonly other: readonly Detection[] | null;
}

/**
 * Compares two detectors on images that both were asked about. An image agrees when every box of either side from
 * `AGREEMENT_CONF` on has its partner on the other side; an image that failed on one side only does not agree.
 */
export function compareDetectors(answers: Iterable<AnsweredTwice>): DetectorAgreement {
  let images = 0;
  let agreeing = 0;
  let withBoxes = 0;
  let missed = 0;
  let added = 0;
  let largestConfDifference = 0;
  for (const { reference, other } of answers) {
    images++;
    const forth = unmatched(reference ?? [], other ?? []);
    const back = unmatched(other ?? [], reference ?? []);
    if (reference?.some(({ conf }) => conf >= AGREEMENT_CONF) === true) withBoxes++;
    missed += forth.lonely;
    added += back.lonely;
    largestConfDifference = Math.max(largestConfDifference, forth.confDifference, back.confDifference);
    if (forth.lonely + back.lonely === 0 && (reference === null) === (other === null)) agreeing++;
  }
  return { images, agreeing, withBoxes, missed, added, largestConfDifference };
}

/** Boxes that count and have no partner, and how far the confs of those with one are apart. */
function unmatched(boxes: readonly Detection[], others: readonly Detection[]) {
  const counting = boxes.filter(({ conf }) => conf >= AGREEMENT_CONF);
  const possible = others.filter(({ conf }) => conf >= AGREEMENT_CONF - AGREEMENT_SLACK);
  let lonely = 0;
  let confDifference = 0;
  for (const [index, partner] of pairBoxes(counting, possible).entries()) {
    const box = counting[index]!;
    if (partner?.category !== box.category) lonely++;
    else confDifference = Math.max(confDifference, Math.abs(partner.conf - box.conf));
  }
  return { lonely, confDifference };
}

/** The smallest share of agreeing images with which a detector may be called the fast form of another. */
export const LEAST_AGREEMENT = 0.97;
/** Fewer images say too little: with 8, a single one that differs is too many. */
export const FEWEST_COMPARED = 8;

/** The share of agreeing images, 0 to 1. */
export function agreementShare({ images, agreeing }: Pick<DetectorAgreement, 'images' | 'agreeing'>): number {
  return images === 0 ? 0 : agreeing / images;
}
