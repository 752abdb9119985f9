interface Named {
  readonly filepath: string;
}

/**
 * The image to look at after those of `acted`, the last of which stands at `from`: the next that is left, from the top when there is
 * none below; null = none is left. `acted` counts as done already.
 */
export function nextLeft(
  order: readonly Named[],
  from: number,
  acted: ReadonlySet<string>,
  isLeft: (filepath: string) => boolean,
): string | null {
  const stands = ({ filepath }: Named) => !acted.has(filepath) && isLeft(filepath);
  const below = order.slice(from + 1).find(stands);
  return (below ?? order.slice(0, Math.max(0, from)).find(stands))?.filepath ?? null;
}
