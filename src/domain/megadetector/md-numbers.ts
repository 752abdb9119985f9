import type { Bbox } from '../detection';
import { roundDecimals, truncateDecimals } from '../python-number';

// megadetector 10.0.24, run_detector.py: CONF_DIGITS and COORD_DIGITS.
const CONF_DIGITS = 3;
const COORD_DIGITS = 4;

/** Detections of this conf or more are classified (megadetector 10.0.24, run_md_and_speciesnet's default). */
export const CLASSIFIED_CONF = 0.1;

/** A conf as MegaDetector's files hold it: cut, not rounded, to 3 decimals. */
export function mdConf(conf: number): number {
  return cutOnce(conf, CONF_DIGITS);
}

/**
 * A bbox as MegaDetector's files hold it: each number cut to 4 decimals. The package computes its fractions in float32 as
 * SpeciesNet does, from the same whole pixels, so the cut of ours is the cut of theirs.
 */
export function mdBbox([xMin, yMin, width, height]: Bbox): Bbox {
  return [
    cutOnce(xMin, COORD_DIGITS),
    cutOnce(yMin, COORD_DIGITS),
    cutOnce(width, COORD_DIGITS),
    cutOnce(height, COORD_DIGITS),
  ];
}

/** A classifier's score as MegaDetector's files hold it: rounded to 3 decimals. */
export function mdScore(score: number): number {
  return roundDecimals(score, CONF_DIGITS);
}

/** True when run_md_and_speciesnet classifies a detection: it reads the conf from a file, therefore cut. */
export function isClassifiedBox({ conf }: { readonly conf: number }): boolean {
  return mdConf(conf) >= CLASSIFIED_CONF;
}

/**
 * Numbers that came from a file have their decimals already. Cutting them again would lose a digit of some (0.29 * 100 is
 * 28.999…), so they stay. A network's number is never such a decimal: it has the few bits of float32.
 */
function cutOnce(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale === value ? value : truncateDecimals(value, digits);
}
