/**
 * Python's `round(x, digits)`: correctly rounded from the exact binary value, ties to even. A tie is only exact when x is an
 * odd number of `1 / 2^(digits + 1)`; `toFixed` is correct everywhere else but rounds ties away from zero. `digits` is 1 to 6.
 */
export function roundDecimals(value: number, digits: number): number {
  const halves = value * 2 ** (digits + 1);
  if (Number.isInteger(halves) && Math.abs(halves % 2) === 1) {
    const scale = 10 ** digits;
    const below = Math.floor(value * scale); // exact: value * scale = odd * 5^digits / 2
    return (below % 2 === 0 ? below : below + 1) / scale;
  }
  return value === 0 ? value : Number(value.toFixed(digits)); // toFixed drops the sign of -0
}

/**
 * Cuts to decimals as the megadetector package does (10.0.24, truncate_float): the floor of the product in double. So
 * 0.29 becomes 0.28 at two digits, because 0.29 * 100 is a little less than 29, and negative numbers go down.
 */
export function truncateDecimals(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.floor(value * scale) / scale;
}
