import { messages } from '../../messages';
import { numberFormat } from '../../shared/format/number-format';

const SMALLEST = 1e-6;

/** A difference in parts of the largest number as percent, two digits: float32's own rounding is not spelled out. */
export function formatDifference(difference: number, locale?: string): string {
  const format = numberFormat({ style: 'percent', maximumSignificantDigits: 2 }, locale);
  return difference > 0 && difference < SMALLEST
    ? messages.models.test.under(format.format(SMALLEST))
    : format.format(difference);
}
