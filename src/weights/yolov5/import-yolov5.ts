import { IMPORTER_VERSION, METADATA_KEYS, type ImportedNetwork, type YoloHeads } from '../imported-network';
import type { GraphDimension, GraphPort } from '../onnx/onnx-graph';
import { findModel } from '../torch/find-model';
import type { Checkpoint } from '../torch/checkpoint';
import { readModule } from '../torch/module-tree';
import { readClassNames } from './class-names';
import type { FeatureMap } from './feature-map';
import { addLayers } from './layers';
import { INFO_ENTRY, readLetterboxFacts } from './letterbox-facts';
import { classOf, requireParts } from './module-parts';
import { unsupportedClass } from './unsupported-class';
import { YoloGraph } from './yolo-graph';

/** `Model` until YOLOv5 6.1, `DetectionModel` since 6.2. */
const MODEL_CLASSES: readonly string[] = ['models.yolo.Model', 'models.yolo.DetectionModel'];

const IMAGES: FeatureMap = { name: 'images', channels: 3, stride: 1 };

/**
 * Turns a YOLOv5 detection model (5.0 to 7.0) into a graph: the model under the checkpoint's key "model" (not "ema"), as
 * MegaDetector takes it, or a bare one. The arithmetic is PyTorch's: weights as stored, converted to float32, scaled.
 * @throws CheckpointError that names the module and its class when anything is not as YOLOv5 has it.
 */
export async function importYolov5(checkpoint: Checkpoint): Promise<Extract<ImportedNetwork, { family: 'yolov5' }>> {
  const module = readModule(findModel(checkpoint.root), 'model');
  if (!MODEL_CLASSES.includes(classOf(module))) throw unsupportedClass(module.className, 'model');
  requireParts(module, 'model', { modules: ['model'] });
  const graph = new YoloGraph();
  const head = await addLayers({ checkpoint, graph }, module.modules.get('model'), 'model', IMAGES);
  const names = readClassNames(module.attributes.get('names'), head.classCount, 'names');
  const largestStride = Math.max(...head.levels.map(({ stride }) => stride));
  const { warnings, ...letterbox } = readLetterboxFacts(checkpoint.texts.get(INFO_ENTRY) ?? null, largestStride);
  const heads: YoloHeads = { levels: head.levels, ...letterbox };
  return {
    family: 'yolov5',
    graph: {
      name: 'yolov5',
      inputs: [port(IMAGES, 'height', 'width')],
      outputs: head.outputs.map((output) => port(output, `${output.name}-height`, `${output.name}-width`)),
      nodes: graph.nodes,
      weights: graph.weights,
      metadata: {
        [METADATA_KEYS.importer]: IMPORTER_VERSION,
        [METADATA_KEYS.yoloHeads]: JSON.stringify(heads),
        [METADATA_KEYS.names]: JSON.stringify(names),
      },
    },
    names,
    heads,
    contents: checkpoint.contents,
    warnings: [...checkpoint.warnings, ...warnings],
  };
}

function port({ name, channels }: FeatureMap, height: GraphDimension, width: GraphDimension): GraphPort {
  return { name, elementType: 'float32', dims: ['batch', channels, height, width] };
}
