import type { HeadLevel } from '../domain/model-package';
import type { DetectorRows } from './nms';

/** The raw output of one level for one image: dims [1, anchors * (5 + classes), rows, columns], row-major. */
export interface RawHead {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** Stride and anchors of a level, in pixels of the network's input. */
export type YoloGrid = Pick<HeadLevel, 'stride' | 'anchors'>;

/** Room for the rounding of a sigmoid in float32, so that the comparison of logits never drops a row too many. */
const LOGIT_MARGIN = 1e-3;

/**
 * Decodes raw heads into rows [centre x, centre y, width, height, objectness, class scores …] in pixels of the network's
 * input, for the cells whose objectness is above `threshold` only; -Infinity gives all of them. Pass the threshold of
 * `suppressNonMaxima`: it drops all other rows anyway. Rows come in the order level, anchor, y, x. A cell whose objectness
 * is NaN becomes a row, so that `hasUsableRows` notices.
 *
 * With v = sigmoid(output): x = (2 v0 - 0.5 + column) * stride, y = (2 v1 - 0.5 + row) * stride, width = (2 v2)² * anchor
 * width, height = (2 v3)² * anchor height (YOLOv5 v7.0, models/yolo.py, Detect; DOI 10.5281/zenodo.7347926;
 * the same since v5.0).
 * @throws Error when the heads do not fit the levels.
 */
export function rowsFromHeads(
  heads: readonly RawHead[],
  levels: readonly YoloGrid[],
  classCount: number,
  threshold: number,
): DetectorRows {
  if (heads.length !== levels.length) throw new Error(`expected ${levels.length} heads, got ${heads.length}`);
  const columns = 5 + classCount;
  heads.forEach((head, index) => checkHead(head, levels[index]!.anchors.length * columns, index));
  const cells = heads.map((head, index) => findCells(head, levels[index]!.anchors.length, columns, threshold));
  const count = cells.reduce((sum, { length }) => sum + length, 0);
  const data = new Float32Array(count * columns);
  let at = 0;
  heads.forEach((head, index) => {
    for (const cell of cells[index]!) {
      decodeCell(head, levels[index]!, cell, data.subarray(at, at + columns));
      at += columns;
    }
  });
  return { data, count, columns };
}

function checkHead({ data, dims }: RawHead, channels: number, index: number): void {
  const size = dims.reduce((product, dim) => product * dim, 1);
  if (dims.length !== 4 || dims[0] !== 1 || dims[1] !== channels || data.length !== size) {
    throw new Error(
      `head ${index}: expected [1, ${channels}, rows, columns], got [${dims.join(', ')}] with ${data.length} values`,
    );
  }
}

/** Numbers of the cells to decode, counted through anchor, y, x. */
function findCells({ data, dims }: RawHead, anchors: number, columns: number, threshold: number): number[] {
  const plane = dims[2]! * dims[3]!;
  const limit = threshold <= 0 ? -Infinity : Math.log(threshold / (1 - threshold)) - LOGIT_MARGIN;
  const cells: number[] = [];
  for (let anchor = 0; anchor < anchors; anchor++) {
    const from = (anchor * columns + 4) * plane;
    for (let cell = 0; cell < plane; cell++) {
      const logit = data[from + cell]!;
      // Written so that NaN passes both comparisons.
      if (logit < limit || sigmoid(logit) <= threshold) continue;
      cells.push(anchor * plane + cell);
    }
  }
  return cells;
}

function decodeCell({ data, dims }: RawHead, { stride, anchors }: YoloGrid, cell: number, row: Float32Array): void {
  const width = dims[3]!;
  const plane = dims[2]! * width;
  const anchor = Math.floor(cell / plane);
  const inPlane = cell % plane;
  const [anchorWidth, anchorHeight] = anchors[anchor]!;
  let at = anchor * row.length * plane + inPlane;
  for (let i = 0; i < row.length; i++, at += plane) row[i] = sigmoid(data[at]!);
  row[0] = (2 * row[0]! - 0.5 + (inPlane % width)) * stride;
  row[1] = (2 * row[1]! - 0.5 + Math.floor(inPlane / width)) * stride;
  row[2] = (2 * row[2]!) ** 2 * anchorWidth;
  row[3] = (2 * row[3]!) ** 2 * anchorHeight;
}

function sigmoid(value: number): number {
  return Math.fround(1 / (1 + Math.exp(-value)));
}
