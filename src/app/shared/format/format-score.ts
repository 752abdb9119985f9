import { numberFormat } from './number-format';

/** How the person wants scores: as in files and thresholds, or in percent. */
export type ScoreFormat = 'decimal' | 'percent';

/** A score or conf with two decimals, 0.00 to 1.00; it says 1.00 only from 0.995 on, which plain rounding gives. */
export function formatScore(score: number, as: ScoreFormat = 'decimal', locale?: string): string {
  if (as === 'percent') return numberFormat({ style: 'percent', maximumFractionDigits: 0 }, locale).format(score);
  return numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: 2 }, locale).format(score);
}

/** Every digit that is stored, for tooltips. */
export function formatExactScore(score: number, locale?: string): string {
  return numberFormat({ maximumSignificantDigits: 17 }, locale).format(score);
}
