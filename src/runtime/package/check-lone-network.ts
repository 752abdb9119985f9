import type { OnnxModel } from '../../weights/onnx-model';
import { openNetwork } from '../ort/network';
import { createTestPicture } from '../ort/test-picture';
import { describeModel, readClassifierPorts } from './check-classifier';
import { PackageError } from './package-error';
import { tensorTypeOf } from './read-network';
import { judgeAnswers } from './self-test';

/** One answer for each picture, not a list of boxes. */
export function looksLikeClassifier({ outputs }: OnnxModel): boolean {
  return outputs.some(({ dims }) => dims?.length === 2) && !outputs.some(({ dims }) => (dims?.length ?? 0) >= 3);
}

/**
 * Why a classifier by itself is refused: it needs its labels, or it is none of ours. What the self-test finds is said too.
 */
export async function refuseLoneClassifier(file: Blob, model: OnnxModel, name: string): Promise<never> {
  try {
    readClassifierPorts(model, name);
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    const isConstant = await hasConstantOutput(file, model);
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
export async function hasConstantOutput(file: Blob, model: OnnxModel): Promise<boolean> {
  const [input] = model.inputs;
  const [output] = model.outputs;
  const inputType = input === undefined ? null : tensorTypeOf(input);
  const outputType = output === undefined ? null : tensorTypeOf(output);
  const [, second, third, fourth] = input?.dims ?? [];
  const layout = second === 3 ? 'nchw' : fourth === 3 ? 'nhwc' : null;
  const [height, width] = layout === 'nchw' ? [third, fourth] : [second, third];
  if (input === undefined || output === undefined || inputType === null || outputType === null) return false;
  if (layout === null || typeof height !== 'number' || typeof width !== 'number') return false;
  const dims = layout === 'nchw' ? [1, 3, height, width] : [1, height, width, 3];
  const ports = { inputName: input.name, inputType, outputName: output.name, outputType };
  try {
    const network = await openNetwork(file, ports, 'wasm');
    try {
      const first = await network.run(createTestPicture(0, { width, height }, layout), dims);
      const other = await network.run(createTestPicture(1, { width, height }, layout), dims);
      return judgeAnswers(first.data, other.data) === 'constant';
    } finally {
      await network.close();
    }
  } catch {
    return false; // refused anyway: this only adds a remark
  }
}
