import { afterEach, describe, expect, it } from 'vitest';
import { createInlineWeight } from '../../weights/onnx/inline-weight';
import { collectBytes } from '../../weights/onnx/join-bytes';
import { writeOnnx } from '../../weights/onnx/write-onnx';
import { inOneFile, tinyClassifier } from '../../../test/networks/tiny-request';
import { openOnWasm, type WasmNetworks } from './fast-form';
import { closeNetworks, type NetworksRequest } from './open-networks';
import { configureRuntime } from './ort-environment';
import { tryNetworks } from './try-networks';

const CHANNELS = 32;
const SIDE = 48;
let opened: WasmNetworks | null = null;

afterEach(async () => {
  if (opened !== null) await closeNetworks(opened.networks);
  opened = null;
});

describe('networks on WASM', () => {
  it('run in their fast form, with the results of the stored one', async () => {
    await configureRuntime(2);
    const request = { ...(await createRequest(0.1)), fastNetworks: true };
    opened = await openOnWasm(request);
    expect(opened.fast).toMatchObject({ convolutions: 1 });
    expect(opened.fast!.difference).toBeLessThan(1e-5);
    const { classifier } = await tryNetworks(opened.networks, request, 'numbers');
    expect(classifier?.first[0]?.dims).toEqual([1, CHANNELS]);
  });

  it('run as they are stored unless the fast form is asked for', async () => {
    opened = await openOnWasm(await createRequest(0.1));
    expect(opened.fast).toBeNull();
    expect(opened.networks.classifier).not.toBeNull();
  });

  it('run as they are stored when the fast form answers otherwise', async () => {
    // Near the largest number of float32 the products of the fast form go beyond it, and the plain sums do not.
    opened = await openOnWasm({ ...(await createRequest(5e37)), fastNetworks: true });
    expect(opened.fast).toBeNull();
    expect(opened.networks.classifier).not.toBeNull();
  });
});

/** A classifier: channels first, a convolution of one pixel to 32 channels, one of 3 by 3, the mean of each channel. */
async function createRequest(scale: number): Promise<NetworksRequest> {
  const numbers = (count: number, factor: number) =>
    Float32Array.from({ length: count }, (_, index) => factor * Math.sin(1.3 * index + 0.5));
  const file = await collectBytes(
    writeOnnx(
      {
        name: 'classifier',
        inputs: [{ name: 'input', elementType: 'float32', dims: ['batch', SIDE, SIDE, 3] }],
        outputs: [{ name: 'logits', elementType: 'float32', dims: ['batch', CHANNELS] }],
        nodes: [
          { op: 'Transpose', inputs: ['input'], outputs: ['planes'], attributes: { perm: [0, 3, 1, 2] } },
          { op: 'Conv', inputs: ['planes', 'wide'], outputs: ['map'], attributes: { kernel_shape: [1, 1] } },
          {
            op: 'Conv',
            inputs: ['map', 'weight'],
            outputs: ['convolved'],
            attributes: { kernel_shape: [3, 3], pads: [1, 1, 1, 1] },
          },
          { op: 'GlobalMaxPool', inputs: ['convolved'], outputs: ['largest'], attributes: {} },
          { op: 'Flatten', inputs: ['largest'], outputs: ['logits'], attributes: { axis: 1 } },
        ],
        weights: [
          createInlineWeight('wide', [CHANNELS, 3, 1, 1], numbers(CHANNELS * 3, 1)),
          createInlineWeight('weight', [CHANNELS, CHANNELS, 3, 3], numbers(CHANNELS * CHANNELS * 9, scale)),
        ],
        metadata: {},
      },
      { kind: 'single-file', weights: 'as-stored' },
    ),
  );
  const description = { ...tinyClassifier, inputSize: SIDE, classCount: CHANNELS };
  return { detector: null, classifier: { network: inOneFile(new Blob([file])), description } };
}
