import { inputsOnProcessor } from '../../pipeline/inputs-on-processor';
import type { InputMaker, NetworkInput, NumbersOnDevice } from '../../pipeline/network-ports';
import type { CropRect } from '../../vision/crop';
import { cropTaps } from '../../vision/crop-taps';
import type { Letterbox } from '../../vision/letterbox';
import { linearColumns, linearRows } from '../../vision/linear-taps';
import type { Raster } from '../../vision/raster';
import { EmptyCropError, type CropFormat } from '../../vision/resize-crop';
import { UNIT_VALUES } from '../../vision/unit-values';
import { createDeviceBuffers, type DeviceBuffers } from './device-buffers';
import { watchDeviceLife } from './device-life';
import { CROPS_KERNEL, LETTERBOX_KERNEL, WORKGROUP_SIDE } from './input-kernels';

/** Numbers in a buffer of the device that a network runs on; row-major float32. They stay its maker's. */
export class NumbersInBuffer implements NumbersOnDevice {
  readonly isOnDevice = true;

  constructor(
    readonly buffer: GPUBuffer,
    readonly length: number,
  ) {}
}

/** Makes the networks' inputs on their device. Who makes it closes it. */
export interface DeviceInputs extends InputMaker {
  /** False once the device failed at it: from then on the processor makes them. */
  readonly isWorking: () => boolean;
  /** Letterboxes and batches of crops that were made on the device. */
  readonly made: () => number;
  close(): void;
}

/** 67 megapixels: a larger image would take too much of a memory that the networks need. */
const MOST_BYTES = 256 * 2 ** 20;

/**
 * Letterbox and crops on the graphics processor: an image's pixels are sent there once, its inputs never come back. Images that find
 * no room there, and those of three channels, are done on the processor; all are, once the device fails: the networks have no
 * part in that. One image at a time.
 */
export async function createDeviceInputs(device: GPUDevice): Promise<DeviceInputs> {
  const kernels = await createKernels(device);
  const life = watchDeviceLife(device);
  const { maxBufferSize, maxStorageBufferBindingSize } = device.limits;
  const mostBytes = Math.min(maxBufferSize, maxStorageBufferBindingSize, MOST_BYTES);
  let isWorking = true;
  let made = 0;

  /** Null = the device failed. What it finds wrong with commands it tells later: a network must not see what they left. */
  async function attempt<Value>(work: () => Value): Promise<Value | null> {
    const { value, errors } = inScopes(device, work);
    const isRight = await life.untilLost(errors).then(
      (found) => found.every((error) => error === null),
      () => false,
    );
    if (isRight) return value;
    isWorking = false;
    kernels.close();
    return null;
  }

  return {
    isWorking: () => isWorking,
    made: () => made,
    async take(raster) {
      const onProcessor = await inputsOnProcessor.take(raster);
      const fits = raster.channels === 4 && raster.data.byteLength <= mostBytes;
      if (!isWorking || !fits) return onProcessor;
      if ((await attempt(() => kernels.buffers.filled('pixels', raster.data))) === null) return onProcessor;
      const make = async (onDevice: () => NumbersInBuffer, instead: () => Promise<NetworkInput>) => {
        const numbers = isWorking ? await attempt(onDevice) : null;
        if (numbers === null) return instead();
        made += 1;
        return numbers;
      };
      return {
        letterbox: (plan) =>
          make(
            () => letterbox(kernels, plan),
            () => onProcessor.letterbox(plan),
          ),
        crops: (rects, format) =>
          make(
            () => crops(kernels, raster, rects, format),
            () => onProcessor.crops(rects, format),
          ),
      };
    },
    close: () => kernels.close(),
  };
}

function letterbox(kernels: Kernels, plan: Letterbox): NumbersInBuffer {
  const { source, resized, width, height, left, top } = plan;
  return kernels.run('letterbox', {
    plan: Int32Array.of(source.width, source.height, width, height, left, top, resized.width, resized.height),
    columns: interleaved([linearColumns(source.width, resized.width)], Int32Array),
    rows: interleaved([linearRows(source.height, resized.height)], Int32Array),
    size: [width, height, 1],
  });
}

