import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../test/synthetic-inferences';
import { createBoxGrid } from './box-grid';
import { cornerIou, cornersOf, type Corners } from './corner-iou';

/** The reference's formula once more, in other words, so that the two can disagree. */
function plainIou(a: Corners, b: Corners): number {
  const area = ([x1, y1, x2, y2]: Corners) => (x2 - x1) * (y2 - y1);
  if ([a, b].some(([x1, y1, x2, y2]) => x1 >= x2 || y1 >= y2)) return 0;
  const shared: Corners = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  if (shared[2] < shared[0] || shared[3] < shared[1]) return 0;
  return area(shared) / (area(a) + area(b) - area(shared));
}

/**
 * Boxes as they occur and as they don't: things seen again with a jitter, on a raster so that an IoU can meet the least one; the
 * same things elsewhere, which fill the cells; and things cut at one side, so far that their IoU just meets the least one.
 */
function randomBoxes(seed: number, count: number, minIou: number): readonly Corners[] {
  const random = createRandom(seed);
  const raster = (value: number) => Math.round(value * 1000) / 1000;
  const things = Array.from({ length: 6 }, () => [random(), random(), random() ** 3, random() ** 3] as const);
  return Array.from({ length: count }, () => {
    const [x, y, width, height] = things[Math.floor(random() * things.length)]!;
    const jitter = random() < 0.5 ? 0.02 : 0.3;
    const near = (value: number, side: number) => value + (random() - 0.5) * jitter * side;
    const box = [near(x, width), near(y, height), near(width, width), near(height, height)] as const;
    const fate = random();
    const cut = (1 - minIou) * (0.95 + 0.05 * random());
    if (fate < 0.1) return cornersOf([x + cut * width, y, width - cut * width, height]);
    if (fate < 0.2) return cornersOf([x, y + cut * height, width, height - cut * height]);
    if (fate < 0.3) return cornersOf([x, y, width, height]);
    if (fate < 0.6) return cornersOf([random(), random(), width, height]);
    if (fate < 0.75) return cornersOf([raster(box[0]), raster(box[1]), raster(box[2]), raster(box[3])]);
    if (fate < 0.78) return cornersOf([box[0] - 3, box[1] + 5, box[2] * 20, box[3] * 20]);
    if (fate < 0.8) return cornersOf([box[0], box[1], -box[2], box[3]]);
    if (fate < 0.82) return cornersOf([x, y, 1e-9 * (1 + random()), 1e-9 * (1 + random())]);
    return cornersOf(box);
  });
}

describe('createBoxGrid', () => {
  it.each([1, 0.99, 0.9, 0.85, 0.5, 0.3, 0.1, 0.01])(
    'finds what a search without index finds, least IoU %d',
    (minIou) => {
      let found = 0;
      for (let seed = 1; seed <= 5; seed++) {
        const grid = createBoxGrid<number>(minIou);
        const boxes = randomBoxes(seed, 400, minIou);
        for (const [index, box] of boxes.entries()) {
          const expected = boxes
            .slice(0, index)
            .flatMap((other, place) => (plainIou(box, other) >= minIou ? [place] : []));
          expect([...grid.matching(box)].sort((a, b) => a - b)).toEqual(expected);
          found += expected.length;
          grid.add(box, index);
        }
      }
      expect(found).toBeGreaterThan(50);
    },
  );

  it('takes a box whose IoU is the least one', () => {
    const grid = createBoxGrid<string>(0.5);
    grid.add([0, 0, 1, 0.5], 'half');
    expect(grid.matching([0, 0, 1, 1])).toEqual(['half']);
    expect(grid.matching([0, 0, 1, 1.01])).toEqual([]);
  });

  it('comes to an end with absurd boxes', () => {
    const grid = createBoxGrid<string>(0.01);
    const boxes: readonly Corners[] = [
      [0, 0, 1.7e308, 1e-309],
      [0, 0, Infinity, 1],
      [Infinity, 0, Infinity, 1],
      [NaN, NaN, NaN, NaN],
    ];
    for (const box of boxes) grid.add(box, 'absurd');
    expect(boxes.map((box) => grid.matching(box))).toEqual([['absurd'], [], [], []]);
  });

  it.each([0, -0.1, NaN])('refuses a least IoU of %d', (minIou) => {
    expect(() => createBoxGrid(minIou)).toThrow(RangeError);
  });
});

describe('cornerIou', () => {
  it.each<[Corners, Corners, number]>([
    [[0, 0, 1, 1], [0, 0, 1, 1], 1],
    [[0, 0, 1, 1], [0.5, 0, 1.5, 1], 1 / 3],
    [[0, 0, 1, 1], [1, 0, 2, 1], 0],
    [[0, 0, 1, 1], [2, 2, 3, 3], 0],
    [[0, 0, 0, 1], [0, 0, 0, 1], 0],
    [[1, 1, 0, 0], [1, 1, 0, 0], 0],
  ])('%j and %j: %d', (a, b, iou) => {
    expect(cornerIou(a, b)).toBeCloseTo(iou, 12);
    expect(cornerIou(b, [9, 9, 9, 9, ...a], 4)).toBe(cornerIou(a, b));
  });
});
