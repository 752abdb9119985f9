import { createInlineWeight } from '../onnx/inline-weight';
import type { GraphNode, GraphWeight } from '../onnx/onnx-graph';
import type { PlainConvolution } from './find-convolutions';
import { createPart, type GraphPart, type PartBuilder } from './graph-part';
import { filterMatrix, INPUT_MATRIX, OUTPUT_MATRIX, POINTS, TILE } from './minimal-filtering';

const ALL_POINTS = POINTS * POINTS;

/** Names of the constants that all rewritten convolutions share. */
const SHARED = { rows: 'fast/rows', columns: 'fast/columns', filter: 'fast/filter', results: 'fast/results' } as const;

/** The constants that all rewritten convolutions share. */
export function sharedWeights(): readonly GraphWeight[] {
  const input = Float32Array.from(INPUT_MATRIX.flat());
  return [
    createInlineWeight(SHARED.rows, [POINTS, 1, 1, POINTS, 1], input),
    createInlineWeight(SHARED.columns, [POINTS, 1, 1, 1, POINTS], input),
    createInlineWeight(SHARED.filter, [ALL_POINTS, 9], filterMatrix()),
    createInlineWeight(SHARED.results, [TILE, POINTS, 1], Float32Array.from(OUTPUT_MATRIX.flat())),
  ];
}

/**
 * A 3 by 3 convolution by minimal filtering, in standard operators of opset 11 and later. Maps [batch, channels, height, width]
 * are cut into tiles of 4 by 4 results. Along each axis 6 inputs become 6 points, the channels are summed at each of the 36
 * points by one MatMul, and the points become results. The weights are transformed by nodes that the runtime folds when it
 * opens the network, so that the file's own weights stay as they are.
 *
 * `isWhole`: height and width are multiples of 4; otherwise what stands over is cut off.
 */
export function fastConvolution(plain: PlainConvolution, isWhole: boolean): GraphPart {
  const [input, weight, bias = ''] = plain.node.inputs as [string, string, string?];
  const builder = createPart(`fast/${plain.node.outputs[0]!}`);
  const map = shapeOf(builder, 'map', input, { batch: [0], size: [2, 3] });
  const filters = transformWeights(builder, weight, plain);
  const tiles = cutTiles(builder, input, map.size, isWhole);
  const pointsShape = builder.add(
    'Concat',
    'points/shape',
    [builder.numbers('points/first', [ALL_POINTS]), map.batch, builder.numbers('points/last', [plain.channelsIn, -1])],
    { axis: 0 },
  );
  const points = builder.add('Reshape', 'points', [tiles, pointsShape]);
  const products = builder.add('MatMul', 'products', [filters, points]);
  const joined = joinTiles(builder, products, tiles, plain.channelsOut);
  const cut = isWhole
    ? joined
    : builder.add('Slice', 'cut', [
        joined,
        builder.numbers('cut/from', [0, 0]),
        map.size,
        builder.numbers('cut/axes', [2, 3]),
      ]);
  if (bias !== '') addBias(builder, cut, bias, plain.channelsOut);
  return withOutput(builder.part, plain.node.outputs[0]!);
}

/** Some numbers of a tensor's shape, each list under its name. */
function shapeOf<Name extends string>(
  builder: PartBuilder,
  name: string,
  tensor: string,
  wanted: Readonly<Record<Name, readonly number[]>>,
): Readonly<Record<Name, string>> {
  const shape = builder.add('Shape', `${name}/shape`, [tensor]);
  const entries = Object.entries<readonly number[]>(wanted).map(([key, axes]) => [
    key,
    builder.add('Gather', `${name}/${key}`, [shape, builder.numbers(`${name}/${key}/axes`, axes)]),
  ]);
  return Object.fromEntries(entries) as Record<Name, string>;
}

