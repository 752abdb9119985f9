import { describe, expect, it } from 'vitest';
import { judgeDetectorNumbers, judgeDetectorShape } from './detector-layout';

const at640 = { width: 640, height: 640 };

describe('judgeDetectorShape', () => {
  it.each([
    [[1, 25200, 85], 80, 80],
    [[1, 25200, 85], null, 80],
    [[1, 25500, 8], 3, 3], // four levels
    [[1, 25200, 6], 1, 1], // one class
    [[1, 400, 8], null, 3],
  ] as const)('takes %j with %s names', (dims, names, classes) => {
    expect(judgeDetectorShape(dims, at640, names)).toEqual({ classes });
  });

  it.each([
    [[1, 84, 8400], 80, 'YOLOv8'],
    [[1, 84, 8400], null, 'YOLOv8'],
    [[1, 7, 8500], null, 'YOLOv8'],
    [[1, 8400, 84], 80, 'YOLOv8'],
    [[1, 8400, 85], null, 'YOLOX'],
    [[1, 300, 6], 80, 'end-to-end'],
    [[1, 300, 6], null, 'end-to-end'],
    [[1, 3, 80, 80, 85], 80, 'raw feature maps'],
    [[1, 25200, 85], 3, '3 class names'],
    [[1, 25200, 5], null, '[1, 25200, 5]'],
    [[2, 25200, 85], null, '[2, 25200, 85]'],
    [[1, 1000], null, '[1, 1000]'],
  ] as const)('names %j with %s names', (dims, names, words) => {
    const layout = judgeDetectorShape(dims, at640, names);
    expect('unsupported' in layout && layout.unsupported).toContain(words);
  });
});

describe('judgeDetectorNumbers', () => {
  it.each([
    [[320, 320, 64, 64, 0.5, 1, 0, 0], null],
    [[0.5, 0.5, 0.1, 0.1, 0.5, 1, 0, 0], 'fractions'],
    [[320, 320, 64, 64, -3, 1, 0, 0], 'not 0 to 1'],
    [[320, 320, 64, 64, 0.5, 1.5, 0, 0], 'not 0 to 1'],
  ] as const)('%j', (row, words) => {
    const wrong = judgeDetectorNumbers(Float32Array.from(row), 8);
    expect(words === null ? wrong === null : wrong?.includes(words)).toBe(true);
  });
});
