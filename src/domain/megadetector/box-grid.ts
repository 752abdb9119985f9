import { cornerIou, type Corners } from './corner-iou';

/** Boxes with something that belongs to each, to be found by a box that overlaps much. */
export interface BoxGrid<Item> {
  add: (box: Corners, item: Item) => void;
  /** The items of all boxes whose IoU with this one is at least the grid's, each once, in no order that means anything. */
  matching: (box: Corners) => readonly Item[];
}

/** Boxes with sides of nearly the same lengths, by the cell that their first corner is in. */
type Level<Item> = Map<number, Cell<Item>>;

/** The corners of its boxes in one row of numbers, which is several times faster to go through than objects. */
interface Cell<Item> {
  readonly corners: number[];
  readonly items: Item[];
}

/** How the grid divides sides into steps and the image into cells; both follow from the least IoU. */
interface Division {
  /** Sides of one step differ by at most this factor. */
  readonly factor: number;
  readonly smallestStep: number;
  /** How far the first corners of two boxes may be apart, and how wide a cell is, as shares of the longer side. */
  readonly slip: number;
  readonly cell: number;
}

/** Shorter sides share a step: nothing is seen that small, and keys of cells stay whole numbers. */
const SHORTEST_SIDE = 2 ** -20;

/** Far more than roundings can amount to, far less than a cell: the search must never miss a box that the IoU would take. */
const SLACK = 1e-9;

/** First corners are taken to lie within this; farther ones share the cells at the edge. */
const EDGE = { least: -1, most: 2 };

/** More than there are rows of cells, and more than there are steps. */
const ROWS = 2 ** 26;

/**
 * An index that finds exactly the boxes with an IoU of at least `minIou` (above 0, at most 1), without comparing all. Such
 * boxes have sides that differ by at most a factor of `minIou`, and first corners no farther apart than the rest of the longer
 * side: few cells of few levels can hold one. Throws RangeError for a `minIou` that all boxes would meet.
 */
export function createBoxGrid<Item>(minIou: number): BoxGrid<Item> {
  if (!(minIou > 0)) throw new RangeError(`minIou: expected more than 0, got ${minIou}`);
  const division = divisionFor(minIou);
  const levels = new Map<number, Level<Item>>();

  return {
    add(box, item) {
      const columns = stepOf(box[2] - box[0], division);
      const rows = stepOf(box[3] - box[1], division);
      const level = levels.get(keyOf(columns, rows)) ?? new Map<number, Cell<Item>>();
      levels.set(keyOf(columns, rows), level);
      const key = keyOf(cellOf(box[0], columns, division), cellOf(box[1], rows, division));
      const cell = level.get(key) ?? { corners: [], items: [] };
      level.set(key, cell);
      cell.corners.push(...box);
      cell.items.push(item);
    },

    matching(box) {
      const found: Item[] = [];
      const take = ({ corners, items }: Cell<Item>) => {
        for (let index = 0; index < items.length; index++) {
          if (cornerIou(box, corners, 4 * index) >= minIou) found.push(items[index]!);
        }
      };
      const width = box[2] - box[0];
      const height = box[3] - box[1];
      const [narrowest, widest] = stepsWithin(width, minIou, division);
      const [lowest, highest] = stepsWithin(height, minIou, division);
      for (let columns = narrowest; columns <= widest; columns++) {
        for (let rows = lowest; rows <= highest; rows++) {
          const level = levels.get(keyOf(columns, rows));
          if (level === undefined) continue;
          const [left, right] = cellsWithin(box[0], width, columns, division);
          const [top, bottom] = cellsWithin(box[1], height, rows, division);
          if ((right - left + 1) * (bottom - top + 1) >= level.size) {
            for (const cell of level.values()) take(cell);
            continue;
          }
          for (let column = left; column <= right; column++) {
            for (let row = top; row <= bottom; row++) {
              const cell = level.get(keyOf(column, row));
              if (cell !== undefined) take(cell);
            }
          }
        }
      }
      return found;
    },
  };
}

/** Steps and cells as large as matching boxes may differ; not smaller than a twentieth, not larger than a half. */
function divisionFor(minIou: number): Division {
  const slip = Math.max(0, 1 - minIou);
  const factor = 1 / (1 - Math.min(Math.max(slip, 0.05), 0.5));
  return { factor, smallestStep: stepFor(SHORTEST_SIDE, factor), slip, cell: Math.max(slip, 0.05) };
}

function stepFor(side: number, factor: number): number {
  return Math.floor(Math.log2(side) / Math.log2(factor));
}

/** Always finite, so that going through steps comes to an end, whatever numbers a file holds. */
function stepOf(side: number, { factor, smallestStep }: Division): number {
  return side > SHORTEST_SIDE ? stepFor(Math.min(side, Number.MAX_VALUE), factor) : smallestStep;
}

/** First and last step with sides that differ from this one by at most the factor `minIou`. */
function stepsWithin(side: number, minIou: number, division: Division): readonly [number, number] {
  return [stepOf(side * minIou * (1 - SLACK), division), stepOf((side / minIou) * (1 + SLACK), division)];
}

/** First and last cell that the first corner of a match can lie in, in a level of this step. */
function cellsWithin(corner: number, side: number, step: number, division: Division): readonly [number, number] {
  const reach = division.slip * Math.max(side, longestOf(step, division)) * (1 + SLACK) + SLACK;
  return [cellOf(corner - reach, step, division), cellOf(corner + reach, step, division)];
}

function cellOf(corner: number, step: number, division: Division): number {
  return Math.floor(Math.min(Math.max(corner, EDGE.least), EDGE.most) / (division.cell * longestOf(step, division)));
}

function longestOf(step: number, { factor }: Division): number {
  return factor ** (step + 1);
}

function keyOf(column: number, row: number): number {
  return column * ROWS + row;
}
