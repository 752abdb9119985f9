import { CheckpointError } from '../checkpoint-error';
import { isKind, isList, nameOfGlobal } from '../pickle/pickle-records';
import type { PickleDict, PickleValue } from '../pickle/pickle-value';
import { shorten } from './describe-value';
import { dictOf, unexpected } from './typed-value';

/** An nn.Module as its pickle describes it. Children and tensors are not followed yet. */
export interface TorchModule {
  /** Full name of its class: `torch.nn.modules.conv.Conv2d`. */
  readonly className: string;
  /** Plain attributes: all of the state that is none of the following. */
  readonly attributes: ReadonlyMap<string, PickleValue>;
  /** None (an absent bias) is left out. */
  readonly parameters: ReadonlyMap<string, PickleValue>;
  /** None (batch norm without statistics) is left out. */
  readonly buffers: ReadonlyMap<string, PickleValue>;
  readonly modules: ReadonlyMap<string, PickleValue>;
}

/** Deeper than any network, far from a stack overflow. */
const DEEPEST_PATH = 64;
/** YOLOv5's root has the most of all that we know: 40. */
const MOST_ATTRIBUTES = 1000;
/** SpeciesNet's network has some 800 children. */
const MOST_MEMBERS = 10_000;
/** `_forward_hooks`, `_load_state_dict_pre_hooks`, `_forward_hooks_with_kwargs`, … */
const HOOKS = /_hooks(?:_|$)/;

/**
 * Reads an nn.Module. `where` is its path ('model.0.conv').
 * @throws CheckpointError `unsafe` for a call in place of a module and for hooks (code that torch would run),
 * `unsupported` for anything else that is no module, and for modules nested deeper than any network.
 */
export function readModule(value: PickleValue | undefined, where: string): TorchModule {
  if (value === undefined || !isKind(value, 'object')) throw unexpected('a module', value, where);
  return readModuleState(nameOfGlobal(value.type), value.state, where);
}

/** The same for a state that does not stand in an object (a GraphModule's dict). @throws CheckpointError */
export function readModuleState(className: string, value: PickleValue, where: string): TorchModule {
  if (where.split('.').length > DEEPEST_PATH) {
    throw new CheckpointError('unsupported', `modules are nested more than ${DEEPEST_PATH} deep`, shorten(where));
  }
  const state = dictOf(value, `${where} (${shorten(className)})`);
  const parts = READ_STATES.get(state) ?? readParts(state, where);
  READ_STATES.set(state, parts);
  return { className, ...parts };
}

type ModuleParts = Omit<TorchModule, 'className'>;

/** Thousands of modules of a pickle may share one state: it is sorted once. */
const READ_STATES = new WeakMap<PickleDict, ModuleParts>();

function readParts(state: PickleDict, where: string): ModuleParts {
  requireFew(state, MOST_ATTRIBUTES, where);
  const attributes = new Map<string, PickleValue>();
  for (const [key, item] of state.entries) {
    if (typeof key !== 'string') continue;
    if (HOOKS.test(key)) requireNoHooks(item, key, where);
    else if (!MODULE_DICTS.includes(key)) attributes.set(key, item);
  }
  return {
    attributes,
    parameters: membersOf(state, '_parameters', where),
    buffers: membersOf(state, '_buffers', where),
    modules: membersOf(state, '_modules', where),
  };
}

const MODULE_DICTS: readonly string[] = ['_parameters', '_buffers', '_modules'];

/** States may share their tensors too. */
const READ_MEMBERS = new WeakMap<PickleDict, ReadonlyMap<string, PickleValue>>();

function membersOf(state: PickleDict, key: string, where: string): ReadonlyMap<string, PickleValue> {
  const found = state.entries.get(key);
  if (found === undefined) return new Map();
  const dict = dictOf(found, `${where}.${key}`);
  const known = READ_MEMBERS.get(dict);
  if (known !== undefined) return known;
  requireFew(dict, MOST_MEMBERS, `${where}.${key}`);
  const members = new Map<string, PickleValue>();
  READ_MEMBERS.set(dict, members);
  for (const [name, value] of dict.entries) {
    if (value !== null) members.set(String(name), value);
  }
  return members;
}

function requireFew({ entries }: PickleDict, most: number, where: string): void {
  if (entries.size <= most) return;
  throw new CheckpointError('too-large', `expected at most ${most} entries, got ${entries.size}`, where);
}

function requireNoHooks(hooks: PickleValue, key: string, where: string): void {
  const isEmpty =
    hooks === null ||
    (isKind(hooks, 'dict') && hooks.entries.size === 0 && hooks.otherKeys === 0) ||
    (isList(hooks) && hooks.length === 0);
  if (isEmpty) return;
  throw new CheckpointError('unsafe', `carries a hook (${key}), code that would have to be run`, where);
}
