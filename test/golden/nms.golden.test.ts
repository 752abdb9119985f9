import { expect, it } from 'vitest';
import { suppressNonMaxima, type DetectorRows } from '../../src/vision/nms';
import { rowsFromLists } from './detector-rows';
import { describeGolden } from './golden-folder';

interface NmsCase {
  readonly id: string;
  readonly tag: string;
  readonly in:
    | { readonly pred: readonly (readonly number[])[] }
    | { readonly generator: { readonly n: number; readonly a: number } };
  readonly out: { readonly det: readonly (readonly number[])[] };
}

const THREE_CLASSES = [0, 1, 2];

describeGolden<{ cases: NmsCase[] }>('speciesnet/nms.json', ({ cases }) => {
  it.each(cases)('$id $tag', ({ in: input, out }) => {
    const rows = 'pred' in input ? rowsFromLists(input.pred, 8) : generatedRows(input.generator);
    const boxes = suppressNonMaxima(rows, THREE_CLASSES);
    expect(boxes.map((box) => [box.x1, box.y1, box.x2, box.y2, box.conf, box.classIndex])).toEqual(out.det);
  });
});

/** More rows than the reference looks at: see the file's own note on `generator`. */
function generatedRows({ n, a }: { n: number; a: number }): DetectorRows {
  const lists = Array.from({ length: n }, (_, i) => {
    const obj = 0.9 - i * 2.5e-5;
    if (i < 30_000) return [100 + 100 * (i % a), 100, 60, 60, obj, 1, 0, 0];
    const j = i - 30_000;
    return [20 + ((3 * j) % 1200), 400 + 20 * Math.floor(j / 60), 10, 10, obj, 1, 0, 0];
  });
  return rowsFromLists(lists, 8);
}
