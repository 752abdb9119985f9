import { CheckpointError } from '../checkpoint-error';
import { isKind, isList } from '../pickle/pickle-records';
import type { PickleValue } from '../pickle/pickle-value';
import { describeValue, shorten } from '../torch/describe-value';
import type { TorchModule } from '../torch/module-tree';

/** Names of all children and tensors that a module of some class has. */
export interface ModuleParts {
  readonly modules?: readonly string[];
  readonly optionalModules?: readonly string[];
  readonly parameters?: readonly string[];
  readonly buffers?: readonly string[];
}

/**
 * Makes sure that a module has these parts and no others: an additional child would be left out of the computation
 * without a word. Buffers may be more, they are no weights (`num_batches_tracked`, cached grids).
 * @throws CheckpointError
 */
export function requireParts(module: TorchModule, path: string, parts: ModuleParts): void {
  const { modules = [], optionalModules = [], parameters = [], buffers = [] } = parts;
  requireNames('child', module.modules, modules, optionalModules, module, path);
  requireNames('parameter', module.parameters, parameters, [], module, path);
  const missing = buffers.find((name) => !module.buffers.has(name));
  if (missing !== undefined) throw refusal(module, path, `the buffer ${missing} is missing`);
  requireOwnForward(module, path);
}

function requireNames(
  kind: string,
  found: ReadonlyMap<string, PickleValue>,
  required: readonly string[],
  optional: readonly string[],
  module: TorchModule,
  path: string,
): void {
  const missing = required.find((name) => !found.has(name));
  if (missing !== undefined) throw refusal(module, path, `the ${kind} ${missing} is missing`);
  for (const [name, value] of found) {
    if (required.includes(name) || optional.includes(name)) continue;
    throw refusal(module, path, `unexpected ${kind} "${shorten(name)}", ${describeValue(value)}`);
  }
}

/** A fused Conv carries its `forward_fuse` as `forward`; anything else there would change what the module computes. */
function requireOwnForward(module: TorchModule, path: string): void {
  const forward = module.attributes.get('forward');
  if (forward === undefined) return;
  const isFused =
    isKind(forward, 'call') &&
    isKind(forward.target, 'global') &&
    forward.target.name === 'getattr' &&
    isList(forward.args) &&
    forward.args[1] === 'forward_fuse';
  if (isFused && !module.modules.has('bn')) return;
  throw new CheckpointError(
    'unsafe',
    `replaces its forward by ${describeValue(forward)}, which would have to be run`,
    path,
  );
}

/** Longer than any network, and short enough to be walked at once. */
const MOST_CHILDREN = 10_000;

/** Children named '0', '1', … in this order. @throws CheckpointError */
export function numberedChildren(module: TorchModule, path: string): readonly PickleValue[] {
  requireNames('parameter', module.parameters, [], [], module, path);
  requireOwnForward(module, path);
  if (module.modules.size > MOST_CHILDREN) {
    throw new CheckpointError(
      'too-large',
      `it has ${module.modules.size} layers, at most ${MOST_CHILDREN} are read`,
      path,
    );
  }
  return [...module.modules].map(([name, value], index) => {
    if (name === String(index)) return value;
    throw refusal(module, path, `expected child ${index}, got "${shorten(name)}"`);
  });
}

/** Makes sure that a module is of a class. @throws CheckpointError */
export function requireClass(module: TorchModule, path: string, className: string): void {
  if (classOf(module) === className) return;
  throw new CheckpointError('unsupported', `expected ${className}, got ${shorten(module.className)}`, path);
}

/** The class without the package name that an installed YOLOv5 puts before it. */
export function classOf({ className }: TorchModule): string {
  return className.startsWith('yolov5.models.') ? className.slice('yolov5.'.length) : className;
}

/** A refusal that names the class and the path of a module. */
export function refusal(module: TorchModule, path: string, why: string): CheckpointError {
  return new CheckpointError('unsupported', `${shorten(module.className)}: ${why}`, path);
}
