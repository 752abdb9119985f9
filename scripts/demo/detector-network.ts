import type { OnnxGraph } from '../../src/weights/onnx/onnx-graph';
import { buildMasks } from './color-masks';
import { createNetworkBuilder } from './network-builder';

/** Pixels of a fine cell (where colours are looked at) and of a coarse cell (one row of output per class). */
const FINE = 4;
const COARSE = 16;
/** How far the flood runs, in coarse cells: half the longest way through one animal. */
const FLOOD_STEPS = 44;
/** Above any coordinate, in fine cells; turns "smallest" into "largest". */
const FAR = 1024;
/** What counts as covered, 0..1. */
const COVERED = 0.42;
/** Rows of cells that see nothing: below every threshold, yet not the same for every picture. */
const FLOOR = 0.006;
/**
 * Share of a patch's width and height to add on each side, by class: paint covers a vehicle's body, but neither its
 * wheels (below) nor its bumpers.
 */
const MARGINS = [
  { sides: 0, top: 0, bottom: 0 },
  { sides: 0, top: 0, bottom: 0 },
  { sides: 0.045, top: 0, bottom: 0.25 },
] as const;

/**
 * A detector without training. Reserved colours make a mask per class; each connected patch of the mask learns its
 * outermost coordinates by repeated max-pooling inside the mask (a flood fill); the patch's area around each cell
 * gives the confidence. Output as a YOLOv5 export: rows of [cx, cy, w, h, objectness, animal, person, vehicle] in
 * input pixels, one row per coarse cell and class.
 */
export function createDetectorNetwork(): OnnxGraph {
  const net = createNetworkBuilder();
  const pixels = net.pool('AveragePool', 'images', FINE, FINE);
  const { masks } = buildMasks(net, pixels);

  const covered = net.op('Ceil', [net.clip01(net.mix(masks, identity(3), [-COVERED, -COVERED, -COVERED]))]);
  const right = countAlong(net, covered, 3);
  const down = countAlong(net, covered, 2);
  const far = net.floats([], [FAR]);
  const outermost = [right, down, net.op('Sub', [far, right]), net.op('Sub', [far, down])].map((axis) =>
    net.op('Mul', [covered, axis]),
  );
  let reach = net.pool('MaxPool', net.op('Concat', outermost, { axis: 1 }), COARSE / FINE, COARSE / FINE);
  // One cell wider than the colour itself: legs behind grass and ringed tails stay part of their animal.
  const inside = net.pool('MaxPool', net.pool('MaxPool', covered, COARSE / FINE, COARSE / FINE), 3, 1);
  const inside4 = net.op('Concat', [inside, inside, inside, inside], { axis: 1 });
  for (let step = 0; step < FLOOD_STEPS; step++) {
    reach = net.op('Mul', [net.pool('MaxPool', reach, 3, 1), inside4]);
  }

  const objectness = buildObjectness(net, masks, inside, pixels);
  const outside = net.op('Sub', [net.floats([], [1]), inside]);
  const atX = net.op('Mul', [outside, countAlong(net, inside, 3)]);
  const atY = net.op('Mul', [outside, countAlong(net, inside, 2)]);
  const features = net.op('Concat', [reach, inside, atX, atY, objectness], { axis: 1 });
  const rows = decodeRows(net, features);
  return net.finish(
    'understory-demo-detector',
    { name: 'images', dims: ['batch', 3, 'height', 'width'] },
    { name: 'output', dims: ['batch', 'anchors', 8] },
    rows,
    {
      stride: '64',
      names: "{0: 'animal', 1: 'person', 2: 'vehicle'}",
      author: 'Understory demonstration, built by a script',
    },
  );
}

type Builder = ReturnType<typeof createNetworkBuilder>;

/** 1, 2, 3 … along an axis, in the shape of `like`. */
function countAlong(net: Builder, like: string, axis: number): string {
  const zeros = net.op('Mul', [like, net.floats([], [0])]);
  const ones = net.op('Add', [zeros, net.floats([], [1])]);
  return net.op('CumSum', [ones, net.integers([axis])]);
}

/**
 * Area of the class around each cell, as a share of a window of 272 pixels, through m² / (m² + m0²): a deer near the
 * camera comes to 0.9 and more, a tuft of rusty fern to 0.1 or 0.2.
 */
function buildObjectness(net: Builder, masks: string, inside: string, pixels: string): string {
  const share = net.pool('AveragePool', masks, COARSE / FINE, COARSE / FINE);
  const area = net.pool('AveragePool', share, 17, 1);
  const square = net.op('Mul', [area, area]);
  const strength = net.op('Div', [square, net.op('Add', [square, net.floats([], [0.13 * 0.13])])]);
  const seen = net.op('Mul', [strength, inside]);
  const brightness = net.pool('AveragePool', pixels, COARSE / FINE, COARSE / FINE);
  return net.op('Add', [
    net.op('Mul', [seen, net.floats([], [0.985])]),
    net.mix(brightness, identity(3, FLOOR), [0, 0, 0]),
  ]);
}

/**
 * One 1x1 convolution turns edges into centre and size. Edges are fine-cell numbers starting at 1: the right edge of
 * cell n lies at 4n, its left edge at 4(n-1). Channels: right, down, FAR-left, FAR-top (3 classes each), inside,
 * column and row of cells outside any patch, objectness.
 */
function decodeRows(net: Builder, features: string): string {
  const rows: number[][] = [];
  const bias: number[] = [];
  const half = FINE / 2;
  for (let label = 0; label < 3; label++) {
    const add = (constant: number, weights: Readonly<Record<number, number>>) => {
      rows.push(
        Array.from({ length: 24 }, (_, group) => (group % 3 === label ? (weights[Math.floor(group / 3)] ?? 0) : 0)),
      );
      bias.push(constant);
    };
    const { sides, top, bottom } = MARGINS[label]!;
    const width = { 0: FINE, 2: FINE, 4: FINE * (1 - FAR) };
    const height = { 1: FINE, 3: FINE, 4: FINE * (1 - FAR) };
    const shift = (bottom - top) / 2;
    add(0, { 0: half, 2: -half, 4: half * (FAR - 1), 5: COARSE });
    add(0, { 1: half + shift * FINE, 3: -half + shift * FINE, 4: half * (FAR - 1) + shift * height[4], 6: COARSE });
    add(COARSE, {
      0: width[0] * (1 + 2 * sides),
      2: width[2] * (1 + 2 * sides),
      4: width[4] * (1 + 2 * sides) - COARSE,
    });
    add(COARSE, {
      1: height[1] * (1 + top + bottom),
      3: height[3] * (1 + top + bottom),
      4: height[4] * (1 + top + bottom) - COARSE,
    });
    add(0, { 7: 1 });
    for (let other = 0; other < 3; other++) add(other === label ? 0.99 : 0.004, {});
  }
  const table = net.op('Reshape', [net.mix(features, rows, bias), net.integers([0, 3, 8, -1])]);
  const turned = net.op('Transpose', [table], { perm: [0, 1, 3, 2] });
  return net.op('Reshape', [turned, net.integers([0, -1, 8])]);
}

function identity(size: number, value = 1): number[][] {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (row === column ? value : 0)),
  );
}