function crops(
  kernels: Kernels,
  source: Raster,
  rects: readonly CropRect[],
  { side, layout }: CropFormat,
): NumbersInBuffer {
  const empty = rects.find(({ width, height }) => width <= 0 || height <= 0);
  if (empty !== undefined) throw new EmptyCropError(empty);
  const [pixelStep, channelStep] = layout === 'nhwc' ? [3, 1] : [1, side * side];
  const shifted = (length: number, start: number) => {
    const taps = cropTaps(length, side);
    return {
      ...taps,
      first: taps.first.map((place) => place + start),
      second: taps.second.map((place) => place + start),
    };
  };
  return kernels.run('crops', {
    // A pair begins at a multiple of its size.
    plan: Int32Array.of(source.width, source.height, side, 0, pixelStep, channelStep),
    columns: interleaved(
      rects.map(({ width, left }) => shifted(width, left)),
      Float32Array,
    ),
    rows: interleaved(
      rects.map(({ height, top }) => shifted(height, top)),
      Float32Array,
    ),
    size: [side, side, rects.length],
  });
}

/** Places and weights of one side after another. */
interface Taps {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly weight0: Int32Array | Float32Array;
  readonly weight1: Int32Array | Float32Array;
}

/** One record of four numbers for each place, as the kernels read them. */
function interleaved(sides: readonly Taps[], weightType: typeof Int32Array | typeof Float32Array): Int32Array {
  const records = new Int32Array(4 * sides.reduce((sum, { first }) => sum + first.length, 0));
  const weights = new weightType(records.buffer);
  let at = 0;
  for (const { first, second, weight0, weight1 } of sides) {
    for (let index = 0; index < first.length; index++, at += 4) {
      records[at] = first[index]!;
      records[at + 1] = second[index]!;
      weights[at + 2] = weight0[index]!;
      weights[at + 3] = weight1[index]!;
    }
  }
  return records;
}

interface KernelCall {
  readonly plan: Int32Array;
  readonly columns: Int32Array;
  readonly rows: Int32Array;
  /** Of the result: three numbers for each place. */
  readonly size: readonly [width: number, height: number, layers: number];
}

interface Kernels {
  readonly device: GPUDevice;
  readonly buffers: DeviceBuffers;
  run(name: 'letterbox' | 'crops', call: KernelCall): NumbersInBuffer;
  close(): void;
}

async function createKernels(device: GPUDevice): Promise<Kernels> {
  const { COPY_DST, COPY_SRC, STORAGE, UNIFORM } = GPUBufferUsage;
  const buffers = createDeviceBuffers(device, STORAGE | COPY_DST | COPY_SRC);
  const plans = createDeviceBuffers(device, UNIFORM | COPY_DST);
  const units = buffers.filled('units', UNIT_VALUES);
  const compile = (code: string) =>
    device.createComputePipelineAsync({ layout: 'auto', compute: { module: device.createShaderModule({ code }) } });
  const pipelines = { letterbox: await compile(LETTERBOX_KERNEL), crops: await compile(CROPS_KERNEL) };
  return {
    device,
    buffers,
    run(name, { plan, columns, rows, size: [width, height, layers] }) {
      const length = 3 * width * height * layers;
      const result = buffers.get(name, 4 * length);
      const bound = [
        plans.filled(name, plan),
        buffers.last('pixels'),
        buffers.filled(`columns of ${name}`, columns),
        buffers.filled(`rows of ${name}`, rows),
        units,
        result,
      ];
      const entries = bound.map((buffer, binding) => ({ binding, resource: { buffer } }));
      const pipeline = pipelines[name];
      const commands = device.createCommandEncoder();
      const pass = commands.beginComputePass();
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }));
      pass.dispatchWorkgroups(Math.ceil(width / WORKGROUP_SIDE), Math.ceil(height / WORKGROUP_SIDE), layers);
      pass.end();
      device.queue.submit([commands.finish()]);
      return new NumbersInBuffer(result, length);
    },
    close() {
      buffers.destroy();
      plans.destroy();
    },
  };
}

/** Does the work, and tells what the device found wrong with its commands, once for each kind of error. */
function inScopes<Value>(device: GPUDevice, work: () => Value) {
  const scopes = ['out-of-memory', 'validation', 'internal'] as const;
  for (const scope of scopes) device.pushErrorScope(scope);
  const pop = () => Promise.all(scopes.map(() => device.popErrorScope()));
  try {
    const value = work();
    return { value, errors: pop() };
  } catch (error) {
    pop().catch(() => undefined); // what was thrown says more
    throw error;
  }
}
