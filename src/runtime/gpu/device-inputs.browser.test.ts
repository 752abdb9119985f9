import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inputsOnProcessor } from '../../pipeline/inputs-on-processor';
import { numbersOf } from '../../pipeline/network-ports';
import { fitLetterbox } from '../../vision/letterbox';
import { EmptyCropError } from '../../vision/resize-crop';
import { createDeviceInputs, NumbersInBuffer, type DeviceInputs } from './device-inputs';
import { createNoise, readNumbers, shareOfOthers, TOLERATED_SHARE, tryDeviceInputs } from './try-device-inputs';

/** On the browser's software adapter; without one these tests fail. */
let device: GPUDevice;
let inputs: DeviceInputs;

beforeAll(async () => {
  const adapter = await navigator.gpu.requestAdapter();
  if (adapter === null) throw new Error('the browser offers no adapter');
  const { maxBufferSize, maxStorageBufferBindingSize } = adapter.limits;
  device = await adapter.requestDevice({ requiredLimits: { maxBufferSize, maxStorageBufferBindingSize } });
  inputs = await createDeviceInputs(device);
});
afterAll(() => {
  inputs.close();
  device.destroy();
});

describe('letterbox on the device', () => {
  it.each([
    ['smaller, odd sides', { width: 1023, height: 777 }, 640],
    ['smaller, with the stride', { width: 2048, height: 1536 }, 'dynamic'],
    ['exactly halved', { width: 640, height: 384 }, 320],
    ['copied', { width: 640, height: 384 }, { longSide: 640, stride: 64 }],
    ['enlarged', { width: 97, height: 131 }, 256],
    ['one column', { width: 1, height: 50 }, 64],
    ['one row', { width: 50, height: 1 }, 64],
    ['a panorama', { width: 3000, height: 200 }, 'dynamic'],
  ] as const)('%s: the same bits as on the processor', async (_, size, target) => {
    const raster = createNoise(size);
    const plan = fitLetterbox(raster, target)!;
    const made = await (await inputs.take(raster)).letterbox(plan);
    expect(made).toBeInstanceOf(NumbersInBuffer);
    const right = numbersOf(await (await inputsOnProcessor.take(raster)).letterbox(plan));
    expect(shareOfOthers(await readNumbers(device, made), right)).toBe(0);
  });

  it('an image after another: none sees anything of the one before', async () => {
    for (const size of [
      { width: 900, height: 700 },
      { width: 300, height: 500 },
      { width: 901, height: 640 },
    ]) {
      const raster = createNoise(size);
      const plan = fitLetterbox(raster, 320)!;
      const made = await (await inputs.take(raster)).letterbox(plan);
      const right = numbersOf(await (await inputsOnProcessor.take(raster)).letterbox(plan));
      expect(shareOfOthers(await readNumbers(device, made), right)).toBe(0);
    }
  });
});

describe('crops on the device', () => {
  const raster = createNoise({ width: 1203, height: 801 });
  const rects = [
    { left: 10, top: 20, width: 480, height: 480 },
    { left: 0, top: 0, width: 1203, height: 801 },
    { left: 700, top: 300, width: 33, height: 91 },
    { left: 1202, top: 800, width: 1, height: 1 },
    { left: -50, top: 790, width: 200, height: 60 }, // of a result file: partly outside
    { left: 5000, top: 0, width: 20, height: 20 },
  ];

  it.each(['nhwc', 'nchw'] as const)('%s: no more other levels than between builds of torch', async (layout) => {
    const format = { side: 224, layout };
    const made = await (await inputs.take(raster)).crops(rects, format);
    expect(made).toBeInstanceOf(NumbersInBuffer);
    const right = numbersOf(await (await inputsOnProcessor.take(raster)).crops(rects, format));
    expect(shareOfOthers(await readNumbers(device, made), right)).toBeLessThanOrEqual(TOLERATED_SHARE);
  });
});

