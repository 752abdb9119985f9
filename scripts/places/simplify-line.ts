import type { Point } from './topology';

/**
 * Leaves out points that lie within the tolerance (degrees of latitude) of the line through the points kept (Douglas and
 * Peucker). The ends stay; of a closed line at least three corners stay, so that no island vanishes.
 */
export function simplifyLine(line: readonly Point[], tolerance: number): readonly Point[] {
  const last = line.length - 1;
  if (last < 4) return line;
  const width = Math.cos((line[0]![1] * Math.PI) / 180);
  const keep = new Set([0, last]);
  const isClosed = line[0]![0] === line[last]![0] && line[0]![1] === line[last]![1];
  const stack: [number, number][] = [[0, last]];
  while (stack.length > 0) {
    const [from, to] = stack.pop()!;
    const { index, distance } = farthest(line, from, to, width);
    const isNeeded = isClosed && keep.size < 4;
    if (index < 0 || (distance <= tolerance && !isNeeded)) continue;
    keep.add(index);
    stack.push([from, index], [index, to]);
  }
  return line.filter((_, index) => keep.has(index));
}

function farthest(line: readonly Point[], from: number, to: number, width: number) {
  const [ax, ay] = line[from]!;
  const dx = (line[to]![0] - ax) * width;
  const dy = line[to]![1] - ay;
  const length = dx * dx + dy * dy;
  let index = -1;
  let distance = -1;
  for (let at = from + 1; at < to; at++) {
    const px = (line[at]![0] - ax) * width;
    const py = line[at]![1] - ay;
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
    const away = Math.hypot(px - along * dx, py - along * dy);
    if (away > distance) [index, distance] = [at, away];
  }
  return { index, distance };
}
