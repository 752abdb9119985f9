import type { OnnxGraph } from './onnx/onnx-graph';
import type { CheckpointContents } from './torch/checkpoint';

/**
 * Raised whenever the same checkpoint would give another graph. It stands in the file, in the package's record and in
 * reports, so that a later version can tell what an earlier one converted.
 */
export const IMPORTER_VERSION = '1';

/** Keys of the metadata that an imported ONNX file carries: how its readers know what it is and how to decode it. */
export const METADATA_KEYS = {
  /** `IMPORTER_VERSION`. */
  importer: 'understory.importer',
  /** JSON of `YoloHeads`: present when the outputs are YOLOv5's raw heads. */
  yoloHeads: 'understory.yolov5-heads',
  /** Class names in order as a JSON list, as exporters of YOLOv5 write it. */
  names: 'names',
} as const;

/** How to decode raw heads: everything in pixels of the network's input. */
export interface YoloHeads {
  readonly levels: readonly YoloLevel[];
  /** Long side of the letterbox; 1280 unless the checkpoint says otherwise. */
  readonly imageSize: number;
  /** The letterbox is padded to multiples of this: 64 for 1280, else 32 (MegaDetector 10, pytorch_detector.py). */
  readonly letterboxStride: number;
}

/** One head of a detector. */
export interface YoloLevel {
  readonly stride: number;
  /** Width and height of each anchor in pixels. */
  readonly anchors: readonly (readonly [number, number])[];
}

/** A checkpoint turned into a graph. */
export type ImportedNetwork =
  | {
      readonly family: 'yolov5';
      /** Input `images` [batch, 3, height, width]; outputs `head0`…: [batch, anchors * (5 + classes), h, w], raw. */
      readonly graph: OnnxGraph;
      readonly names: readonly string[];
      readonly heads: YoloHeads;
      readonly contents: CheckpointContents;
      readonly warnings: readonly string[];
    }
  | {
      readonly family: 'graph-module';
      /** Input `input` [batch, height, width, 3] or [batch, 3, …]; outputs `logits` [batch, classes] and `embedding`. */
      readonly graph: OnnxGraph;
      readonly classCount: number;
      readonly embedding: { readonly module: string; readonly size: number };
      readonly contents: CheckpointContents;
      readonly warnings: readonly string[];
    };

/** What the importer must be told because a checkpoint does not say it. */
export interface ImportOptions {
  /** Height and width that a GraphModule's network is made for; SpeciesNet: 480 (speciesnet 5.0.4, classifier.py). */
  readonly graphModuleInput: { readonly height: number; readonly width: number };
  /** Bytes that were checked so far. */
  readonly onProgress: (done: number, total: number) => void;
}
