import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PictureRecipe } from '../../../test/weights/fixture-files';
import type { GraphModuleCase, Tolerance, YoloCase } from '../../../test/weights/fixture-index';
import { CHECKPOINTS_FOLDER } from '../checkpoints-folder';

/** fullsize/index.json: what PyTorch gave for the checkpoints that `make-checkpoint.mjs` makes. */
export interface FullSizeIndex {
  readonly cases: readonly FullSizeCase[];
}

export type FullSizeCase = FullSizeDetector | FullSizeClassifier;

export interface FullSizeDetector {
  readonly id: 'yolov5x6';
  readonly family: 'yolov5';
  readonly facts: YoloCase['facts'];
  readonly rebuilt: { readonly bytes: number };
  readonly runs: readonly [DetectorRun];
}

export interface FullSizeClassifier {
  readonly id: 'efficientnetv2m';
  readonly family: 'onnx2torch-graphmodule';
  readonly facts: GraphModuleCase['facts'];
  readonly rebuilt: { readonly bytes: number };
  readonly runs: readonly [GraphModuleCase['runs'][number]];
}

/** The heads are too large to keep: their statistics, the rows over a threshold and some others were recorded. */
export interface DetectorRun {
  readonly generator: PictureRecipe;
  readonly rowsTotal: number;
  readonly rowIndices: { readonly file: string };
  readonly rows: { readonly file: string };
  readonly objectnessThreshold: number;
  readonly rowsOverThreshold: number;
  readonly heads: readonly { readonly shape: readonly number[]; readonly mean: number; readonly std: number }[];
  readonly tolerance: Readonly<Record<'boxPixels' | 'scores', Tolerance>>;
}

const FOLDER = join(CHECKPOINTS_FOLDER, 'fullsize');

export function readFullSizeIndex(): FullSizeIndex {
  return JSON.parse(readFileSync(join(FOLDER, 'index.json'), 'utf8')) as FullSizeIndex;
}

/** Numbers of a .bin file of the folder. */
export function readRecordedFloats(file: string): Float32Array {
  return new Float32Array(bytesOf(file));
}

/** Whole numbers of a .bin file of the folder. */
export function readRecordedIndices(file: string): Uint32Array {
  return new Uint32Array(bytesOf(file));
}

function bytesOf(file: string): ArrayBuffer {
  return new Uint8Array(readFileSync(join(FOLDER, file))).buffer;
}
