import { numberFormat } from '../../shared/format/number-format';

/** Below this a second digit behind the point says something. */
const SMALL = 0.01;

/** A share that was measured, 0 to 1: 12.5 %, 0.48 %. */
export function formatShare(share: number, locale?: string): string {
  const maximumFractionDigits = share < SMALL ? 2 : 1;
  return numberFormat({ style: 'percent', maximumFractionDigits }, locale).format(share);
}
