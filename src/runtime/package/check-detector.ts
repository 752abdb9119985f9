import type { DetectorDescription, PackageNote, TensorType } from '../../domain/model-package';
import type { NetworkFiles } from '../../rpc/inference-api';
import type { PixelSize } from '../../vision/raster';
import type { OnnxModel, OnnxValue } from '../../weights/onnx-model';
import { openNetwork, type Network, type NetworkAnswer, type NetworkOutput } from '../ort/network';
import { runPicture } from '../ort/try-networks';
import { checkHeads } from './check-heads';
import { readClassNames, resolveDetectorClasses } from './detector-classes';
import { judgeDetectorNumbers, judgeDetectorShape } from './detector-layout';
import { judgeTrial } from './judge-answers';
import { PackageError } from './package-error';
import { readHeads } from './read-heads';
import { describeDims, tensorTypeOf } from './read-network';
import { openForTest, requireVaried, runForTest, type CheckedNetwork } from './try-for-check';

export type CheckedDetector = CheckedNetwork<DetectorDescription>;

/** What the file's own words allow: names, types and the input size it declares. */
interface DetectorPorts {
  readonly inputName: string;
  readonly inputType: TensorType;
  readonly outputName: string;
  readonly outputType: TensorType;
  readonly declaredSize: 'dynamic' | number;
}

/** A network of any size is tried at these, the usual sizes of YOLOv5 and MegaDetector, until one works. */
const SQUARE_SIDES = [640, 1280, 416, 320];
/** … and then at this rectangle: multiples of 64, so that it suits networks with four levels too. */
const RECTANGLE: PixelSize = { width: 640, height: 384 };

/** Checks a detector, of finished rows or of raw heads, and finds out how to use it. @throws PackageError */
export async function checkDetector(files: NetworkFiles, model: OnnxModel, name: string): Promise<CheckedDetector> {
  const heads = readHeads(model, name);
  return heads === null ? checkRows(files, model, name) : checkHeads(files, model, heads, name);
}

/** Checks a detector in the YOLOv5 export layout. */
async function checkRows(files: NetworkFiles, model: OnnxModel, name: string): Promise<CheckedDetector> {
  const { outputName, ...ports } = readPorts(model, name);
  const names = readClassNames(model);
  const network = await openForTest(name, () => openNetwork(files, { ...ports, outputNames: [outputName] }, 'wasm'));
  try {
    const { side, answer } = await runSquare(network, ports.declaredSize, name);
    const square = { width: side, height: side };
    const { data, dims } = soleOutput(answer);
    const layout = judgeDetectorShape(dims, square, names?.length ?? null);
    if ('unsupported' in layout) throw unsupported(name, layout.unsupported);
    const { notes, ...classes } = resolveDetectorClasses(layout.classes, names, name);
    const second = await runForTest(name, () => runAt(network, square, 1));
    const trial = { first: answer.outputs, second: second.outputs, milliseconds: second.runMs };
    requireVaried(judgeTrial(trial), name);
    const wrong = judgeDetectorNumbers(data, 5 + layout.classes);
    if (wrong !== null) throw unsupported(name, wrong);

    const { declaredSize, ...io } = ports;
    const isFlexible = declaredSize === 'dynamic' && (await runsAtRectangle(network, layout.classes));
    const onlySize: PackageNote[] =
      declaredSize === 'dynamic' && !isFlexible ? [{ code: 'works-at-one-size-only', size: side }] : [];
    return {
      description: { layout: 'yolov5', outputName, ...io, inputSize: isFlexible ? 'dynamic' : side, ...classes },
      notes: [...notes, ...onlySize],
      trial,
    };
  } finally {
    await network.close();
  }
}

function readPorts(model: OnnxModel, name: string): DetectorPorts {
  const [input] = model.inputs;
  if (input === undefined || model.inputs.length !== 1) {
    throw unsupported(name, `${model.inputs.length} inputs instead of one picture`);
  }
  const inputType = tensorTypeOf(input);
  const [batch, channels, height, width] = input.dims ?? [];
  if (inputType === null || input.dims?.length !== 4 || channels !== 3 || (typeof batch === 'number' && batch !== 1)) {
    throw unsupported(
      name,
      `input ${describeDims(input.dims)} of ${input.elementType} instead of [1, 3, height, width]`,
    );
  }
  const isFixed = typeof height === 'number' && typeof width === 'number';
  if (isFixed && height !== width)
    throw unsupported(name, `a fixed input that is not square, ${describeDims(input.dims)}`);
  const output = chooseOutput(model.outputs);
  const outputType = output === undefined ? null : tensorTypeOf(output);
  if (output === undefined || outputType === null) {
    throw unsupported(name, `output ${model.outputs.map(({ dims }) => describeDims(dims)).join(' and ') || 'none'}`);
  }
  const dims = output.dims ?? [];
  if (isFixed && dims.length > 0 && dims.every((dim) => typeof dim === 'number')) {
    // Known without running it: the reason is then the layout, also where the runtime could not open the file.
    const layout = judgeDetectorShape(dims, { width, height }, readClassNames(model)?.length ?? null);
    if ('unsupported' in layout) throw unsupported(name, layout.unsupported);
  }
  return {
    inputName: input.name,
    inputType,
    outputName: output.name,
    outputType,
    declaredSize: isFixed ? height : 'dynamic',
  };
}

/** Some exports give the levels' raw maps as well: the rows of all levels are the output of three dimensions. */
function chooseOutput(outputs: readonly OnnxValue[]): OnnxValue | undefined {
  return outputs.find(({ dims }) => dims?.length === 3) ?? outputs[0];
}

function runAt(network: Network, size: PixelSize, picture: number): Promise<NetworkAnswer> {
  return runPicture(network, picture, { size, layout: 'nchw' });
}

function soleOutput({ outputs }: NetworkAnswer): NetworkOutput {
  return outputs[0]!;
}

async function runSquare(
  network: Network,
  declaredSize: 'dynamic' | number,
  name: string,
): Promise<{ side: number; answer: NetworkAnswer }> {
  const sides = declaredSize === 'dynamic' ? SQUARE_SIDES : [declaredSize];
  let refusal: unknown = null;
  for (const side of sides) {
    try {
      return { side, answer: await runForTest(name, () => runAt(network, { width: side, height: side }, 0)) };
    } catch (error) {
      refusal ??= error; // the first size is the usual one: its reason is the one to show
    }
  }
  throw refusal;
}

/** Declared as dynamic is not the same as dynamic: some exports hold the grid of one size. */
async function runsAtRectangle(network: Network, classes: number): Promise<boolean> {
  try {
    const { data, dims } = soleOutput(await runAt(network, RECTANGLE, 0));
    const layout = judgeDetectorShape(dims, RECTANGLE, classes);
    return 'classes' in layout && layout.classes === classes && data.every(Number.isFinite);
  } catch {
    return false; // the answer to the question, not an error: it is then used at the size that worked
  }
}

function unsupported(name: string, layout: string): PackageError {
  return new PackageError('unsupported-layout', `"${name}": this layout is not supported: ${layout}`, { name, layout });
}
