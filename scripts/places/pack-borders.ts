import { packNumbers } from '../../src/places/packed-numbers';
import { BORDER_STEPS, type PackedBorders } from '../../src/places/packed-borders';
import type { Point } from './topology';

/** A line between two areas; the second is null where it is a coast. */
export interface BorderLine {
  readonly areas: readonly [string, string | null];
  readonly points: readonly Point[];
}

/** Packs lines on the grid of `BORDER_STEPS`. */
export function packBorders(lines: readonly BorderLine[]): PackedBorders {
  const areas = [...new Set(lines.flatMap(({ areas }) => areas.filter((area) => area !== null)))].sort();
  const numberOf = new Map(areas.map((area, index) => [area, index]));
  const numbers: number[] = [];
  let [x, y] = [0, 0];
  for (const {
    areas: [left, right],
    points,
  } of lines) {
    numbers.push(numberOf.get(left)!, right === null ? -1 : numberOf.get(right)!, points.length);
    for (const [longitude, latitude] of points) {
      const [nextX, nextY] = [Math.round(longitude * BORDER_STEPS), Math.round(latitude * BORDER_STEPS)];
      numbers.push(nextX - x, nextY - y);
      [x, y] = [nextX, nextY];
    }
  }
  return { areas: areas.join(' '), lines: packNumbers(numbers) };
}
