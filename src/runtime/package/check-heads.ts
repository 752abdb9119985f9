import type { DetectorDescription } from '../../domain/model-package';
import type { NetworkFiles } from '../../rpc/inference-api';
import type { OnnxModel } from '../../weights/onnx-model';
import { openNetwork, type NetworkOutput } from '../ort/network';
import { trialSideOf, tryNetwork } from '../ort/try-networks';
import { readClassNames, resolveDetectorClasses } from './detector-classes';
import { judgeTrial } from './judge-answers';
import { PackageError } from './package-error';
import type { HeadsFacts } from './read-heads';
import { describeDims, tensorTypeOf } from './read-network';
import { openForTest, requireVaried, runForTest, type CheckedNetwork } from './try-for-check';

/** Checks a detector whose outputs are YOLOv5's raw heads. @throws PackageError */
export async function checkHeads(
  files: NetworkFiles,
  model: OnnxModel,
  { levels, inputSize, classCount }: HeadsFacts,
  name: string,
): Promise<CheckedNetwork<DetectorDescription>> {
  const { notes, ...classes } = resolveDetectorClasses(classCount, readClassNames(model), name);
  const { inputName, inputType } = readInput(model, name);
  const outputNames = levels.map(({ outputName }) => outputName);
  const network = await openForTest(name, () => openNetwork(files, { inputName, inputType, outputNames }, 'wasm'));
  try {
    const side = trialSideOf(inputSize, 'timed');
    const pictures = { size: { width: side, height: side }, layout: 'nchw' } as const;
    const trial = await runForTest(name, () => tryNetwork(network, pictures));
    requireVaried(judgeTrial(trial), name);
    requireDecodable(trial.first, { levels, inputSize, classCount }, side, name);
    const io = { inputName, inputType, outputType: inputType };
    return { description: { layout: 'yolov5-heads', ...io, inputSize, levels, ...classes }, notes, trial };
  } finally {
    await network.close();
  }
}

/** One picture of any size: raw heads are only known from our importer, which fixes none. */
function readInput({ inputs }: OnnxModel, name: string) {
  const [input] = inputs;
  const inputType = input === undefined ? null : tensorTypeOf(input);
  const [, channels, height, width] = input?.dims ?? [];
  const isOpen = channels === 3 && typeof height !== 'number' && typeof width !== 'number';
  if (inputs.length !== 1 || input?.dims?.length !== 4 || inputType === null || !isOpen) {
    const got = inputs.map(({ dims }) => describeDims(dims)).join(' and ');
    throw unsupported(name, `raw YOLOv5 heads of ${got} instead of [batch, 3, height, width]`);
  }
  return { inputName: input.name, inputType };
}

/** The maps must have the cells that the strides give for a square of `side` pixels. */
function requireDecodable(
  outputs: readonly NetworkOutput[],
  { levels, classCount }: HeadsFacts,
  side: number,
  name: string,
): void {
  levels.forEach(({ stride, anchors }, index) => {
    const { dims } = outputs[index]!;
    const expected = [1, anchors.length * (5 + classCount), side / stride, side / stride];
    if (dims.length === 4 && expected.every((dim, axis) => dims[axis] === dim)) return;
    throw unsupported(name, `raw YOLOv5 heads, ${describeDims(dims)} instead of ${describeDims(expected)}`);
  });
}

function unsupported(name: string, layout: string): PackageError {
  return new PackageError('unsupported-layout', `"${name}": this layout is not supported: ${layout}`, { name, layout });
}
