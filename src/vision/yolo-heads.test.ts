import { describe, expect, it } from 'vitest';
import { hasUsableRows } from './detector-output';
import { suppressNonMaxima } from './nms';
import { rowsFromHeads, type RawHead, type YoloGrid } from './yolo-heads';

const logit = (score: number) => Math.log(score / (1 - score));

/** Two anchors, one class, 2 x 3 cells: each cell holds the same six logits unless `change` says otherwise. */
function head(change: Readonly<Record<string, readonly number[]>> = {}): RawHead {
  const data = new Float32Array(2 * 6 * 6);
  for (let anchor = 0; anchor < 2; anchor++) {
    for (let cell = 0; cell < 6; cell++) {
      const values = change[`${anchor},${cell}`] ?? [0, 0, 0, 0, -9, 0];
      values.forEach((value, k) => (data[(anchor * 6 + k) * 6 + cell] = value));
    }
  }
  return { data, dims: [1, 12, 2, 3] };
}

const grid: YoloGrid = {
  stride: 8,
  anchors: [
    [10, 20],
    [30, 40],
  ],
};

const rowsOf = ({ data, count, columns }: ReturnType<typeof rowsFromHeads>) =>
  Array.from({ length: count }, (_, row) =>
    Array.from(data.subarray(row * columns, (row + 1) * columns), (value) => Math.round(value * 1e5) / 1e5),
  );

describe('rowsFromHeads', () => {
  // All by hand from the formula in the docstring; sigmoid(0) = 0.5.
  it.each<[string, RawHead, readonly number[][]]>([
    ['nothing below the threshold', head(), []],
    ['the first cell', head({ '0,0': [0, 0, 0, 0, logit(0.5), logit(0.25)] }), [[4, 4, 10, 20, 0.5, 0.25]]],
    ['the last cell, last anchor', head({ '1,5': [0, 0, 0, 0, logit(0.5), 0] }), [[20, 12, 30, 40, 0.5, 0.5]]],
    [
      'a moved and resized box',
      head({ '1,4': [logit(0.75), logit(0.25), logit(0.75), logit(0.25), logit(0.9), logit(0.1)] }),
      [[(1.5 - 0.5 + 1) * 8, (0.5 - 0.5 + 1) * 8, 2.25 * 30, 0.25 * 40, 0.9, 0.1]],
    ],
    [
      'the order anchor, y, x',
      head({ '1,0': [0, 0, 0, 0, 0, 0], '0,3': [0, 0, 0, 0, 0, 0], '0,2': [0, 0, 0, 0, 0, 0] }),
      [
        [20, 4, 10, 20, 0.5, 0.5],
        [4, 12, 10, 20, 0.5, 0.5],
        [4, 4, 30, 40, 0.5, 0.5],
      ],
    ],
  ])('decodes %s', (_, raw, rows) => {
    expect(rowsOf(rowsFromHeads([raw], [grid], 1, 0.01))).toEqual(rows);
  });

  it('puts the levels one after the other, each with its stride', () => {
    const raw = head({ '0,0': [0, 0, 0, 0, 0, 0] });
    const rows = rowsOf(rowsFromHeads([raw, raw], [grid, { ...grid, stride: 32 }], 1, 0.01));
    expect(rows.map((row) => row.slice(0, 2))).toEqual([
      [4, 4],
      [16, 16],
    ]);
  });

  it('gives every cell for -Infinity, also those of infinite logits', () => {
    const { count, columns } = rowsFromHeads([head({ '0,0': [0, 0, 0, 0, -Infinity, 0] })], [grid], 1, -Infinity);
    expect([count, columns]).toEqual([12, 6]);
  });

  it('drops exactly the rows that the suppression drops', () => {
    // Objectness in the smallest steps around 0.01, class score 1.
    const start = logit(0.01);
    const change = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [
        `${Math.floor(i / 6)},${i % 6}`,
        [0, 0, 0, 0, start + (i - 6) * 4e-7, 30] as const,
      ]),
    );
    const all = rowsFromHeads([head(change)], [grid], 1, -Infinity);
    const few = rowsFromHeads([head(change)], [grid], 1, 0.01);
    expect(few.count).toBeGreaterThan(0);
    expect(few.count).toBeLessThan(12);
    expect(suppressNonMaxima(few, [0])).toEqual(suppressNonMaxima(all, [0]));
  });

  it('keeps a cell whose objectness is no number', () => {
    const rows = rowsFromHeads([head({ '0,1': [0, 0, 0, 0, NaN, 0] })], [grid], 1, 0.01);
    expect(rows.count).toBe(1);
    expect(hasUsableRows(rows)).toBe(false);
  });

  it.each<[string, RawHead[], number, string]>([
    ['too few heads', [], 1, 'expected 1 heads, got 0'],
    ['another number of classes', [head()], 2, 'head 0: expected [1, 14, rows, columns], got [1, 12, 2, 3]'],
    ['a batch', [{ ...head(), dims: [2, 12, 1, 3] }], 1, 'got [2, 12, 1, 3]'],
    ['too few values', [{ ...head(), data: new Float32Array(71) }], 1, 'with 71 values'],
  ])('refuses %s', (_, heads, classes, message) => {
    expect(() => rowsFromHeads(heads, [grid], classes, 0.01)).toThrow(message);
  });
});
