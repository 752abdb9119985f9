import type { ClassifierDescription, TensorType } from '../../domain/model-package';
import type { NetworkFiles } from '../../rpc/inference-api';
import type { OnnxDimension, OnnxModel, OnnxValue } from '../../weights/onnx-model';
import { openNetwork, type NetworkOutput } from '../ort/network';
import { tryNetwork } from '../ort/try-networks';
import { judgeTrial } from './judge-answers';
import { PackageError } from './package-error';
import { describeDims, tensorTypeOf } from './read-network';
import { openForTest, requireVaried, runForTest, type CheckedNetwork } from './try-for-check';

export type CheckedClassifier = CheckedNetwork<ClassifierDescription>;

/** The side of SpeciesNet's crops (speciesnet 5.0.4, classifier.py: IMG_SIZE). */
const INPUT_SIDE = 480;
/** The name that our importer gives the second output. */
const EMBEDDING = 'embedding';

interface ClassifierPorts {
  readonly inputName: string;
  readonly inputType: TensorType;
  readonly outputName: string;
  readonly outputType: TensorType;
  readonly layout: 'nhwc' | 'nchw';
}

/** Checks a classifier against the number of labels and finds out how to use it. @throws PackageError */
export async function checkClassifier(
  files: NetworkFiles,
  model: OnnxModel,
  name: string,
  labelCount: number,
): Promise<CheckedClassifier> {
  const { outputName, ...ports } = readClassifierPorts(model, name);
  const { inputName, inputType, layout } = ports;
  const embedding = findEmbedding(model, outputName);
  const outputNames = [outputName, ...(embedding === null ? [] : [embedding.outputName])];
  const network = await openForTest(name, () => openNetwork(files, { inputName, inputType, outputNames }, 'wasm'));
  try {
    const pictures = { size: { width: INPUT_SIDE, height: INPUT_SIDE }, layout };
    const trial = await runForTest(name, () => tryNetwork(network, pictures));
    const [first, second] = [trial.first[0]!, trial.second[0]!];
    const classCount = first.data.length;
    requireLabelCount(labelCount, classCount, name);
    const asked = { first: [first], second: [second], milliseconds: trial.milliseconds };
    requireVaried(judgeTrial(asked), name);
    const output = isProbabilities(first.data) && isProbabilities(second.data) ? 'probabilities' : 'logits';
    return {
      description: {
        ...ports,
        outputName,
        inputSize: INPUT_SIDE,
        output,
        classCount,
        embedding: isEmbedding(trial.first[1], embedding?.size) ? embedding : null,
      },
      notes: [{ code: output === 'logits' ? 'output-is-logits' : 'output-is-probabilities' }],
      trial: asked,
    };
  } finally {
    await network.close();
  }
}

/** A second output of that name, one row of numbers for each picture. */
function findEmbedding({ outputs }: OnnxModel, classesOutput: string): ClassifierDescription['embedding'] {
  const output = outputs.find((candidate) => candidate.name === EMBEDDING && candidate.name !== classesOutput);
  const size = output?.dims?.length === 2 ? output.dims[1] : null;
  return typeof size === 'number' ? { outputName: EMBEDDING, size } : null;
}

/** What the file promises, and the network gives. */
function isEmbedding(output: NetworkOutput | undefined, size: number | undefined): boolean {
  return output !== undefined && output.data.length === size && output.data.every(Number.isFinite);
}

/**
 * Reads names, types and layout from the file's own words.
 * @throws PackageError `not-a-classifier` that says what it takes and gives instead.
 */
export function readClassifierPorts(model: OnnxModel, name: string): ClassifierPorts {
  const [input] = model.inputs;
  const output = findClasses(model.outputs);
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

function findClasses(outputs: readonly OnnxValue[]): OnnxValue | undefined {
  const flat = outputs.filter(({ dims }) => dims?.length === 2);
  return flat.find(({ name }) => name !== EMBEDDING) ?? flat[0] ?? outputs[0];
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
