/** Images as they are shown, by their places. */
export interface ShownOrder {
  readonly count: number;
  /** The path of the image at a place from 0 to `count` - 1. */
  readonly at: (place: number) => string;
}

/** The place of the last of these images; -1 = none is shown. */
export function lastOf({ count, at }: ShownOrder, filepaths: ReadonlySet<string>): number {
  for (let place = count - 1; place >= 0; place--) if (filepaths.has(at(place))) return place;
  return -1;
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
  for (let step = 1; step <= count; step++) {
    const filepath = at((from + step) % count);
    if (!acted.has(filepath) && isLeft(filepath)) return filepath;
  }
  return null;
}
