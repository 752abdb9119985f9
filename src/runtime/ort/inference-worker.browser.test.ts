import { afterAll, describe, expect, it } from 'vitest';
import { readSharedFile } from '../../../test/networks/shared-files';
import { createTinyImage, createTinyRequest, inOneFile, tinyDetector } from '../../../test/networks/tiny-request';
import { connect } from '../../rpc/connect';
import type { InferenceApi } from '../../rpc/inference-api';

const worker = new Worker(new URL('../../../workers/inference.worker.ts', import.meta.url), { type: 'module' });
const networks = connect<InferenceApi>(worker);
afterAll(() => networks.dispose());

describe('the inference worker', () => {
  it('opens, infers, and opens another package', async () => {
    for (const backend of ['wasm', 'auto'] as const) {
      const opened = await networks.open(createTinyRequest(backend));
      expect(opened).toMatchObject({ ok: true, value: { backend: { used: 'wasm', threads: 2 } } });
      const inferred = await networks.infer(createTinyImage('a.jpg'));
      expect(inferred).toMatchObject({ ok: true, value: { inference: { filepath: 'a.jpg', failures: [] } } });
    }
  });

  it('hands errors over with their code', async () => {
    const request = createTinyRequest('wasm');
    const opened = await networks.open({
      ...request,
      detector: { network: inOneFile(new Blob(['no network'])), description: request.detector!.description },
    });
    expect(opened).toMatchObject({ ok: false, error: { code: 'models-failed' } });
  });

  it('runs the real small networks when ../shared/models is there', async ({ skip }) => {
    const folder = 'models/coco-mnv2';
    const detector = await readSharedFile(`${folder}/yolov5n-md3-fp32-dynamic.onnx`);
    const classifier = await readSharedFile(`${folder}/speciesnet-vocab-mnv2-nhwc480-fp32.onnx`);
    if (detector === null || classifier === null) skip('../shared/models is absent');
    const tiny = createTinyRequest('wasm');
    const opened = await networks.open({
      ...tiny,
      detector: { network: inOneFile(detector!), description: { ...tinyDetector, outputName: 'md_output' } },
      classifier: {
        network: inOneFile(classifier!),
        description: { ...tiny.classifier!.description, outputName: 'output', classCount: 2498 },
      },
    });
    if (!opened.ok) throw new Error(opened.error.message);
    const inferred = await networks.infer(createTinyImage('a.jpg'));
    if (!inferred.ok) throw new Error(inferred.error.message);
    const { inference, timings } = inferred.value;
    console.info(`load ${Math.round(opened.value.loadMs)} ms, ${JSON.stringify(timings)}`);
    expect(inference.crops.image?.classes).toHaveLength(20);
    expect(inference.detections).not.toBeNull();
  });
});
