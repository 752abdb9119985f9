import { CheckpointError } from '../checkpoint-error';
import type { PickleValue } from '../pickle/pickle-value';
import { readModule, type TorchModule } from '../torch/module-tree';
import { unexpected } from '../torch/typed-value';
import { shownClass } from './layer-kind';
import { SEQUENCE_CLASS } from './layer-kinds';

/** Modules that only hold others, when they are not called themselves. */
const CONTAINERS: ReadonlySet<string> = new Set([
  'torch.nn.modules.module.Module',
  'torch.nn.modules.container.ModuleList',
  SEQUENCE_CLASS,
]);

/** The modules of a network by their paths, and which of them were called. */
export class LayerTree {
  readonly #root: TorchModule;
  readonly #holders = new Map<string, TorchModule>();
  readonly #called = new Set<PickleValue>();

  constructor(root: TorchModule) {
    this.#root = root;
  }

  /** The module at a path, to be called. @throws CheckpointError when there is none. */
  layer(path: readonly string[]): PickleValue {
    const value = this.#holder(path).modules.get(path.at(-1)!);
    if (value === undefined) throw unexpected('a module', undefined, path.join('.'));
    this.#called.add(value);
    return value;
  }

  /** The parameter or buffer at a path. @throws CheckpointError when there is none. */
  tensor(path: readonly string[]): PickleValue {
    const { parameters, buffers } = this.#holder(path);
    const name = path.at(-1)!;
    const value = parameters.get(name) ?? buffers.get(name);
    if (value === undefined) throw unexpected('a tensor', undefined, path.join('.'));
    return value;
  }

  /**
   * Makes sure that every module has its place in the code. One may be called more than once, that is weights in common;
   * one that is never called means that the code is not all of the network.
   * @throws CheckpointError that names a module which was never called.
   */
  checkAllCalled(): void {
    this.#checkCalled(this.#root, '', new Set());
  }

  #checkCalled({ modules }: TorchModule, where: string, seen: Set<PickleValue>): void {
    for (const [name, value] of modules) {
      if (this.#called.has(value) || seen.has(value)) continue;
      seen.add(value);
      const path = where === '' ? name : `${where}.${name}`;
      const layer = readModule(value, path);
      if (!CONTAINERS.has(layer.className)) {
        throw new CheckpointError('unsupported', `${shownClass(layer)} is never called by the generated code`, path);
      }
      this.#checkCalled(layer, path, seen);
    }
  }

  /** The module that holds the last name of a path. */
  #holder(path: readonly string[]): TorchModule {
    let holder = this.#root;
    for (let length = 1; length < path.length; length += 1) {
      const where = path.slice(0, length).join('.');
      const found = this.#holders.get(where) ?? readModule(holder.modules.get(path[length - 1]!), where);
      if (!CONTAINERS.has(found.className)) {
        throw new CheckpointError('unsupported', `${shownClass(found)} can't be taken apart`, where);
      }
      this.#holders.set(where, found);
      holder = found;
    }
    return holder;
  }
}
