import { createMemorySource } from '../../src/weights/byte-source';
import { createDict } from '../../src/weights/pickle/pickle-records';
import type { PickleDict, PickleGlobal, PickleValue } from '../../src/weights/pickle/pickle-value';
import type { Checkpoint } from '../../src/weights/torch/checkpoint';
import type { TorchTensor } from '../../src/weights/torch/torch-tensor';

/** A tensor of a made-up checkpoint. */
export interface MadeTensor {
  readonly dims: readonly number[];
  readonly values: Float32Array | BigInt64Array;
}

/** A GraphModule as a pickle describes it, for layers that no file at hand has. */
export class MadeGraphModule {
  readonly #tensors = new Map<PickleValue, MadeTensor>();

  floats(dims: readonly number[], values: readonly number[]): PickleValue {
    return this.#tensor({ dims, values: Float32Array.from(values) });
  }

  integers(...values: readonly number[]): PickleValue {
    return this.#tensor({ dims: [values.length], values: BigInt64Array.from(values, BigInt) });
  }

  /** An nn.Module; `tensors` become its buffers, as torch reads them like parameters. */
  layer(
    className: string,
    attributes: Readonly<Record<string, PickleValue>> = {},
    members: {
      readonly tensors?: Readonly<Record<string, PickleValue>>;
      readonly modules?: Readonly<Record<string, PickleValue>>;
    } = {},
  ): PickleValue {
    return { kind: 'object', type: globalOf(className), args: [], state: stateOf(attributes, members) };
  }

  /** The checkpoint of a network with these modules; `lines` are the body of its forward, whose input is `x`. */
  checkpoint(modules: Readonly<Record<string, PickleValue>>, lines: readonly string[]): Checkpoint {
    const code = ['def forward(self, x):', ...lines].join('\n    ');
    const body = stateOf({ _code: code }, { modules });
    const target = globalOf('torch.fx.graph_module.reduce_graph_module');
    return {
      source: createMemorySource(new Uint8Array(0)),
      root: { kind: 'call', target, args: [body, 'import torch'], state: null },
      texts: new Map(),
      warnings: [],
      contents: { opcodes: {}, globals: {}, rootKeys: [] },
      tensor: (value) => toTorchTensor(this.#tensors.get(value)),
    };
  }

  #tensor(tensor: MadeTensor): PickleValue {
    const record: PickleValue = {
      kind: 'call',
      target: globalOf('torch._utils._rebuild_tensor_v2'),
      args: [],
      state: null,
    };
    this.#tensors.set(record, tensor);
    return record;
  }
}

/** `torch.nn.modules.activation.ReLU` as a name of a pickle. */
export function globalOf(name: string): PickleGlobal {
  const dot = name.lastIndexOf('.');
  return { kind: 'global', module: name.slice(0, dot), name: name.slice(dot + 1) };
}

/** One of torch's functions as Python 3 pickles it. */
export function torchFunction(name: string): PickleValue {
  const args = [globalOf('torch._C._VariableFunctionsClass'), name];
  return { kind: 'call', target: globalOf('__builtin__.getattr'), args, state: null };
}

function stateOf(
  attributes: Readonly<Record<string, PickleValue>>,
  { tensors = {}, modules = {} }: Parameters<MadeGraphModule['layer']>[2] & object,
): PickleDict {
  return dictOf({
    ...attributes,
    _parameters: dictOf({}),
    _buffers: dictOf(tensors),
    _modules: dictOf(modules),
    _forward_hooks: dictOf({}),
  });
}

function dictOf(entries: Readonly<Record<string, PickleValue>>): PickleDict {
  const dict = createDict();
  for (const [key, value] of Object.entries(entries)) dict.entries.set(key, value);
  return dict;
}

function toTorchTensor(tensor: MadeTensor | undefined): TorchTensor {
  if (tensor === undefined) throw new Error('expected a tensor that was made here');
  const { dims, values } = tensor;
  const bytes = new Uint8Array(values.buffer);
  const type = values instanceof Float32Array ? 'float32' : 'int64';
  return { type, dims, count: values.length, range: null, read: () => Promise.resolve(bytes) };
}
