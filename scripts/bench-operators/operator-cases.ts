import { createInlineWeight } from '../../src/weights/onnx/inline-weight';
import { collectBytes } from '../../src/weights/onnx/join-bytes';
import type { GraphNode, GraphWeight } from '../../src/weights/onnx/onnx-graph';
import { writeOnnx } from '../../src/weights/onnx/write-onnx';

/** One operator at a size that stands in the networks; its input is `map`, its output `result`. */
export interface OperatorCase {
  readonly name: string;
  readonly dims: readonly number[];
  readonly nodes: readonly GraphNode[];
  readonly weights: readonly GraphWeight[];
  /** Multiplications and additions of one run; 0 for those that only move numbers. */
  readonly flops: number;
  /** Bytes of the maps that come and go. */
  readonly bytes: number;
}

/** A map of the detector's second level. */
const MAP: readonly number[] = [1, 160, 120, 160];
const MAP_BYTES = 4 * MAP.reduce((product, dim) => product * dim, 1);

interface ConvolutionSize {
  readonly from: number;
  readonly to: number;
  readonly height: number;
  readonly width: number;
  readonly kernel: number;
  readonly step?: number;
  readonly groups?: number;
}

/** 3 by 3 convolutions of YOLOv5x6 at 1280 by 960, EfficientNetV2-M at 480, and YOLOv5n. */
export const CONVOLUTIONS: readonly OperatorCase[] = [
  { from: 80, to: 80, height: 240, width: 320 },
  { from: 160, to: 160, height: 120, width: 160 },
  { from: 320, to: 320, height: 60, width: 80 },
  { from: 480, to: 480, height: 32, width: 40 },
  { from: 24, to: 24, height: 240, width: 240 },
  { from: 48, to: 192, height: 120, width: 120 },
  { from: 80, to: 320, height: 60, width: 60 },
  { from: 16, to: 16, height: 160, width: 160 },
  { from: 32, to: 32, height: 80, width: 80 },
  { from: 64, to: 64, height: 40, width: 40 },
  { from: 128, to: 128, height: 20, width: 20 },
].map((size) => convolution({ ...size, kernel: 3 }));

/** The operators that take the time of the networks. */
export const OPERATORS: readonly OperatorCase[] = [
  convolution({ from: 320, to: 320, height: 60, width: 80, kernel: 3 }),
  convolution({ from: 320, to: 640, height: 60, width: 80, kernel: 3, step: 2 }),
  convolution({ from: 320, to: 320, height: 60, width: 80, kernel: 1 }),
  convolution({ from: 512, to: 3072, height: 15, width: 15, kernel: 1 }),
  convolution({ from: 1056, to: 1056, height: 30, width: 30, kernel: 3, groups: 1056 }),
  matMul(1, 1280, 2498),
  matMul(1200, 320, 320),
  activation('Sigmoid and Mul'),
  moving('MaxPool', 'MaxPool 5x5', { kernel_shape: [5, 5], pads: [2, 2, 2, 2] }),
  resize(),
  { ...moving('Concat', 'Concat with itself', { axis: 1 }), nodes: [node('Concat', ['map', 'map'], { axis: 1 })] },
];

export function writeOperator({ dims, nodes, weights }: OperatorCase): Promise<Uint8Array<ArrayBuffer>> {
  const ports = { elementType: 'float32' } as const;
  return collectBytes(
    writeOnnx(
      {
        name: 'operator',
        inputs: [{ ...ports, name: 'map', dims }],
        outputs: [{ ...ports, name: 'result', dims: dims.map((_, axis) => `axis${axis}`) }],
        nodes,
        weights,
        metadata: {},
      },
      { kind: 'single-file', weights: 'as-stored' },
    ),
  );
}

function convolution({ from, to, height, width, kernel, step = 1, groups = 1 }: ConvolutionSize): OperatorCase {
  const pad = (kernel - 1) / 2;
  const attributes = {
    kernel_shape: [kernel, kernel],
    pads: [pad, pad, pad, pad],
    strides: [step, step],
    group: groups,
  };
  const count = (to * from * kernel * kernel) / groups;
  const results = (to * height * width) / step ** 2;
  return {
    name: `${groups > 1 ? 'depthwise ' : ''}${kernel}x${kernel}${step > 1 ? ` step ${step}` : ''}, ${from} to ${to}, ${height}x${width}`,
    dims: [1, from, height, width],
    nodes: [node('Conv', ['map', 'weight', 'bias'], attributes)],
    weights: [
      createInlineWeight('weight', [to, from / groups, kernel, kernel], numbers(count, Math.sqrt(to / count))),
      createInlineWeight('bias', [to], numbers(to, 1)),
    ],
    flops: (2 * count * results) / to,
    bytes: 4 * (from * height * width + results),
  };
}

function matMul(rows: number, inner: number, columns: number): OperatorCase {
  return {
    name: `MatMul ${rows}x${inner} by ${inner}x${columns}`,
    dims: [rows, inner],
    nodes: [node('MatMul', ['map', 'weight'])],
    weights: [createInlineWeight('weight', [inner, columns], numbers(inner * columns, 0.1))],
    flops: 2 * rows * inner * columns,
    bytes: 4 * (rows * inner + rows * columns + inner * columns),
  };
}

function activation(name: string): OperatorCase {
  const nodes: readonly GraphNode[] = [
    { op: 'Sigmoid', inputs: ['map'], outputs: ['gate'], attributes: {} },
    node('Mul', ['map', 'gate']),
  ];
  return { name: `${name}, 160, 120x160`, dims: MAP, nodes, weights: [], flops: 0, bytes: 2 * MAP_BYTES };
}

function moving(op: string, name: string, attributes: GraphNode['attributes']): OperatorCase {
  const nodes = [node(op, ['map'], attributes)];
  return { name: `${name}, 160, 120x160`, dims: MAP, nodes, weights: [], flops: 0, bytes: 2 * MAP_BYTES };
}

function resize(): OperatorCase {
  const attributes = { mode: { text: 'nearest' }, coordinate_transformation_mode: { text: 'asymmetric' } };
  return {
    name: 'Resize by 2, 160, 120x160',
    dims: MAP,
    nodes: [node('Resize', ['map', '', 'scales'], { ...attributes, nearest_mode: { text: 'floor' } })],
    weights: [createInlineWeight('scales', [4], Float32Array.of(1, 1, 2, 2))],
    flops: 0,
    bytes: 5 * MAP_BYTES,
  };
}

function node(op: string, inputs: readonly string[], attributes: GraphNode['attributes'] = {}): GraphNode {
  return { op, inputs, outputs: ['result'], attributes };
}

function numbers(count: number, scale: number): Float32Array {
  return Float32Array.from({ length: count }, (_, index) => scale * Math.sin(1.7 * index));
}
