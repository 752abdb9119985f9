import { env } from 'onnxruntime-web/webgpu';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Inference } from '../../domain/inference';
import { buildTinyDetector } from '../../../test/networks/tiny-networks';
import {
  createTinyImage,
  createTinyRequest,
  createUnletterboxedImage,
  inOneFile,
  tinyClassifier,
  tinyDetector,
} from '../../../test/networks/tiny-request';
import type { InferRequest } from '../../rpc/inference-api';
import { fitLetterbox } from '../../vision/letterbox';
import { letterboxTensor } from '../../vision/letterbox-pixels';
import { compareOnWebGpu, tryOnWasm } from './compare-backends';
import { judgeSpeed } from './choose-backend';
import { createInferenceService } from './inference-service';
import { closeNetworks } from './open-networks';
import { configureRuntime } from './ort-environment';

/**
 * The service in the page's own thread, so that the test can take the graphics device away. The browser's adapter is a
 * software one; the tests that need WebGPU fail when there is none.
 */
const OriginalWorker = globalThis.Worker;
const pthreads: string[] = [];
globalThis.Worker = class extends OriginalWorker {
  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options);
    if (options?.name?.startsWith('em-pthread') === true) pthreads.push(options.name);
  }
};

const service = createInferenceService();
afterEach(() => vi.restoreAllMocks());

function requireCloseTo(found: Inference, reference: Inference): void {
  expect(found.failures).toEqual([]);
  expect(found.detections?.[0]?.conf).toBeCloseTo(reference.detections?.[0]?.conf ?? NaN, 3);
  expect(found.crops.image?.classes).toEqual(reference.crops.image?.classes);
  found.crops.image?.scores.forEach((score, index) => {
    expect(score).toBeCloseTo(reference.crops.image?.scores[index] ?? NaN, 3);
  });
}

/** The same with the letterbox made, as the decoding worker makes it. */
function letterboxed({ image, ...request }: InferRequest): InferRequest {
  const { letterboxFor, ...rest } = image;
  const plan = fitLetterbox(image, letterboxFor!)!;
  const tensor = letterboxTensor({ ...image, data: image.pixels }, plan);
  return { ...request, image: { ...rest, detectorInput: { width: plan.width, height: plan.height, tensor } } };
}

async function inferOnWasm(image = createTinyImage('a.jpg')): Promise<Inference> {
  await service.open(createTinyRequest('wasm'));
  return (await service.infer(image)).inference;
}

describe('WASM', () => {
  it('runs with two threads when the page is isolated', async () => {
    expect(globalThis.crossOriginIsolated).toBe(true);
    const { backend } = await service.open(createTinyRequest('wasm'));
    expect(backend).toEqual({ used: 'wasm', threads: 2, adapter: null, reason: 'forced', detail: '' });
    expect(env.wasm.numThreads).toBe(2);
    expect(pthreads).toHaveLength(1); // beside the thread that called
  });

  it('infers an image: detections, scores and times', async () => {
    await service.open(createTinyRequest('wasm'));
    const { inference, timings } = await service.infer(createTinyImage('a.jpg'));
    expect(inference).toMatchObject({
      filepath: 'a.jpg',
      size: { width: 640, height: 384 },
      failures: [],
      problem: null,
    });
    expect(inference.detections?.length).toBeGreaterThan(0);
    expect(inference.crops.image?.classes).toHaveLength(10);
    expect(timings.detector).toBeGreaterThan(0);
    expect(timings.classifier).toBeGreaterThan(0);
  });

  it('makes the letterbox that was left to it', async () => {
    await service.open(createTinyRequest('wasm'));
    const { inference, timings } = await service.infer(createUnletterboxedImage('a.jpg'));
    expect(inference).toEqual((await service.infer(letterboxed(createUnletterboxedImage('a.jpg')))).inference);
    expect(inference.detections?.length).toBeGreaterThan(0);
    expect(timings.preprocess).toBeGreaterThan(0);
  });

  it('queues images that come at once', async () => {
    const reference = await inferOnWasm();
    const names = ['a.jpg', 'b.jpg', 'c.jpg'];
    const found = await Promise.all(names.map(async (name) => service.infer(createTinyImage(name))));
    expect(found.map(({ inference }) => inference)).toEqual(names.map((filepath) => ({ ...reference, filepath })));
  });

  it('records a network that can not run as a failure of the image, and goes on', async () => {
    const request = createTinyRequest('wasm');
    await service.open({
      ...request,
      classifier: { network: request.classifier!.network, description: { ...tinyClassifier, inputSize: 224 } },
    });
    for (const name of ['a.jpg', 'b.jpg']) {
      const { inference, backend } = await service.infer(createTinyImage(name));
      expect(inference).toMatchObject({ failures: ['CLASSIFIER'], problem: { code: 'classifier-failed' }, crops: {} });
      expect(inference.detections?.length).toBeGreaterThan(0);
      expect(backend.reason).toBe('forced');
    }
  });

  it('says with a code when the networks can not be opened', async () => {
    const request = { ...createTinyRequest('wasm'), classifier: null, mode: 'detections' as const };
    const opening = service.open({
      ...request,
      detector: { network: inOneFile(new Blob(['x'])), description: tinyDetector },
    });
    await expect(opening).rejects.toMatchObject({ code: 'models-failed' });
  });
});

