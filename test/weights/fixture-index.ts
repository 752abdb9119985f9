import type { PictureRecipe } from './fixture-files';

/** small/index.json and fullsize/index.json. */
export interface FixtureIndex {
  readonly cases: readonly FixtureCase[];
}

export type FixtureCase = YoloCase | GraphModuleCase;

export interface YoloCase {
  readonly id: string;
  readonly file: string;
  readonly family: 'yolov5';
  readonly facts: {
    readonly names: readonly string[];
    readonly strides: readonly number[];
    /** [level][anchor][width, height]. */
    readonly anchorsPixels: readonly (readonly (readonly [number, number])[])[];
    readonly valuesPerRow: number;
  };
  readonly megadetectorInfo?: { readonly image_size: number };
  readonly runs: readonly YoloRun[];
}

export interface GraphModuleCase {
  readonly id: string;
  readonly file: string;
  readonly family: 'onnx2torch-graphmodule';
  readonly facts: { readonly classes: number; readonly embedding: number; readonly embeddingModule: string };
  readonly runs: readonly GraphModuleRun[];
}

export interface YoloRun {
  readonly generator: PictureRecipe;
  readonly heads: readonly FixtureTensor[];
  readonly decoded: FixtureTensor;
  readonly tolerance: Readonly<Record<'headLogits' | 'boxPixels' | 'scores', Tolerance>>;
}

export interface GraphModuleRun {
  readonly generator: PictureRecipe;
  readonly logits: FixtureTensor;
  readonly embedding: FixtureTensor;
  readonly tolerance: Readonly<Record<'logits' | 'embedding', Tolerance>>;
  readonly toleranceWithFloat16Weights: Readonly<Record<'logits' | 'embedding', Tolerance>>;
}

/** A file of raw float32, row-major. */
export interface FixtureTensor {
  readonly file: string;
  readonly shape: readonly number[];
}

/** A value passes when |got - want| <= abs + rel * |want|. */
export interface Tolerance {
  readonly abs: number;
  readonly rel: number;
}

/** package/index.json. `case` is its own, or a sentence: then the runs of small/'s fx-tiny apply. */
export interface PackageIndex {
  readonly archives: readonly {
    readonly file: string;
    readonly members: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
    readonly case: GraphModuleCase | string;
  }[];
  readonly mustBeRefused: readonly { readonly file: string; readonly why: string }[];
}
