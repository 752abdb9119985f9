/** The group that a tile stands in, by the number of the tile; the groups follow one another. */
export function groupOfTile(groups: readonly { readonly start: number }[], tile: number): number {
  let [low, high] = [0, groups.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (groups[middle]!.start <= tile) low = middle;
    else high = middle - 1;
  }
  return low;
}