describe('what a device does not take', () => {
  it('three channels are done on the processor', async () => {
    const { width, height } = { width: 8, height: 4 };
    const raster = { width, height, channels: 3 as const, data: new Uint8Array(96).fill(7) };
    const made = await (await inputs.take(raster)).letterbox(fitLetterbox(raster, 8)!);
    expect(made).toBeInstanceOf(Float32Array);
  });

  it('an image that is larger than a buffer may be is done on the processor', async () => {
    const usual = await (await navigator.gpu.requestAdapter())!.requestDevice(); // with the least that devices must offer
    const maker = await createDeviceInputs(usual);
    const raster = createNoise({ width: 5800, height: 5800 });
    expect(raster.data.byteLength).toBeGreaterThan(usual.limits.maxStorageBufferBindingSize);
    const made = await (await maker.take(raster)).letterbox(fitLetterbox(raster, 32)!);
    expect(made).toBeInstanceOf(Float32Array);
    maker.close();
    usual.destroy();
  });

  it('what the device refuses is done on the processor, and so is everything after it', async () => {
    const maker = await createDeviceInputs(device);
    const raster = createNoise({ width: 40, height: 30 });
    const plan = fitLetterbox(raster, 32)!;
    expect(await (await maker.take(raster)).letterbox(plan)).toBeInstanceOf(NumbersInBuffer);
    const taken = await maker.take(raster);
    const wide = 8 * 70_000; // more workgroups than a device starts
    const refused = await taken.letterbox({ ...plan, width: wide, resized: { ...plan.resized, width: wide } });
    expect(refused instanceof Float32Array).toBe(true);
    expect([maker.isWorking(), maker.made()]).toEqual([false, 1]);
    const right = await (await inputsOnProcessor.take(raster)).letterbox(plan);
    for (const next of [taken, await maker.take(raster)]) expect(await next.letterbox(plan)).toEqual(right);
    maker.close();
  });

  it('a device that goes away leaves the rest to the processor', async () => {
    const other = await (await navigator.gpu.requestAdapter())!.requestDevice();
    const maker = await createDeviceInputs(other);
    const raster = createNoise({ width: 40, height: 30 });
    const plan = fitLetterbox(raster, 32)!;
    const taken = await maker.take(raster);
    other.destroy();
    await other.lost;
    const right = await (await inputsOnProcessor.take(raster)).letterbox(plan);
    for (const next of [taken, await maker.take(raster)]) expect(await next.letterbox(plan)).toEqual(right);
    expect(maker.isWorking()).toBe(false);
    maker.close();
  });

  it('a crop without pixels is refused as on the processor', async () => {
    const taken = await inputs.take(createNoise({ width: 40, height: 30 }));
    const empty = { left: 3, top: 3, width: 0, height: 5 };
    await expect(taken.crops([empty], { side: 8, layout: 'nhwc' })).rejects.toThrow(EmptyCropError);
    expect(inputs.isWorking()).toBe(true);
  });
});

describe('the trial', () => {
  const formats = { detector: 'dynamic', classifier: { side: 480, layout: 'nhwc' } } as const;

  it('finds the device equal, and times both when it is asked to', async () => {
    const { difference, milliseconds } = await tryDeviceInputs(device, inputs, formats, { isTimed: true });
    expect(difference).toBeLessThanOrEqual(TOLERATED_SHARE);
    expect(milliseconds?.device).toBeGreaterThan(0);
    expect(milliseconds?.processor).toBeGreaterThan(0);
  });

  it('finds a device out that answers other numbers', async () => {
    const wrong = {
      take: async (raster: Parameters<DeviceInputs['take']>[0]) =>
        inputs.take({ ...raster, data: raster.data.map((byte) => byte ^ 8) }),
    };
    const { difference } = await tryDeviceInputs(device, wrong, formats, { isTimed: false });
    expect(difference).toBe(Infinity);
  });
});
