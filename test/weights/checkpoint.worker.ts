import type { NetworkFiles } from '../../src/rpc/inference-api';
import { serve } from '../../src/rpc/serve';
import { createBlobSource } from '../../src/runtime/blob-source';
import { openNetwork, type Network, type NetworkPorts } from '../../src/runtime/ort/network';
import { configureRuntime } from '../../src/runtime/ort/ort-environment';
import { importCheckpoint } from '../../src/weights/import-checkpoint';
import type { ImportedNetwork } from '../../src/weights/imported-network';
import { readOnnxModel } from '../../src/weights/onnx-model';
import type { WeightStorage } from '../../src/weights/onnx/onnx-graph';
import { writeOnnx } from '../../src/weights/onnx/write-onnx';
import type { CheckpointApi, ImportedFacts, NetworkOutputs, NetworkRun } from './checkpoint-api';

/**
 * The last network on WebGPU stays open until the next one is: with the last session the runtime gives up its device and
 * all shaders, and compiling them again is what takes long on a software adapter.
 */
let openOnGpu: Network | null = null;

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
  run: (wanted) => runOpened(wanted),
  runOnnx: (file, { input, dims }) => runFiles({ model: file, weights: null }, { backend: 'wasm', input, dims }),
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
  const weights = storage.kind === 'external' ? { location: storage.location, file } : null;
  return runFiles({ model: await onnxFile(network, storage), weights }, wanted);
}

async function onnxFile(network: ImportedNetwork, storage: WeightStorage): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of writeOnnx(network.graph, storage)) pieces.push(new Uint8Array(piece));
  return new Blob(pieces);
}

async function runFiles(
  files: NetworkFiles,
  { backend, input, dims }: Pick<NetworkRun, 'backend' | 'input' | 'dims'>,
): Promise<NetworkOutputs> {
  await configureRuntime(null);
  const ports = await readPorts(files.model);
  const network = await openNetwork(files, ports, backend);
  try {
    const { outputs } = await network.run(input, dims);
    return Object.fromEntries(outputs.map((output, index) => [ports.outputNames[index]!, output]));
  } finally {
    const closing = backend === 'webgpu' ? openOnGpu : network;
    if (backend === 'webgpu') openOnGpu = network;
    await closing?.close();
  }
}

async function readPorts(model: Blob): Promise<NetworkPorts> {
  const { inputs, outputs } = await readOnnxModel(createBlobSource(model));
  return { inputName: inputs[0]!.name, inputType: 'float32', outputNames: outputs.map(({ name }) => name) };
}
