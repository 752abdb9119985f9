import { inputsOnProcessor } from '../../pipeline/inputs-on-processor';
import { numbersOf, type InputMaker, type NetworkInput } from '../../pipeline/network-ports';
import type { CropRect } from '../../vision/crop';
import { fitLetterbox, type Letterbox } from '../../vision/letterbox';
import type { PixelSize, Raster } from '../../vision/raster';
import type { CropFormat } from '../../vision/resize-crop';
import { NumbersInBuffer } from './device-inputs';

/** What inputs are made for; null = there is no such network. */
export interface InputFormats {
  readonly detector: Parameters<typeof fitLetterbox>[1] | null;
  readonly classifier: CropFormat | null;
}

/** What came of making the same inputs on the device and on the processor. */
export interface InputTrial {
  /** Share of the values that differ; Infinity = one by more than one level of a byte, or a letterbox at all. */
  readonly difference: number;
  /** Milliseconds of one large photo until its inputs lie on the device, made there and made on the processor; null = not timed. */
  readonly milliseconds: { readonly device: number; readonly processor: number } | null;
}

/**
 * Largest share of a crop's values that may be the neighbouring level. Between builds of torch 4 of 10,000 are (see `resizeCrops`);
 * a kernel that is wrong is wrong in most of them. A letterbox is whole numbers: none of its values may differ.
 */
export const TOLERATED_SHARE = 1e-3;

/** Odd sides, so that rows begin anywhere. */
const SMALL: PixelSize = { width: 347, height: 263 };
/** A usual camera's 12 megapixels. */
const LARGE: PixelSize = { width: 4000, height: 3000 };

/** Compares both makers on a made-up picture, and times them on a large one when asked to. */
export async function tryDeviceInputs(
  device: GPUDevice,
  inputs: InputMaker,
  formats: InputFormats,
  { isTimed }: { readonly isTimed: boolean },
): Promise<InputTrial> {
  const difference = await compareMakers(device, inputs, formats);
  if (!isTimed || !(difference <= TOLERATED_SHARE)) return { difference, milliseconds: null };
  const raster = createNoise(LARGE);
  const plan = planOf(raster, formats);
  const timeOf = async (maker: InputMaker, sendTo: GPUBuffer | null) => {
    await makeOnce(device, maker, raster, { ...formats, plan }, sendTo); // the first time reserves memory
    const startMs = performance.now();
    await makeOnce(device, maker, raster, { ...formats, plan }, sendTo);
    return performance.now() - startMs;
  };
  const bytes = 4 * Math.max(plan === null ? 0 : 3 * plan.width * plan.height, lengthOf(formats.classifier));
  const target = device.createBuffer({ size: bytes, usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.STORAGE });
  try {
    return {
      difference,
      milliseconds: { device: await timeOf(inputs, null), processor: await timeOf(inputsOnProcessor, target) },
    };
  } finally {
    target.destroy();
  }
}

interface Making {
  readonly plan: Letterbox | null;
  readonly classifier: CropFormat | null;
}

/** Both inputs of one image, until the device has them. What the processor makes is sent to `sendTo`, as a network's run would. */
async function makeOnce(
  device: GPUDevice,
  maker: InputMaker,
  raster: Raster,
  { plan, classifier }: Making,
  sendTo: GPUBuffer | null,
): Promise<void> {
  const inputs = await maker.take(raster);
  const send = (input: NetworkInput) => {
    if (sendTo !== null) device.queue.writeBuffer(sendTo, 0, numbersOf(input) as Float32Array<ArrayBuffer>);
  };
  if (plan !== null) send(await inputs.letterbox(plan));
  if (classifier !== null) send(await inputs.crops([middleOf(raster)], classifier));
  await device.queue.onSubmittedWorkDone();
}

async function compareMakers(device: GPUDevice, inputs: InputMaker, formats: InputFormats): Promise<number> {
  const raster = createNoise(SMALL);
  const [made, right] = [await inputs.take(raster), await inputsOnProcessor.take(raster)];
  const plan = planOf(raster, formats);
  if (plan !== null) {
    const found = await readNumbers(device, await made.letterbox(plan));
    if (shareOfOthers(found, numbersOf(await right.letterbox(plan))) > 0) return Infinity;
  }
  if (formats.classifier === null) return 0;
  // Inside, over an edge, and all of it.
  const rects: readonly CropRect[] = [
    middleOf(raster),
    { left: -20, top: 100, width: 123, height: raster.height },
    { left: 0, top: 0, ...SMALL },
  ];
  const found = await readNumbers(device, await made.crops(rects, formats.classifier));
  return shareOfOthers(found, numbersOf(await right.crops(rects, formats.classifier)));
}

/** Share of the values that are another level of a byte; Infinity = one is not even the neighbouring level. */
export function shareOfOthers(found: Float32Array, right: Float32Array): number {
  if (found.length !== right.length) return Infinity;
  let others = 0;
  for (let index = 0; index < right.length; index++) {
    const difference = Math.abs(found[index]! - right[index]!);
    if (difference === 0) continue;
    if (!(difference < 1.5 / 255)) return Infinity;
    others += 1;
  }
  return others / right.length;
}

/** Numbers that lie on the device, copied back: only tests and trials want that. */
export async function readNumbers(device: GPUDevice, input: NetworkInput): Promise<Float32Array> {
  if (!(input instanceof NumbersInBuffer)) return numbersOf(input);
  const size = 4 * input.length;
  const read = device.createBuffer({ size, usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ });
  try {
    const commands = device.createCommandEncoder();
    commands.copyBufferToBuffer(input.buffer, 0, read, 0, size);
    device.queue.submit([commands.finish()]);
    await read.mapAsync(GPUMapMode.READ);
    return new Float32Array(read.getMappedRange().slice(0));
  } finally {
    read.destroy();
  }
}

/** An RGBA picture without two equal neighbours, the same each time (xorshift32, Marsaglia 2003). */
export function createNoise({ width, height }: PixelSize): Raster {
  const pixels = new Uint32Array(width * height);
  let state = 2463534242;
  for (let index = 0; index < pixels.length; index++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    pixels[index] = state;
  }
  return { width, height, channels: 4, data: new Uint8Array(pixels.buffer) };
}

function planOf(size: PixelSize, { detector }: InputFormats): Letterbox | null {
  return detector === null ? null : fitLetterbox(size, detector);
}

function middleOf({ width, height }: PixelSize): CropRect {
  return { left: width >> 2, top: height >> 2, width: width >> 1, height: height >> 1 };
}

const lengthOf = (format: CropFormat | null) => (format === null ? 0 : 3 * format.side * format.side);
