import { InferenceSession, Tensor } from 'onnxruntime-web/webgpu';
import { serve } from '../../src/rpc/serve';
import { createBlobSource } from '../../src/runtime/blob-source';
import { configureRuntime, inRuntimeQueue } from '../../src/runtime/ort/ort-environment';
import { importCheckpoint } from '../../src/weights/import-checkpoint';
import type { ImportedNetwork } from '../../src/weights/imported-network';
import type { WeightStorage } from '../../src/weights/onnx/onnx-graph';
import { writeOnnx } from '../../src/weights/onnx/write-onnx';
import type { CheckpointApi, ImportedFacts, NetworkOutput, NetworkOutputs, NetworkRun } from './checkpoint-api';

/**
 * The last network on WebGPU stays open until the next one is: with the last session the runtime gives up its device and
 * all shaders, and compiling them again is what takes long on a software adapter.
 */
let openOnGpu: InferenceSession | null = null;

let opened: { readonly file: Blob; readonly network: ImportedNetwork } | null = null;

serve<CheckpointApi>({
  async open(file, input) {
    const network = await importCheckpoint(createBlobSource(file), {
      graphModuleInput: input,
      onProgress: () => undefined,
    });
    opened = { file, network };
    return factsOf(network);
  },
  run: (wanted) => inRuntimeQueue(() => runOpened(wanted)),
  runOnnx: (file, { input, dims }) => inRuntimeQueue(() => runFile(file, { backend: 'wasm', input, dims })),
});

function factsOf(network: ImportedNetwork): ImportedFacts {
  const { warnings } = network;
  return network.family === 'yolov5'
    ? { family: network.family, names: network.names, heads: network.heads, warnings }
    : { family: network.family, classCount: network.classCount, embedding: network.embedding, warnings };
}

async function runOpened(wanted: NetworkRun): Promise<NetworkOutputs> {
  if (opened === null) throw new Error('expected a checkpoint to be opened first');
  const { file, network } = opened;
  const { storage } = wanted;
  // With external storage the runtime takes the weights out of the checkpoint itself.
  const weights = storage.kind === 'external' ? [{ path: storage.location, data: file }] : [];
  return runFile(await onnxFile(network, storage), wanted, weights);
}

async function onnxFile(network: ImportedNetwork, storage: WeightStorage): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of writeOnnx(network.graph, storage)) pieces.push(new Uint8Array(piece));
  return new Blob(pieces);
}

async function runFile(
  onnx: Blob,
  { backend, input, dims }: Pick<NetworkRun, 'backend' | 'input' | 'dims'>,
  weights: readonly { readonly path: string; readonly data: Blob }[] = [],
): Promise<NetworkOutputs> {
  configureRuntime(null);
  const session = await openSession(onnx, backend, weights);
  try {
    const answers = await session.run({ [session.inputNames[0]!]: new Tensor('float32', input, dims) });
    const outputs: Record<string, NetworkOutput> = {};
    for (const [name, tensor] of Object.entries(answers)) {
      outputs[name] = { data: Float32Array.from((await tensor.getData()) as Float32Array), dims: tensor.dims };
      tensor.dispose();
    }
    return outputs;
  } finally {
    if (backend === 'webgpu') await keepOnGpu(session);
    else await session.release();
  }
}

async function keepOnGpu(session: InferenceSession): Promise<void> {
  await openOnGpu?.release();
  openOnGpu = session;
}

async function openSession(
  onnx: Blob,
  backend: NetworkRun['backend'],
  weights: readonly { readonly path: string; readonly data: Blob }[],
): Promise<InferenceSession> {
  const url = URL.createObjectURL(onnx);
  try {
    return await InferenceSession.create(url, {
      executionProviders: [backend],
      graphOptimizationLevel: 'all',
      ...(weights.length === 0 ? {} : { externalData: weights }),
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
