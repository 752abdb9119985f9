import type { NetworkFiles } from '../../rpc/inference-api';
import type { OnnxModel } from '../../weights/onnx-model';
import { openNetwork } from '../ort/network';
import { tryNetwork } from '../ort/try-networks';
import { describeModel, readClassifierPorts } from './check-classifier';
import { judgeTrial } from './judge-answers';
import { PackageError } from './package-error';
import { tensorTypeOf } from './read-network';

/** One answer for each picture, not a list of boxes. */
export function looksLikeClassifier({ outputs }: OnnxModel): boolean {
  return outputs.some(({ dims }) => dims?.length === 2) && !outputs.some(({ dims }) => (dims?.length ?? 0) >= 3);
}

/**
 * Why a classifier by itself is refused: it needs its labels, or it is none of ours. What the self-test finds is said too.
 */
export async function refuseLoneClassifier(files: NetworkFiles, model: OnnxModel, name: string): Promise<never> {
  try {
    readClassifierPorts(model, name);
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    const isConstant = await hasConstantOutput(files, model);
    const also = isConstant ? '; the self-test also gave constant output for different pictures' : '';
    throw new PackageError(error.code, error.message + also, { ...error.details, constantOutput: isConstant ? 1 : 0 });
  }
  throw new PackageError(
    'nothing-usable',
    `"${name}" is a classifier (${describeModel(model)}); a classifier needs the folder it came in: info.json, its label list, and for full results taxonomy and geofence`,
    { name },
  );
}

/** Tries any network with one picture as input at its own size. False when it can't be tried. */
export async function hasConstantOutput(files: NetworkFiles, model: OnnxModel): Promise<boolean> {
  const [input] = model.inputs;
  const [output] = model.outputs;
  const inputType = input === undefined ? null : tensorTypeOf(input);
  const outputType = output === undefined ? null : tensorTypeOf(output);
  const [, second, third, fourth] = input?.dims ?? [];
  const layout = second === 3 ? 'nchw' : fourth === 3 ? 'nhwc' : null;
  const [height, width] = layout === 'nchw' ? [third, fourth] : [second, third];
  if (input === undefined || output === undefined || inputType === null || outputType === null) return false;
  if (layout === null || typeof height !== 'number' || typeof width !== 'number') return false;
  const ports = { inputName: input.name, inputType, outputNames: [output.name] };
  try {
    const network = await openNetwork(files, ports, 'wasm');
    try {
      return judgeTrial(await tryNetwork(network, { size: { width, height }, layout })) === 'constant';
    } finally {
      await network.close();
    }
  } catch {
    return false; // refused anyway: this only adds a remark
  }
}
