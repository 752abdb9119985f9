import { PbfWriter } from 'pbf';
import { describe, expect, it } from 'vitest';
import { buildOnnx } from '../../test/networks/onnx-builder';
import { buildTinyDetector } from '../../test/networks/tiny-networks';
import { createMemorySource } from './byte-source';
import { OnnxError, readOnnxModel } from './onnx-model';

describe('readOnnxModel', () => {
  it('reads ports, metadata and operator set', async () => {
    const bytes = buildTinyDetector({ names: "{0: 'animal', 1: 'person', 2: 'vehicle'}" });
    expect(await readOnnxModel(createMemorySource(bytes))).toEqual({
      producer: 'understory',
      opset: 17,
      metadata: new Map([['names', "{0: 'animal', 1: 'person', 2: 'vehicle'}"]]),
      inputs: [{ name: 'images', elementType: 'float32', dims: ['batch', 3, 'height', 'width'] }],
      outputs: [{ name: 'rows', elementType: 'float32', dims: ['batch', 'anchors', 8] }],
      usesFloat16: false,
      hasExternalData: false,
      externalLocations: [],
    });
  });

  it('leaves out weights that old files list among the inputs', async () => {
    const model = await readOnnxModel(createMemorySource(oldFile(['x', 'w'], 'w')));
    expect(model.inputs.map(({ name }) => name)).toEqual(['x']);
  });

  it('sees halves among the weights', async () => {
    const model = await readOnnxModel(createMemorySource(buildTinyDetector({ halfWeights: true })));
    expect(model.usesFloat16).toBe(true);
    expect(model.inputs).toHaveLength(1);
  });

  it('jumps over the weights', async () => {
    const port = { type: 'float32', dims: [1] } as const;
    const weights = [0, 1, 2].map((index) => ({
      name: `w${index}`,
      dims: [1_000_000],
      data: new Float32Array(1_000_000),
    }));
    const bytes = buildOnnx({
      nodes: [{ op: 'Identity', inputs: ['x'], output: 'y' }],
      inputs: [{ name: 'x', ...port }],
      outputs: [{ name: 'y', ...port }],
      weights,
    });
    let read = 0;
    const source = {
      size: bytes.length,
      slice: (start: number, end: number) => {
        read += end - start;
        return Promise.resolve(bytes.subarray(start, end));
      },
    };
    expect((await readOnnxModel(source)).inputs).toHaveLength(1);
    expect(bytes.length).toBeGreaterThan(12_000_000);
    expect(read).toBeLessThan(100_000);
  });

  const whole = buildTinyDetector();
  it.each([
    ['empty', new Uint8Array(0)],
    ['text', new TextEncoder().encode('not a network at all')],
    ['all zero', new Uint8Array(1000)],
    ['random', Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256)],
    ['cut inside the weights', whole.subarray(0, whole.length / 2)],
    ['cut by one byte', whole.subarray(0, whole.length - 1)],
    ['protobuf without a graph', Uint8Array.of(8, 8, 18, 1, 65)],
  ])('refuses %s bytes', async (_, bytes) => {
    await expect(readOnnxModel(createMemorySource(bytes))).rejects.toThrow(OnnxError);
  });
});

/** A model of inputs and one weight without type or numbers: our writer lists no weight among the inputs. */
function oldFile(inputs: readonly string[], weight: string): Uint8Array {
  const pbf = new PbfWriter();
  pbf.writeVarintField(1, 3);
  pbf.writeMessage(
    7,
    (_, graph) => {
      graph.writeMessage(5, (name: string, tensor) => tensor.writeStringField(8, name), weight);
      for (const input of inputs) graph.writeMessage(11, (name: string, port) => port.writeStringField(1, name), input);
    },
    null,
  );
  return pbf.finish();
}
