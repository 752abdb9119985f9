/** Where a key moves the focus in a grid of cards; null when the key moves nothing. Down from the last full row goes to the last. */
export function moveInCards(
  key: string,
  index: number,
  { columns, count }: { readonly columns: number; readonly count: number },
  isRightToLeft: boolean,
): number | null {
  const last = count - 1;
  const isInLastRow = Math.floor(index / columns) === Math.floor(last / columns);
  const moves: Readonly<Record<string, number>> = {
    [isRightToLeft ? 'ArrowLeft' : 'ArrowRight']: Math.min(last, index + 1),
    [isRightToLeft ? 'ArrowRight' : 'ArrowLeft']: Math.max(0, index - 1),
    ArrowDown: isInLastRow ? index : Math.min(last, index + columns),
    ArrowUp: index - columns >= 0 ? index - columns : index,
    Home: 0,
    End: last,
  };
  return moves[key] ?? null;
}
