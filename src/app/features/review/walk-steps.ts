/** The first from `from` on that is not done; -1 = none. */
export function firstUndone(list: readonly string[], isDone: (item: string) => boolean, from = 0): number {
  for (let index = from; index < list.length; index++) if (!isDone(list[index]!)) return index;
  return -1;
}

/**
 * The one to look at after something was done at `index`: the next that is not done, from the top when there is none below; -1 =
 * none is left.
 */
export function afterDone(list: readonly string[], isDone: (item: string) => boolean, index: number): number {
  const below = firstUndone(list, isDone, index + 1);
  if (below !== -1) return below;
  const above = firstUndone(list, isDone);
  return above === index ? -1 : above;
}

/** The neighbour in a direction, only those that pass; -1 = none. */
export function neighbourOf(
  list: readonly string[],
  index: number,
  direction: 1 | -1,
  passes: (item: string) => boolean,
): number {
  for (let place = index + direction; place >= 0 && place < list.length; place += direction) {
    if (passes(list[place]!)) return place;
  }
  return -1;
}