/** [out, in, 3, 3] to [36, 1, out, in]. */
function transformWeights(builder: PartBuilder, weight: string, { channelsIn, channelsOut }: PlainConvolution): string {
  const flatShape = builder.numbers('weight/flat/shape', [channelsOut * channelsIn, 9]);
  const flat = builder.add('Reshape', 'weight/flat', [weight, flatShape]);
  const turned = builder.add('Transpose', 'weight/turned', [flat], { perm: [1, 0] });
  const points = builder.add('MatMul', 'weight/points', [SHARED.filter, turned]);
  const shape = builder.numbers('weight/filters/shape', [ALL_POINTS, 1, channelsOut, channelsIn]);
  return builder.add('Reshape', 'weight/filters', [points, shape]);
}

/**
 * [batch, in, height, width] to [1, column points, row points * batch * in, tiles down, tiles across]: all maps are the layers of
 * one volume, which one axis after the other is convolved with the input matrix. Padded by 1 and up to whole tiles.
 */
function cutTiles(builder: PartBuilder, input: string, size: string, isWhole: boolean): string {
  const end = isWhole ? 1 : TILE;
  const shape = builder.add('Concat', 'volume/shape', [builder.numbers('volume/layers', [1, 1, -1]), size], {
    axis: 0,
  });
  const volume = builder.add('Reshape', 'volume', [input, shape]);
  const rows = builder.add('Conv', 'rows', [volume, SHARED.rows], {
    kernel_shape: [1, POINTS, 1],
    strides: [1, TILE, 1],
    pads: [0, 1, 0, 0, end, 0],
  });
  const layers = builder.add('Reshape', 'rows/volume', [rows, builder.numbers('rows/volume/shape', [1, 1, -1, 0, 0])]);
  return builder.add('Conv', 'tiles', [layers, SHARED.columns], {
    kernel_shape: [1, 1, POINTS],
    strides: [1, 1, TILE],
    pads: [0, 0, 1, 0, 0, end],
  });
}

/** [36, batch, out, tiles] to [batch, out, height, width], whole tiles. */
function joinTiles(builder: PartBuilder, products: string, tiles: string, channelsOut: number): string {
  const { count } = shapeOf(builder, 'tiles', tiles, { count: [3, 4] });
  const size = builder.add('Mul', 'size', [count, builder.numbers('size/tile', [TILE])]);
  const width = builder.add('Gather', 'width', [size, builder.numbers('width/axis', [1])]);
  // Column points to columns of a tile, then row points to its rows: [4, 4, batch * out * tiles].
  const across = reshape(builder, 'across', products, [1, POINTS, -1]);
  const columns = builder.add('Conv', 'columns', [across, SHARED.results], { kernel_shape: [1] });
  const down = reshape(builder, 'down', columns, [TILE, POINTS, -1]);
  const results = builder.add('Conv', 'results', [down, SHARED.results], { kernel_shape: [1] });
  // The columns of a tile to the end, so that they make whole lines of pixels; then the rows between the lines.
  const byColumn = reshape(builder, 'by-column', results, [TILE, -1]);
  const lines = builder.add('Transpose', 'lines', [byColumn], { perm: [1, 0] });
  const lineShape = builder.add('Concat', 'by-row/shape', [builder.numbers('by-row/first', [TILE, -1]), width], {
    axis: 0,
  });
  const byRow = builder.add('Reshape', 'by-row', [lines, lineShape]);
  const pixels = builder.add('Transpose', 'pixels', [byRow], { perm: [1, 0, 2] });
  const shape = builder.add('Concat', 'joined/shape', [builder.numbers('joined/first', [-1, channelsOut]), size], {
    axis: 0,
  });
  return builder.add('Reshape', 'joined', [pixels, shape]);
}

function reshape(builder: PartBuilder, name: string, input: string, shape: readonly number[]): string {
  return builder.add('Reshape', name, [input, builder.numbers(`${name}/shape`, shape)]);
}

function addBias(builder: PartBuilder, input: string, bias: string, channels: number): void {
  const shaped = reshape(builder, 'bias', bias, [channels, 1, 1]);
  builder.add('Add', 'biased', [input, shaped]);
}

/** The last node gives what the plain convolution gave. */
function withOutput({ nodes, weights }: GraphPart, output: string): GraphPart {
  const last = nodes.at(-1)!;
  const renamed: GraphNode = { ...last, outputs: [output] };
  return { nodes: [...nodes.slice(0, -1), renamed], weights };
}
