import { describe, expect, it } from 'vitest';
import type { RunMode } from '../domain/survey';
import { createFailedInference } from './failed-inference';

describe('createFailedInference', () => {
  const problem = { code: 'file-empty', detail: '0 bytes' } as const;

  it.each<[RunMode, string[]]>([
    ['species', ['CLASSIFIER', 'DETECTOR']],
    ['detections', ['DETECTOR']],
    ['classify-whole-images', ['CLASSIFIER']],
    ['classify-detections', ['CLASSIFIER']],
    ['ensemble', ['CLASSIFIER', 'DETECTOR']],
  ])('%s: %j', (mode, failures) => {
    expect(createFailedInference('x.jpg', mode, problem)).toEqual({
      filepath: 'x.jpg',
      size: null,
      capturedAt: null,
      detections: null,
      crops: {},
      failures,
      problem,
    });
  });
});
