import { describe, expect, it } from 'vitest';
import { METADATA_KEYS } from '../../weights/imported-network';
import type { OnnxModel } from '../../weights/onnx-model';
import { readHeads } from './read-heads';

const anchors = [
  [10, 13],
  [16, 30],
];
const heads = { levels: [{ stride: 8, anchors }], imageSize: 640, letterboxStride: 32 };

function modelOf(metadata: unknown, channels: number | string = 16): OnnxModel {
  const text = typeof metadata === 'string' ? metadata : JSON.stringify(metadata);
  return {
    producer: '',
    opset: 17,
    metadata: new Map([[METADATA_KEYS.yoloHeads, text]]),
    inputs: [],
    outputs: [{ name: 'head0', elementType: 'float32', dims: ['batch', channels, 'h', 'w'] }],
    usesFloat16: false,
    hasExternalData: false,
    externalLocations: [],
  };
}

describe('readHeads', () => {
  it('is silent about a file that does not speak of heads', () => {
    expect(readHeads({ ...modelOf(heads), metadata: new Map() }, 'a.onnx')).toBeNull();
  });

  it('reads levels, classes and the size that the detector was made for', () => {
    expect(readHeads(modelOf(heads), 'a.onnx')).toEqual({
      levels: [{ outputName: 'head0', stride: 8, anchors }],
      inputSize: { longSide: 640, stride: 32 },
      classCount: 3,
    });
    const usual = { ...heads, imageSize: 1280, letterboxStride: 64 };
    expect(readHeads(modelOf(usual), 'a.onnx')).toMatchObject({ inputSize: 'dynamic' });
    expect(readHeads(modelOf({ ...usual, letterboxStride: 32 }), 'a.onnx')).toMatchObject({
      inputSize: { longSide: 1280, stride: 32 },
    });
  });

  it.each([
    ['no JSON', modelOf('{'), 'JSON'],
    ['no levels', modelOf({ ...heads, levels: [] }), 'levels'],
    ['a level without anchors', modelOf({ ...heads, levels: [{ stride: 8, anchors: [] }] }), 'head0'],
    ['a stride below zero', modelOf({ ...heads, levels: [{ stride: -8, anchors }] }), 'stride: expected a number'],
    ['an anchor of one number', modelOf({ ...heads, levels: [{ stride: 8, anchors: [[1]] }] }), 'anchor'],
    ['no size', modelOf({ ...heads, imageSize: null }), 'imageSize'],
    ['channels that do not fit', modelOf(heads, 17), 'head0: expected [1, 2 * (5 + classes), rows, columns]'],
    ['channels that nobody knows', modelOf(heads, 'c'), 'head0'],
    ['a level too many', modelOf({ ...heads, levels: [...heads.levels, { stride: 16, anchors }] }), 'head1'],
  ])('refuses %s', (_, model, words) => {
    expect(() => readHeads(model, 'a.onnx')).toThrow(
      expect.objectContaining({ code: 'unsupported-layout', message: expect.stringContaining(words) as unknown }),
    );
  });
});
