/** What is seen of the list, px from its beginning. */
export interface Seen {
  readonly offset: number;
  readonly height: number;
  /** Of the whole list. */
  readonly length: number;
  /** Kept free at the upper and at the lower edge. */
  readonly above: number;
  readonly below: number;
}

/**
 * Where the list must be scrolled to so that a row is seen whole, no further than needed; null when it is. The same places that the
 * virtualizer's `scrollToIndex` finds, which asks the browser how long the list is: everything is laid out for that answer.
 */
export function offsetToShow(
  { start, end }: { readonly start: number; readonly end: number },
  { offset, height, length, above, below }: Seen,
): number | null {
  const atEnd = end + below - height;
  const atStart = start - above;
  const wanted = end >= offset + height - below ? atEnd : start <= offset + above ? atStart : offset;
  const reachable = Math.max(0, Math.min(wanted, length - height));
  return reachable === offset ? null : reachable;
}
