import { CheckpointError } from '../checkpoint-error';
import { shorten } from '../torch/describe-value';
import type { TorchModule } from '../torch/module-tree';
import type { GraphValue } from './graph-value';
import type { LayerCall, LayerInputs } from './layer-call';

const LONGEST_CLASS = 150;

/** What we know of a class of layers. */
export interface LayerKind {
  /** Parameters of its `forward`, in order; 'any' for one that takes a list. */
  readonly takes: readonly string[] | 'any';
  /** How many of them it needs; all when left out. */
  readonly needs?: number;
  /** Parameters and buffers that it may have. */
  readonly tensors?: readonly string[];
  readonly hasChildren?: boolean;
  /** @throws CheckpointError when an attribute, a weight or an input is not as it must be. */
  readonly build: (call: LayerCall) => GraphValue | Promise<GraphValue>;
}

/** The name of a class for messages: no real one is longer. */
export function shownClass({ className }: TorchModule): string {
  return className.slice(0, LONGEST_CLASS).replace(/\p{Cc}/gu, ' ');
}

/** Refuses what a layer of this kind does not have: it would mean something that we do not know. @throws CheckpointError */
export function checkMembers(kind: LayerKind, layer: TorchModule, where: string): void {
  const tensor = [...layer.parameters.keys(), ...layer.buffers.keys()].find((name) => !kind.tensors?.includes(name));
  const child = kind.hasChildren === true ? undefined : [...layer.modules.keys()][0];
  const extra = tensor ?? child;
  if (extra === undefined) return;
  const what = tensor === undefined ? 'a child' : 'a tensor';
  const problem = `${shownClass(layer)} has ${what} "${shorten(extra)}" that this importer does not know`;
  throw new CheckpointError('unsupported', problem, where);
}

/** Arguments as Python would hand them to `forward`. @throws CheckpointError when they do not fit its parameters. */
export function bindInputs(kind: LayerKind, given: LayerInputs, where: string): readonly (GraphValue | null)[] {
  const refuse = (problem: string): CheckpointError => new CheckpointError('unsupported', problem, where);
  const { takes } = kind;
  if (takes === 'any') {
    if (given.inputs.length > 0 && given.named.size === 0) return given.inputs;
    throw refuse('expected inputs without names');
  }
  if (given.inputs.length > takes.length) {
    throw refuse(`expected at most ${takes.length} inputs, got ${given.inputs.length}`);
  }
  const bound = takes.map((_, index) => given.inputs[index] ?? null);
  for (const [name, value] of given.named) {
    const index = takes.indexOf(name);
    if (index < given.inputs.length) throw refuse(`expected no input "${shorten(name)}"`);
    bound[index] = value;
  }
  const needs = kind.needs ?? takes.length;
  const absent = bound.slice(0, needs).indexOf(null);
  if (absent >= 0) throw refuse(`expected ${needs} inputs, "${takes[absent]!}" is missing`);
  return bound;
}
