import { CheckpointError } from '../checkpoint-error';
import type { GraphValue } from './graph-value';
import { formatShape } from './shape';

/** What the app wants of a classifier. */
export interface NetworkOutputs {
  /** [batch, classes], before any Softmax. */
  readonly logits: GraphValue;
  /** [batch, size]: what the last linear layer sees. */
  readonly embedding: GraphValue;
  readonly classCount: number;
  readonly embeddingSize: number;
  readonly warnings: readonly string[];
}

/**
 * The outputs of a network: its result, without a Softmax at the end, and the picture as numbers before the classes.
 * The embedding is found by going back from the logits over additions (the bias) to the product with the weights.
 * @throws CheckpointError when the network does not end as a classifier does.
 */
export function findOutputs(result: GraphValue): NetworkOutputs {
  const isSoftmax = result.source.kind === 'node' && result.source.op === 'Softmax';
  const logits = isSoftmax ? operandsOf(result)[0]! : result;
  const classCount = sizeOf(logits, 'the network ends with', '[batch, classes]');
  const embedding = linearInput(logits);
  return {
    logits,
    embedding,
    classCount,
    embeddingSize: sizeOf(embedding, 'the last linear layer sees', '[batch, size]'),
    warnings: isSoftmax ? [`${result.module}: the Softmax at the end is left out`] : [],
  };
}

function sizeOf({ shape, type, module }: GraphValue, subject: string, expected: string): number {
  const [batch, size, ...others] = shape;
  if (type === 'float32' && batch === 'batch' && typeof size === 'number' && others.length === 0) return size;
  throw new CheckpointError('unsupported', `${subject} ${type} ${formatShape(shape)}, expected ${expected}`, module);
}

function linearInput(logits: GraphValue): GraphValue {
  let value = logits;
  while (value.source.kind === 'node' && value.source.op === 'Add') {
    const computed = operandsOf(value).filter((operand) => operand.source.kind !== 'weight');
    if (computed.length !== 1) break;
    value = computed[0]!;
  }
  if (value.source.kind === 'node' && (value.source.op === 'MatMul' || value.source.op === 'Gemm')) {
    const [data, weight] = operandsOf(value);
    if (weight?.source.kind === 'weight' && weight.shape.length === 2) return data!;
  }
  throw new CheckpointError(
    'unsupported',
    'expected a linear layer with constant weights at the end of the network',
    value.module,
  );
}

function operandsOf({ source }: GraphValue): readonly GraphValue[] {
  return source.kind === 'node' ? source.inputs.filter((input) => input !== null) : [];
}
