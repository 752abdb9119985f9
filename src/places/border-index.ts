import { BORDER_STEPS, type PackedBorders } from './packed-borders';
import { unpackNumbers } from './packed-numbers';

/** A short part of a line between two areas, with its box: most questions are settled by the box alone. */
interface Piece {
  /** Positions in `areas`; NO_AREA for the sea. */
  readonly left: number;
  readonly right: number;
  /** Its points are `first` to `last`, inclusive. */
  readonly first: number;
  readonly last: number;
  /** Degrees. */
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The lines between areas, ready for questions about points. */
export interface BorderIndex {
  readonly areas: readonly string[];
  readonly pieces: readonly Piece[];
  /** Degrees; beyond 180 where a country lies across the 180th meridian. */
  readonly longitudes: Float64Array;
  readonly latitudes: Float64Array;
}

/** What lies beside a coast. */
export const NO_AREA = -1;

/** Kilometres of a degree of latitude, as on a sphere of the earth's mean radius. */
const DEGREE_KM = 111.195;
/** Segments of a piece: short enough for tight boxes, long enough that there are few. */
const PIECE_SEGMENTS = 16;

/** Unpacks lines into an index; about 10 ms for the countries of the world. */
export function createBorderIndex(packed: PackedBorders): BorderIndex {
  const numbers = unpackNumbers(packed.lines);
  const longitudes = new Float64Array(numbers.length / 2);
  const latitudes = new Float64Array(numbers.length / 2);
  const pieces: Piece[] = [];
  let [at, point, x, y] = [0, 0, 0, 0];
  while (at < numbers.length) {
    const [left, right, count] = [numbers[at]!, numbers[at + 1]!, numbers[at + 2]!];
    at += 3;
    const first = point;
    for (const end = point + count; point < end; point++, at += 2) {
      x += numbers[at]!;
      y += numbers[at + 1]!;
      longitudes[point] = x / BORDER_STEPS;
      latitudes[point] = y / BORDER_STEPS;
    }
    for (let start = first; start < point - 1; start += PIECE_SEGMENTS) {
      const last = Math.min(start + PIECE_SEGMENTS, point - 1);
      pieces.push({ left, right, first: start, last, ...boxOf(longitudes, latitudes, start, last) });
    }
  }
  return { areas: packed.areas.split(' '), pieces, longitudes, latitudes };
}

function boxOf(longitudes: Float64Array, latitudes: Float64Array, first: number, last: number) {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let at = first; at <= last; at++) {
    west = Math.min(west, longitudes[at]!);
    south = Math.min(south, latitudes[at]!);
    east = Math.max(east, longitudes[at]!);
    north = Math.max(north, latitudes[at]!);
  }
  return { west, south, east, north };
}

/** The area that a point lies in, by the even-odd rule: the one whose lines a ray to the east crosses an odd number of times. */
export function areaAt({ areas, pieces, longitudes, latitudes }: BorderIndex, x: number, y: number): number {
  const isOdd = new Uint8Array(areas.length);
  for (const { left, right, first, last, west, south, east, north } of pieces) {
    if (y < south || y > north || x > east) continue;
    let crossings = 0;
    if (x < west) {
      // Wholly east of the point: only whether it ends on the other side counts.
      crossings = latitudes[first]! > y === latitudes[last]! > y ? 0 : 1;
    } else {
      for (let at = first; at < last; at++) {
        const [ay, by] = [latitudes[at]!, latitudes[at + 1]!];
        if (ay > y === by > y) continue;
        const [ax, bx] = [longitudes[at]!, longitudes[at + 1]!];
        if (x < ax + ((bx - ax) * (y - ay)) / (by - ay)) crossings += 1;
      }
    }
    if (crossings % 2 === 0) continue;
    isOdd[left]! ^= 1;
    if (right !== NO_AREA) isOdd[right]! ^= 1;
  }
  return isOdd.indexOf(1);
}

/** An area beside a line and how far away the line is. */
export interface NearArea {
  readonly area: number;
  readonly km: number;
}

/** What counts as near. */
export interface NearLimits {
  readonly limitKm: number;
  /** An area that does not count; NO_AREA when all do. */
  readonly except: number;
}

/** The nearest line that has an area other than `except` beside it, and that area; null when none is within the limit. */
export function nearestArea(
  index: BorderIndex,
  x: number,
  y: number,
  { limitKm, except }: NearLimits,
): NearArea | null {
  const { pieces, longitudes, latitudes } = index;
  // On a plane that touches the earth at the point: right to a thousandth within the distances asked for here.
  const width = DEGREE_KM * Math.cos((y * Math.PI) / 180);
  let area = NO_AREA;
  let best = limitKm * limitKm;
  for (const { left, right, first, last, west, south, east, north } of pieces) {
    const other = left === except ? right : left;
    if (other === NO_AREA) continue;
    const boxX = Math.max(west - x, 0, x - east) * width;
    const boxY = Math.max(south - y, 0, y - north) * DEGREE_KM;
    if (boxX * boxX + boxY * boxY >= best) continue;
    for (let at = first; at < last; at++) {
      const ax = (longitudes[at]! - x) * width;
      const ay = (latitudes[at]! - y) * DEGREE_KM;
      const dx = (longitudes[at + 1]! - x) * width - ax;
      const dy = (latitudes[at + 1]! - y) * DEGREE_KM - ay;
      const length = dx * dx + dy * dy;
      const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
      const away = (ax + along * dx) ** 2 + (ay + along * dy) ** 2;
      if (away < best) [best, area] = [away, other];
    }
  }
  return area === NO_AREA ? null : { area, km: Math.sqrt(best) };
}