describe('which backend', () => {
  it('is WASM without WebGPU', async () => {
    vi.spyOn(navigator, 'gpu' as never, 'get').mockReturnValue(undefined as never);
    const { backend } = await service.open(createTinyRequest('auto'));
    expect(backend).toMatchObject({ used: 'wasm', reason: 'no-adapter', adapter: null });
  });

  it('is WASM on a software adapter', async () => {
    const { backend } = await service.open(createTinyRequest('auto'));
    expect(backend).toMatchObject({ used: 'wasm', reason: 'software-adapter', adapter: 'google swiftshader' });
  });

  it.each(['auto', 'webgpu'] as const)('is WASM where the package failed its test on WebGPU, wish %s', async (wish) => {
    const { backend } = await service.open({ ...createTinyRequest(wish), failedBackends: ['webgpu'] });
    expect(backend).toMatchObject({ used: 'wasm', reason: 'self-test-failed' });
  });

  it('is none where the package failed its test on WASM', async () => {
    const opening = service.open({ ...createTinyRequest('wasm'), failedBackends: ['wasm'] });
    await expect(opening).rejects.toMatchObject({ code: 'models-failed' });
  });

  it('is WASM for halves that the adapter can’t compute, also when WebGPU is forced', async () => {
    const request = createTinyRequest('webgpu');
    const half = inOneFile(buildTinyDetector({ halfWeights: true }));
    const { backend } = await service.open({ ...request, detector: { network: half, description: tinyDetector } });
    expect(backend).toMatchObject({ used: 'wasm', reason: 'webgpu-error' });
    expect(backend.finding).toEqual({ code: 'no-float16' });
  });

  it('compares answers and times: WebGPU’s equal WASM’s, a wrong answer is found', async () => {
    await configureRuntime(2);
    // Small even for a tiny network: a software adapter needs seconds for what a real one does in a millisecond.
    const detector = {
      network: inOneFile(buildTinyDetector({ size: 64 })),
      description: { ...tinyDetector, inputSize: 64 },
    };
    const request = { ...createTinyRequest('auto'), detector };
    const reference = await tryOnWasm(request, 'timed');
    const compared = await compareOnWebGpu(request, reference, 'timed');
    if (compared.networks === null) throw new Error(compared.detail);
    expect(compared.difference).toBeLessThan(1e-4);
    await closeNetworks(compared.networks);

    const second = reference.classifier!.second.map(({ data, dims }) => ({ data: data.map((x) => x * 1.01), dims }));
    const wrong = { ...reference, classifier: { ...reference.classifier!, second } };
    expect(await compareOnWebGpu(request, wrong, 'timed')).toMatchObject({
      networks: null,
      reason: 'self-test-failed',
    });
    expect([judgeSpeed(10, 11).reason, judgeSpeed(11, 10).reason]).toEqual(['webgpu-faster', 'webgpu-slower']);
  });
});

// Last: a worker, or here the page, has one graphics device in its life.
describe('WebGPU, forced', () => {
  it('gives what WASM gives; a lost device costs no image', async () => {
    const reference = await inferOnWasm(createUnletterboxedImage('a.jpg'));
    const { backend } = await service.open(createTinyRequest('webgpu'));
    expect(backend).toMatchObject({ used: 'webgpu', reason: 'forced', adapter: 'google swiftshader' });
    const before = await service.infer(createUnletterboxedImage('a.jpg'));
    expect(before.backend.used).toBe('webgpu');
    // The letterbox and the crops were made there, too.
    expect(before.backend.inputs).toMatchObject({ onDevice: true, milliseconds: null });
    expect(before.backend.inputs!.made).toBe(backend.inputs!.made + 2);
    requireCloseTo(before.inference, reference);

    ((await env.webgpu.device) as unknown as { destroy(): void }).destroy();
    for (const name of ['b.jpg', 'c.jpg']) {
      const { inference, backend: now } = await service.infer(createUnletterboxedImage(name));
      expect(inference).toEqual({ ...reference, filepath: name });
      expect(now).toMatchObject({ used: 'wasm', reason: 'fell-back' });
      expect(now.detail).toContain('the graphics device was lost');
    }
    const again = await service.open(createTinyRequest('webgpu'));
    expect(again.backend.used).toBe('wasm');
  });
});
