import { CheckpointError } from '../../src/weights/checkpoint-error';
import type { PickleDict, PickleObject, PickleValue } from '../../src/weights/pickle/pickle-value';
import type { Checkpoint } from '../../src/weights/torch/checkpoint';
import type { TorchTensor } from '../../src/weights/torch/torch-tensor';

/** Records of modules as a pickle gives them, for networks that no file has. */

/** What a module holds; `parts` of a case are laid over those of a whole network. */
export interface ModuleContent {
  readonly modules?: Readonly<Record<string, PickleValue>>;
  readonly parameters?: Readonly<Record<string, PickleValue>>;
  readonly buffers?: Readonly<Record<string, PickleValue>>;
  readonly attributes?: Readonly<Record<string, PickleValue>>;
}

export function dictRecord(entries: Readonly<Record<string, PickleValue>>): PickleDict {
  return { kind: 'dict', entries: new Map(Object.entries(entries)), otherKeys: 0 };
}

export function moduleRecord(className: string, content: ModuleContent = {}): PickleObject {
  const { modules = {}, parameters = {}, buffers = {}, attributes = {} } = content;
  const dot = className.lastIndexOf('.');
  return {
    kind: 'object',
    type: { kind: 'global', module: className.slice(0, dot), name: className.slice(dot + 1) },
    args: [],
    state: dictRecord({
      ...attributes,
      _modules: dictRecord(modules),
      _parameters: dictRecord(parameters),
      _buffers: dictRecord(buffers),
    }),
  };
}

/** Stands for a tensor; `memoryCheckpoint` knows its values. */
export function tensorRecord(dims: readonly number[], values: Float32Array): PickleValue {
  const record: PickleValue = { kind: 'persistent', id: tensors.size };
  tensors.set(record, {
    type: 'float32',
    dims,
    count: values.length,
    range: null,
    read: () => Promise.resolve(new Uint8Array(values.buffer)),
  });
  return record;
}

const tensors = new Map<PickleValue, TorchTensor>();

/** A checkpoint of records, whose tensors are in memory. */
export function memoryCheckpoint(root: PickleValue, texts: Readonly<Record<string, string>> = {}): Checkpoint {
  return {
    source: { size: 0, slice: () => Promise.resolve(new Uint8Array(0)) },
    root,
    texts: new Map(Object.entries(texts)),
    warnings: [],
    contents: { opcodes: {}, globals: {}, rootKeys: [] },
    tensor(value, where) {
      const tensor = tensors.get(value);
      if (tensor === undefined) throw new CheckpointError('unsupported', 'expected a tensor', where);
      return tensor;
    },
  };
}
