/** Images in the order in which they are shown. */
export interface ShownOrder {
  readonly count: number;
  /** The path at a place; undefined = there is none. */
  readonly at: (place: number) => string | undefined;
}

/**
 * The image to look at after those of `acted`, the last of which stands at `from`: the next that is left, from the top when there is
 * none below; null = none is left. `acted` counts as done already.
 */
export function nextLeft(
  { count, at }: ShownOrder,
  from: number,
  acted: ReadonlySet<string>,
  isLeft: (filepath: string) => boolean,
): string | null {
  const firstBetween = (start: number, end: number): string | null => {
    for (let place = start; place < end; place++) {
      const filepath = at(place);
      if (filepath !== undefined && !acted.has(filepath) && isLeft(filepath)) return filepath;
    }
    return null;
  };
  return firstBetween(from + 1, count) ?? firstBetween(0, from);
}
