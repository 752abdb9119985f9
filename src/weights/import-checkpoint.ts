import type { ByteSource } from './byte-source';
import { CheckpointError } from './checkpoint-error';
import { isGraphModule } from './graph-module/find-graph-module';
import { importGraphModule } from './graph-module/import-graph-module';
import type { ImportedNetwork, ImportOptions } from './imported-network';
import { isKind } from './pickle/pickle-records';
import type { Checkpoint } from './torch/checkpoint';
import { shorten } from './torch/describe-value';
import { findModel } from './torch/find-model';
import { openCheckpoint } from './torch/open-checkpoint';
import { looksLikeStateDict } from './torch/state-dict';
import { unexpected } from './torch/typed-value';
import { importYolov5 } from './yolov5/import-yolov5';

const WEIGHTS_ONLY =
  'these are weights without the network that they belong to (a state dict); expected the whole model as it was published';
/** So many keys of a checkpoint without a network are named. */
const NAMED_KEYS = 8;

/**
 * Turns an official PyTorch checkpoint into a graph: YOLOv5 (MegaDetector) or a GraphModule of onnx2torch (SpeciesNet).
 * Reads slices of the file, never the whole of it, and runs nothing from it.
 * @throws CheckpointError that says what was found instead; its `contents` are set once the pickle was read.
 */
export async function importCheckpoint(source: ByteSource, options: ImportOptions): Promise<ImportedNetwork> {
  const checkpoint = await openCheckpoint(source, options.onProgress);
  try {
    return await importNetwork(checkpoint, options);
  } catch (error) {
    throw CheckpointError.withContents(error, checkpoint.contents);
  }
}

function importNetwork(checkpoint: Checkpoint, options: ImportOptions): Promise<ImportedNetwork> {
  const { root } = checkpoint;
  if (isGraphModule(root)) return importGraphModule(checkpoint, options.graphModuleInput);
  const model = findModel(root);
  if (model !== undefined && isKind(model, 'object')) return importYolov5(checkpoint);
  if (looksLikeStateDict(root)) throw new CheckpointError('weights-only', WEIGHTS_ONLY);
  if (model !== undefined) throw unexpected('a network', model, isKind(root, 'dict') ? 'model' : '');
  const keys = checkpoint.contents.rootKeys.slice(0, NAMED_KEYS).map(shorten).join(', ');
  throw new CheckpointError('unsupported', `expected a network under the key "model", found the keys ${keys}`);
}
