import { describe, expect, it } from 'vitest';
import { areaAt, createBorderIndex, nearestArea, NO_AREA } from './border-index';
import { packNumbers } from './packed-numbers';

type Step = readonly [number, number];

/** A line from a point through steps, in whole degrees. */
function line(areas: readonly [number, number], ...points: readonly Step[]): { areas: Step; points: readonly Step[] } {
  return { areas, points };
}

function packLines(names: string, lines: readonly ReturnType<typeof line>[]) {
  let [x, y] = [0, 0];
  const numbers = lines.flatMap(({ areas, points }) => {
    const steps = points.flatMap(([px, py]) => {
      const step = [1000 * px - x, 1000 * py - y];
      [x, y] = [1000 * px, 1000 * py];
      return step;
    });
    return [...areas, points.length, ...steps];
  });
  return { areas: names, lines: packNumbers(numbers) };
}

/** WST and EST share the line at x = 2; EST has a lake from x = 3 to 4, in which the island ISL lies alone. */
const index = createBorderIndex(
  packLines('EST ISL WST', [
    line([2, -1], [2, 0], [0, 0], [0, 4], [2, 4]),
    line([0, 2], [2, 4], [2, 0]),
    line([0, -1], [2, 0], [6, 0], [6, 4], [2, 4]),
    line([0, -1], [3, 1], [5, 1], [5, 3], [3, 3], [3, 1]),
    line([1, -1], [3.5, 1.5], [4.5, 1.5], [4.5, 2.5], [3.5, 2.5], [3.5, 1.5]),
  ]),
);
const nameOf = (area: number) => (area === NO_AREA ? null : index.areas[area]);

describe('areaAt', () => {
  it.each([
    [1, 2, 'WST'],
    [2.5, 2, 'EST'],
    [5.5, 2, 'EST'],
    [3.2, 2, null],
    [4, 2, 'ISL'],
    [4.7, 2, null],
    [3, 0.5, 'EST'],
    [-1, 2, null],
    [7, 2, null],
    [1, 5, null],
    [1, -1, null],
    // On the height of a corner: the ray must count it once.
    [-1, 1, null],
    [2.5, 1, 'EST'],
    [2.5, 3, 'EST'],
  ])('x %d, y %d lies in %s', (x, y, area) => {
    expect(nameOf(areaAt(index, x, y))).toBe(area);
  });
});

describe('nearestArea', () => {
  const all = { limitKm: 1000, except: NO_AREA };

  it.each([
    ['west of the coast', -1, 0, 'WST', 111.195],
    ['north of it', 1, 5, 'WST', 111.195],
    ['beyond a corner', 7, 5, 'EST', 156.95],
    ['in the lake', 3.4, 2, 'ISL', 11.1],
  ])('%s: %d, %d', (_, x, y, area, km) => {
    const near = nearestArea(index, x, y, all);
    expect(nameOf(near?.area ?? NO_AREA)).toBe(area);
    expect(near?.km).toBeCloseTo(km, 0);
  });

  it('measures degrees of longitude as long as they are there', () => {
    const far = createBorderIndex(packLines('A', [line([0, -1], [0, 60], [0, 61], [-1, 61], [-1, 60], [0, 60])]));
    expect(nearestArea(far, 1, 60.5, all)?.km).toBeCloseTo(111.195 * Math.cos((60.5 * Math.PI) / 180), 3);
  });

  it('looks for another area across the border, within the limit', () => {
    const except = index.areas.indexOf('WST');
    expect(nearestArea(index, 1.9, 2, { limitKm: 20, except })).toMatchObject({ area: index.areas.indexOf('EST') });
    expect(nearestArea(index, 1.5, 2, { limitKm: 20, except })).toBeNull();
    // Its own coast is nearer, and is none of another area.
    expect(nearestArea(index, 0.01, 2, { limitKm: 20, except })).toBeNull();
  });
});
