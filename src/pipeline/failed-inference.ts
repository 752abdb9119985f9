import type { Failure, ImageProblem } from '../domain/failure';
import type { Inference } from '../domain/inference';
import type { RunMode } from '../domain/survey';

/** The fact of an image that no step could work on: the reference lists every component that ran (speciesnet 5.0.4). */
export function createFailedInference(filepath: string, mode: RunMode, problem: ImageProblem): Inference {
  return {
    filepath,
    size: null,
    capturedAt: null,
    detections: null,
    crops: {},
    failures: FAILURES[mode],
    problem,
  };
}

const FAILURES: Readonly<Record<RunMode, readonly Failure[]>> = {
  species: ['CLASSIFIER', 'DETECTOR'],
  detections: ['DETECTOR'],
  'classify-whole-images': ['CLASSIFIER'],
  'classify-detections': ['CLASSIFIER'],
  ensemble: ['CLASSIFIER', 'DETECTOR'],
};
