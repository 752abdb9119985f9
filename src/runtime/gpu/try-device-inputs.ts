import { inputsOnProcessor } from '../../pipeline/inputs-on-processor';
import { numbersOf, type InputMaker, type NetworkInput } from '../../pipeline/network-ports';
import type { CropRect } from '../../vision/crop';
import { fitLetterbox, type Letterbox } from '../../vision/letterbox';
import type { PixelSize, Raster } from '../../vision/raster';
import type { CropFormat } from '../../vision/resize-crop';
import { NumbersInBuffer } from './device-inputs';
import { watchDeviceLife, type DeviceLife } from './device-life';

/** What inputs are made for; null = there is no such network. */
export interface InputFormats {
  readonly detector: Parameters<typeof fitLetterbox>[1] | null;
  readonly classifier: CropFormat | null;
}

/** What came of making the same inputs on the device and on the processor. */
export interface InputTrial {
  /** Share of the values that differ; Infinity = one by more than one level of a byte, or a letterbox at all. */
  readonly difference: number;
  /** See InputsReport; the middle of three. */
  readonly milliseconds: { readonly device: number; readonly processor: number } | null;
}

/**
 * Largest share of a crop's values that may be the neighbouring level. Between builds of torch 4 of 10,000 are (see `resizeCrops`);
 * a kernel that is wrong is wrong in most of them. A letterbox is whole numbers: none of its values may differ.
 */
export const TOLERATED_SHARE = 1e-3;

/** Odd sides, so that rows begin anywhere. MegaDetector's letterbox enlarges the first, and makes the second smaller. */
const SMALL: PixelSize = { width: 347, height: 263 };
const MIDDLE: PixelSize = { width: 1733, height: 1301 };
/** A usual camera's 12 megapixels. */
const LARGE: PixelSize = { width: 4000, height: 3000 };
const ROUNDS = 3;

/** Compares both makers on made-up pictures, and times them on the large one when asked to. */
export async function tryDeviceInputs(
  device: GPUDevice,
  inputs: InputMaker,
  formats: InputFormats,
  { isTimed }: { readonly isTimed: boolean },
): Promise<InputTrial> {
  const life = watchDeviceLife(device);
  const trial = { device, life, inputs, formats };
  const large = createNoise(isTimed ? LARGE : MIDDLE);
  const small = await compareMakers(trial, createNoise(SMALL));
  const difference = Math.max(small, await compareMakers(trial, large));
  if (!isTimed || !(difference <= TOLERATED_SHARE)) return { difference, milliseconds: null };
  return { difference, milliseconds: await timeMakers(trial, large) };
}

interface Setting {
  readonly device: GPUDevice;
  readonly life: DeviceLife;
  readonly inputs: InputMaker;
  readonly formats: InputFormats;
}

/**
 * Both until the device has the inputs of one image. Decoders make the letterbox beside the networks: of the processor's way only
 * its sending counts, and the crop, for which the networks wait.
 */
async function timeMakers({ device, life, inputs, formats }: Setting, raster: Raster) {
  const plan = planOf(raster, formats);
  const letterboxed = plan === null ? null : numbersOf(await (await inputsOnProcessor.take(raster)).letterbox(plan));
  const length = Math.max(letterboxed?.length ?? 0, lengthOf(formats.classifier));
  const target = device.createBuffer({ size: 4 * length, usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.STORAGE });
  const send = (numbers: Float32Array) => device.queue.writeBuffer(target, 0, numbers as Float32Array<ArrayBuffer>);
  const onDevice = async () => {
    const made = await inputs.take(raster);
    if (plan !== null) await made.letterbox(plan);
    if (formats.classifier !== null) await made.crops([middleOf(raster)], formats.classifier);
  };
  const onProcessor = async () => {
    const made = await inputsOnProcessor.take(raster);
    if (letterboxed !== null) send(letterboxed);
    if (formats.classifier !== null) send(numbersOf(await made.crops([middleOf(raster)], formats.classifier)));
  };
  const timeOf = async (make: () => Promise<void>) => {
    const startMs = performance.now();
    await make();
    await life.untilLost(device.queue.onSubmittedWorkDone());
    return performance.now() - startMs;
  };
  try {
    const times: { readonly device: number; readonly processor: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      times.push({ device: await timeOf(onDevice), processor: await timeOf(onProcessor) });
    }
    const middle = (of: 'device' | 'processor') => times.map((time) => time[of]).sort((one, other) => one - other)[1]!;
    return { device: middle('device'), processor: middle('processor') };
  } finally {
    target.destroy();
  }
}

async function compareMakers({ device, life, inputs, formats }: Setting, raster: Raster): Promise<number> {
  const [made, right] = [await inputs.take(raster), await inputsOnProcessor.take(raster)];
  const read = (input: NetworkInput) => life.untilLost(readNumbers(device, input));
  const plan = planOf(raster, formats);
  if (plan !== null) {
    const found = await read(await made.letterbox(plan));
    if (shareOfOthers(found, numbersOf(await right.letterbox(plan))) > 0) return Infinity;
  }
  if (formats.classifier === null) return 0;
  const { width, height } = raster;
  // Inside, over an edge, and all of it.
  const rects: readonly CropRect[] = [
    middleOf(raster),
    { left: -20, top: 100, width: 123, height },
    { left: 0, top: 0, width, height },
  ];
  const found = await read(await made.crops(rects, formats.classifier));
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
