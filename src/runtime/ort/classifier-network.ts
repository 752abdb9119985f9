import type { ClassifierDescription } from '../../domain/model-package';
import { NetworkError } from '../../pipeline/network-error';
import type { ClassifierPort } from '../../pipeline/network-ports';
import { describeError } from './describe-error';
import type { Network, NetworkPorts } from './network';

/** What a run asks of a classifier: its classes, and the embedding where the network gives one. */
export function portsOfClassifier(description: ClassifierDescription): NetworkPorts {
  const { inputName, inputType, outputName, embedding } = description;
  return { inputName, inputType, outputNames: [outputName, ...(embedding === null ? [] : [embedding.outputName])] };
}

/** The shape of a classifier's input for a number of crops. */
export function classifierDims(
  { layout, inputSize }: Pick<ClassifierDescription, 'layout' | 'inputSize'>,
  batch: number,
): readonly number[] {
  return layout === 'nhwc' ? [batch, inputSize, inputSize, 3] : [batch, 3, inputSize, inputSize];
}

/** A classifier: crops in, [batch, classes] and perhaps embeddings [batch, size] out. Throws NetworkError. */
export function createClassifierNetwork(network: Network, description: ClassifierDescription): ClassifierPort {
  return {
    async run(tensor, batch) {
      const dims = classifierDims(description, batch);
      const { outputs, runMs } = await network.run(tensor, dims).catch((error: unknown) => {
        throw new NetworkError('classifier', describeError(error), { cause: error });
      });
      const { data } = outputs[0]!;
      const expected = batch * description.classCount;
      if (data.length !== expected) {
        throw new NetworkError('classifier', `expected ${expected} numbers, got ${data.length}`);
      }
      const { embedding } = description;
      const vectors = embedding === null ? undefined : outputs[1]?.data;
      // Only for likeness: what is no such output is left out, and the classes count all the same.
      const fits = embedding !== null && vectors?.length === batch * embedding.size;
      return { values: data, embeddings: fits ? vectors : null, milliseconds: runMs };
    },
  };
}
