/** Where a key moves the focus in a grid of so many columns; null when it moves nothing. */
export function moveInGrid(
  key: string,
  index: number,
  count: number,
  columns: number,
  isRightToLeft: boolean,
): number | null {
  const last = count - 1;
  switch (key) {
    case isRightToLeft ? 'ArrowLeft' : 'ArrowRight':
      return Math.min(last, index + 1);
    case isRightToLeft ? 'ArrowRight' : 'ArrowLeft':
      return Math.max(0, index - 1);
    case 'ArrowDown':
      return index + columns <= last ? index + columns : index;
    case 'ArrowUp':
      return index >= columns ? index - columns : index;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
