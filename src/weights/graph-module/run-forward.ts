import { CheckpointError } from '../checkpoint-error';
import type { PickleValue } from '../pickle/pickle-value';
import { shorten } from '../torch/describe-value';
import type { Checkpoint } from '../torch/checkpoint';
import { readModule } from '../torch/module-tree';
import type { TorchTensor } from '../torch/torch-tensor';
import type { ForwardProgram, ForwardValue } from './forward-program';
import type { GraphBuilder } from './graph-builder';
import { MOST_KNOWN_NUMBERS, type GraphValue } from './graph-value';
import { LayerCall, type LayerContext, type LayerInputs } from './layer-call';
import { bindInputs, checkMembers, shownClass } from './layer-kind';
import { LAYER_KINDS } from './layer-kinds';
import type { LayerTree } from './layer-tree';

/** Sequences call their children; a crafted file could make that endless. */
const MOST_LAYERS = 50_000;

/**
 * Builds the graph of a program: each call adds the operators of its module.
 * @returns the result of the program.
 * @throws CheckpointError that names the module which is not understood or does not fit its input.
 */
export async function runForward(
  program: ForwardProgram,
  input: GraphValue,
  { tree, checkpoint, builder }: { tree: LayerTree; checkpoint: Checkpoint; builder: GraphBuilder },
): Promise<GraphValue> {
  const context = createContext(checkpoint, builder);
  const results: GraphValue[] = [];
  const attributes = new Map<string, GraphValue>();
  const resolve = async (value: ForwardValue): Promise<GraphValue | null> => {
    if (value.kind === 'none') return null;
    if (value.kind === 'input') return input;
    if (value.kind === 'result') return results[value.index]!;
    const where = value.path.join('.');
    const known = attributes.get(where) ?? (await context.constant(tree.tensor(value.path), where));
    attributes.set(where, known);
    return known;
  };
  for (const call of program.calls) {
    const inputs: (GraphValue | null)[] = [];
    for (const value of call.inputs) inputs.push(await resolve(value));
    const named = new Map<string, GraphValue | null>();
    for (const [name, value] of call.named) named.set(name, await resolve(value));
    results.push(await context.run(tree.layer(call.path), call.path.join('.'), { inputs, named }));
  }
  const result = await resolve(program.result);
  if (result === null) throw new CheckpointError('unsupported', 'the generated code returns None', 'forward');
  return result;
}

function createContext(checkpoint: Checkpoint, builder: GraphBuilder): LayerContext {
  let layers = 0;
  const context: LayerContext = {
    builder,
    read: readModule,
    constant: async (value, where) => {
      const tensor = checkpoint.tensor(value, where);
      if (tensor.count === 0) throw new CheckpointError('unsupported', 'expected numbers, got an empty tensor', where);
      return builder.weight(where, tensor, await readKnownNumbers(tensor));
    },
    run: async (value, where, given) => {
      layers += 1;
      if (layers > MOST_LAYERS) {
        throw new CheckpointError('too-large', `expected at most ${MOST_LAYERS} layers`, shorten(where));
      }
      return { ...(await buildLayer(context, value, where, given)), module: where };
    },
  };
  return context;
}

function buildLayer(
  context: LayerContext,
  value: PickleValue | undefined,
  where: string,
  given: LayerInputs,
): GraphValue | Promise<GraphValue> {
  const layer = context.read(value, where);
  const kind = LAYER_KINDS.get(layer.className);
  if (kind === undefined) {
    throw new CheckpointError('unsupported', `${shownClass(layer)} is not supported by this importer`, where);
  }
  checkMembers(kind, layer, where);
  return kind.build(new LayerCall(context, layer, where, bindInputs(kind, given, where)));
}

/** The numbers of a shape or a list of axes, in the file's own order; null for anything else. */
async function readKnownNumbers(tensor: TorchTensor): Promise<readonly number[] | null> {
  if (tensor.type !== 'int64' || tensor.count > MOST_KNOWN_NUMBERS) return null;
  const bytes = await tensor.read();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: tensor.count }, (_, index) => Number(view.getBigInt64(8 * index, true)));
}
