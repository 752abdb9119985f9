import type { ImportedNetwork } from '../imported-network';
import type { Checkpoint } from '../torch/checkpoint';
import { readModule } from '../torch/module-tree';
import { CONVOLUTION_CLASS } from './convolution';
import { readGraphModule } from './find-graph-module';
import { findOutputs } from './find-outputs';
import { finishGraph, PORTS } from './finish-graph';
import type { ForwardProgram } from './forward-program';
import { GraphBuilder } from './graph-builder';
import { SEQUENCE_CLASS, TRANSPOSITION_CLASS } from './layer-kinds';
import { LayerTree } from './layer-tree';
import { parseForward } from './parse-forward';
import { runForward } from './run-forward';

/**
 * Turns a GraphModule of torch.fx, as onnx2torch makes one of a classifier (SpeciesNet), into a graph with the input
 * `input` and the outputs `logits` [batch, classes] and `embedding` [batch, size]. The input is [batch, height, width, 3]
 * when the network turns its pictures before the first convolution, else [batch, 3, height, width]. Its weights stay in
 * the file; nothing of the file is executed.
 * @throws CheckpointError that names the module, the attribute or the line of code that is not understood.
 */
export async function importGraphModule(
  checkpoint: Checkpoint,
  input: { readonly height: number; readonly width: number },
): Promise<Extract<ImportedNetwork, { family: 'graph-module' }>> {
  const { layers, code } = readGraphModule(checkpoint.root);
  const program = parseForward(code);
  const tree = new LayerTree(layers);
  const builder = new GraphBuilder(Object.values(PORTS));
  const shape = isNhwc(program, tree)
    ? (['batch', input.height, input.width, 3] as const)
    : (['batch', 3, input.height, input.width] as const);
  const picture = builder.input(PORTS.input, shape);
  const result = await runForward(program, picture, { tree, checkpoint, builder });
  tree.checkAllCalled();
  const { logits, embedding, classCount, embeddingSize, warnings } = findOutputs(result);
  return {
    family: 'graph-module',
    graph: finishGraph(builder, picture, { logits, embedding }),
    classCount,
    embedding: { module: embedding.module, size: embeddingSize },
    contents: checkpoint.contents,
    warnings: [...checkpoint.warnings, ...warnings],
  };
}

/**
 * TensorFlow's pictures have their channels last, and tf2onnx then turns them before the first convolution, which wants
 * them first. A network that begins with a convolution takes them as they are.
 */
function isNhwc({ calls }: ForwardProgram, tree: LayerTree): boolean {
  for (const { path } of calls) {
    const where = path.join('.');
    const { className } = readModule(tree.layer(path), where);
    if (className === TRANSPOSITION_CLASS) return true;
    if (className === CONVOLUTION_CLASS || className === SEQUENCE_CLASS) return false;
  }
  return false;
}
