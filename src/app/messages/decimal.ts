import { numberFormat } from '../shared/format/number-format';

/** A tolerance or a limit with the digits that it has, at most two: 0.1, 0.001. */
export const decimal = (value: number) => numberFormat({ maximumSignificantDigits: 2 }).format(value);
