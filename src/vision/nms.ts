import type { Corners } from './letterbox';

/** A detector's answer for one image: `count` rows of `columns` float32, `[cx, cy, w, h, obj, p0, p1, …]`, network pixels. */
export interface DetectorRows {
  readonly data: Float32Array;
  readonly count: number;
  readonly columns: number;
}

/** A box that was kept. `conf` = obj * class probability (float32), `classIndex` = the network's class. */
export interface NmsBox extends Corners {
  readonly conf: number;
  readonly classIndex: number;
}

/** What decides which boxes stay. */
export interface NmsLimits {
  /** Rows whose objectness, or whose conf, is not above this are dropped. Compared in float32. */
  readonly minConf: number;
  /** A box that overlaps a better one of its group by more than this (intersection over union) goes. */
  readonly maxIou: number;
  /** Over all groups. */
  readonly maxBoxes: number;
}

/** SpeciesNet's lowest conf (speciesnet 5.0.4, detector.py). */
export const MIN_CONF = 0.01;
/** MegaDetector's lowest conf in result files (megadetector 10.0.24, run_detector.py). */
export const FAINT_CONF = 0.005;

/** yolov5 7.0.11, non_max_suppression, as speciesnet 5.0.4 calls it. */
export const SPECIESNET_LIMITS: NmsLimits = { minConf: MIN_CONF, maxIou: 0.45, maxBoxes: 300 };

/**
 * As megadetector 10.0.24 does by default ("classic"). Weak boxes never suppress better ones, and the 300 are the best 300: so
 * its boxes above 0.01 are SpeciesNet's, and one pass with these limits serves both.
 */
export const MEGADETECTOR_LIMITS: NmsLimits = { ...SPECIESNET_LIMITS, minConf: FAINT_CONF };

const MAX_BOXES_IN = 30_000;
/** Boxes of different classes are moved apart by this many pixels. In float32 this rounds them, and the rounding counts. */
const CLASS_OFFSET = 7680;

/**
 * Non-maximum suppression of yolov5 7.0.11, bit for bit in float32: best class of each row, conf above the limit, boxes of one
 * group overlapping a better one too much go. Best first; equal confs in the order of the rows.
 *
 * `groupOf` gives for each class the number whose boxes compete with each other; the reference's is the class's own number.
 */
export function suppressNonMaxima(
  rows: DetectorRows,
  groupOf: readonly number[],
  { minConf, maxIou, maxBoxes }: NmsLimits = SPECIESNET_LIMITS,
): NmsBox[] {
  const candidates = findCandidates(rows, f32(minConf));
  const order = sortByConf(candidates);
  const moved = moveApart(candidates, order, groupOf);
  const kept: NmsBox[] = [];
  const isSuppressed = new Uint8Array(order.length);
  for (let i = 0; i < order.length && kept.length < maxBoxes; i++) {
    if (isSuppressed[i] === 1) continue;
    kept.push(boxAt(candidates, order[i]!));
    suppressOverlapping(moved, i, isSuppressed, maxIou);
  }
  return kept;
}

/** Rows above the conf limit, one array for each value: there may be tens of thousands. */
interface Candidates {
  readonly count: number;
  /** x1, y1, x2, y2 of each candidate. */
  readonly corners: Float32Array;
  readonly confs: Float32Array;
  readonly classes: Uint16Array;
}

function findCandidates({ data, count, columns }: DetectorRows, minConf: number): Candidates {
  const selected = selectRows(data, count * columns, columns, minConf);
  const corners = new Float32Array(4 * selected.length);
  const confs = new Float32Array(selected.length);
  const classes = new Uint16Array(selected.length);
  let found = 0;
  for (const at of selected) {
    const obj = data[at + 4]!;
    let best = 0;
    let conf = f32(data[at + 5]! * obj);
    for (let c = 1; c < columns - 5; c++) {
      const other = f32(data[at + 5 + c]! * obj);
      // The maximum of numbers with a NaN among them is NaN in torch, and no NaN is above the limit.
      if (other > conf || Number.isNaN(other)) {
        conf = other;
        best = c;
      }
    }
    if (!(conf > minConf)) continue;
    const halfWidth = f32(data[at + 2]! / 2);
    const halfHeight = f32(data[at + 3]! / 2);
    corners[4 * found] = data[at]! - halfWidth;
    corners[4 * found + 1] = data[at + 1]! - halfHeight;
    corners[4 * found + 2] = data[at]! + halfWidth;
    corners[4 * found + 3] = data[at + 1]! + halfHeight;
    confs[found] = conf;
    classes[found] = best;
    found++;
  }
  return { count: found, corners, confs, classes };
}

/** Where the rows with enough objectness begin: nearly all rows end here, so nothing is made for them. */
function selectRows(data: Float32Array, length: number, columns: number, minConf: number): number[] {
  const starts: number[] = [];
  for (let at = 0; at < length; at += columns) {
    if (data[at + 4]! > minConf) starts.push(at);
  }
  return starts;
}

function sortByConf({ count, confs }: Candidates): Uint32Array {
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  return order.sort((a, b) => confs[b]! - confs[a]! || a - b).subarray(0, MAX_BOXES_IN);
}

/** Boxes in the order of `order`, moved by their group's offset, with their areas. */
interface MovedBoxes {
  readonly x1: Float32Array;
  readonly y1: Float32Array;
  readonly x2: Float32Array;
  readonly y2: Float32Array;
  readonly areas: Float32Array;
}

function moveApart({ corners, classes }: Candidates, order: Uint32Array, groupOf: readonly number[]): MovedBoxes {
  const count = order.length;
  const x1 = new Float32Array(count);
  const y1 = new Float32Array(count);
  const x2 = new Float32Array(count);
  const y2 = new Float32Array(count);
  const areas = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const from = order[i]!;
    const offset = groupOf[classes[from]!]! * CLASS_OFFSET;
    x1[i] = corners[4 * from]! + offset;
    y1[i] = corners[4 * from + 1]! + offset;
    x2[i] = corners[4 * from + 2]! + offset;
    y2[i] = corners[4 * from + 3]! + offset;
    areas[i] = f32(x2[i]! - x1[i]!) * f32(y2[i]! - y1[i]!);
  }
  return { x1, y1, x2, y2, areas };
}

/** In float32 after each step, as torchvision computes: the overlaps of the domain are doubles. */
function suppressOverlapping(boxes: MovedBoxes, i: number, isSuppressed: Uint8Array, maxIou: number): void {
  const { x1, y1, x2, y2, areas } = boxes;
  const left = x1[i]!;
  const top = y1[i]!;
  const right = x2[i]!;
  const bottom = y2[i]!;
  const area = areas[i]!;
  for (let j = i + 1; j < isSuppressed.length; j++) {
    if (isSuppressed[j] === 1) continue;
    const width = Math.max(0, f32(Math.min(right, x2[j]!) - Math.max(left, x1[j]!)));
    const height = Math.max(0, f32(Math.min(bottom, y2[j]!) - Math.max(top, y1[j]!)));
    const intersection = f32(width * height);
    // 0 / 0 gives NaN, which suppresses nothing.
    const overlap = f32(intersection / f32(f32(area + areas[j]!) - intersection));
    if (overlap > maxIou) isSuppressed[j] = 1;
  }
}

function boxAt({ corners, confs, classes }: Candidates, i: number): NmsBox {
  return {
    x1: corners[4 * i]!,
    y1: corners[4 * i + 1]!,
    x2: corners[4 * i + 2]!,
    y2: corners[4 * i + 3]!,
    conf: confs[i]!,
    classIndex: classes[i]!,
  };
}

const f32 = Math.fround;
