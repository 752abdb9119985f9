import type { ClassifierDescription, PackageNote, TensorType } from '../../domain/model-package';
import type { OnnxDimension, OnnxModel } from '../../weights/onnx-model';
import { classifierDims } from '../ort/classifier-network';
import { openNetwork } from '../ort/network';
import { createTestPicture } from '../ort/test-picture';
import { PackageError } from './package-error';
import { describeDims, tensorTypeOf } from './read-network';
import { judgeAnswers, openForTest, requireVaried, runForTest } from './self-test';

export interface CheckedClassifier {
  readonly description: ClassifierDescription;
  readonly notes: readonly PackageNote[];
}

/** The side of SpeciesNet's crops (speciesnet 5.0.4, classifier.py: IMG_SIZE). */
const INPUT_SIDE = 480;

interface ClassifierPorts {
  readonly inputName: string;
  readonly inputType: TensorType;
  readonly outputName: string;
  readonly outputType: TensorType;
  readonly layout: 'nhwc' | 'nchw';
}

/** Checks a classifier against the number of labels and finds out how to use it. @throws PackageError */
export async function checkClassifier(
  file: Blob,
  model: OnnxModel,
  name: string,
  labelCount: number,
): Promise<CheckedClassifier> {
  const ports = readClassifierPorts(model, name);
  const { layout } = ports;
  const network = await openForTest(name, () => openNetwork(file, ports, 'wasm'));
  try {
    const size = { width: INPUT_SIDE, height: INPUT_SIDE };
    const dims = classifierDims({ layout, inputSize: INPUT_SIDE }, 1);
    const run = (picture: number) =>
      runForTest(name, () => network.run(createTestPicture(picture, size, layout), dims));
    const first = await run(0);
    const classCount = first.data.length;
    requireLabelCount(labelCount, classCount, name);
    const second = await run(1);
    requireVaried(judgeAnswers(first.data, second.data), name);
    const output = isProbabilities(first.data) && isProbabilities(second.data) ? 'probabilities' : 'logits';
    return {
      description: { ...ports, inputSize: INPUT_SIDE, output, classCount },
      notes: [{ code: output === 'logits' ? 'output-is-logits' : 'output-is-probabilities' }],
    };
  } finally {
    await network.close();
  }
}

/**
 * Reads names, types and layout from the file's own words.
 * @throws PackageError `not-a-classifier` that says what it takes and gives instead.
 */
export function readClassifierPorts(model: OnnxModel, name: string): ClassifierPorts {
  const [input] = model.inputs;
  const output = model.outputs.find(({ dims }) => dims?.length === 2) ?? model.outputs[0];
  const inputType = input === undefined ? null : tensorTypeOf(input);
  const outputType = output === undefined ? null : tensorTypeOf(output);
  const layout = layoutOf(input?.dims ?? null);
  if (
    model.inputs.length !== 1 ||
    input === undefined ||
    output === undefined ||
    inputType === null ||
    outputType === null ||
    layout === null ||
    (output.dims !== null && output.dims.length !== 2)
  ) {
    throw new PackageError(
      'not-a-classifier',
      `"${name}": expected [batch, 480, 480, 3] or [batch, 3, 480, 480] to [batch, classes], got ${describeModel(model)}`,
      { name },
    );
  }
  return { inputName: input.name, inputType, outputName: output.name, outputType, layout };
}

export function describeModel({ inputs, outputs }: OnnxModel): string {
  const describe = (values: OnnxModel['inputs']) =>
    values.map(({ dims }) => describeDims(dims)).join(' and ') || 'nothing';
  return `${describe(inputs)} to ${describe(outputs)}`;
}

function layoutOf(dims: readonly OnnxDimension[] | null): 'nhwc' | 'nchw' | null {
  if (dims?.length !== 4) return null;
  const [batch, second, third, fourth] = dims;
  if (typeof batch === 'number' && batch !== 1) return null;
  const fits = (...sides: readonly (OnnxDimension | undefined)[]) =>
    sides.every((side) => typeof side !== 'number' || side === INPUT_SIDE);
  if (fourth === 3 && fits(second, third)) return 'nhwc';
  if (second === 3 && fits(third, fourth)) return 'nchw';
  return null;
}

function requireLabelCount(labels: number, outputs: number, name: string): void {
  if (labels === outputs) return;
  throw new PackageError('label-count', `"${name}": expected one output for each of ${labels} labels, got ${outputs}`, {
    name,
    labels,
    outputs,
  });
}

/** Softmax already applied: all within 0..1 and one in sum. Float16 sums are a little off. */
function isProbabilities(values: Float32Array): boolean {
  const sum = values.reduce((total, value) => total + value, 0);
  return Math.abs(sum - 1) < 0.01 && values.every((value) => value >= 0 && value <= 1);
}
