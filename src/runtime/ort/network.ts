import { InferenceSession, Tensor } from 'onnxruntime-web/webgpu';
import type { TensorType } from '../../domain/model-package';
import type { Backend, NetworkFiles } from '../../rpc/inference-api';
import { numbersOf, type NetworkInput } from '../../pipeline/network-ports';
import { fromFloat16Bits, toFloat16Bits } from '../../weights/float16';
import { NumbersInBuffer } from '../gpu/device-inputs';
import { countDeviceSession, runOnDevice } from './gpu-device';
import { inRuntimeQueue } from './ort-environment';

/** The one input and the outputs that we use. */
export interface NetworkPorts {
  readonly inputName: string;
  readonly inputType: TensorType;
  readonly outputNames: readonly string[];
}

/** One output: its numbers, row-major, halves widened. */
export interface NetworkOutput {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

export interface NetworkAnswer {
  /** In the order of the ports' output names; other outputs of the network are not fetched. */
  readonly outputs: readonly NetworkOutput[];
  /** Milliseconds inside `session.run`. */
  readonly runMs: number;
}

/** A model loaded into the runtime. Who opens it closes it. */
export interface Network {
  readonly backend: Backend;
  /** Numbers on the device are only for a network that runs there and takes float32. */
  run(data: NetworkInput, dims: readonly number[]): Promise<NetworkAnswer>;
  close(): Promise<void>;
}

/**
 * Loads a model. `configureRuntime` must have been called in this worker. The .onnx file is read through an object URL:
 * the runtime then fetches it itself, which costs one copy less than handing over an array. Weights that lie beside it
 * are read by the runtime from their Blob.
 */
export async function openNetwork(files: NetworkFiles, ports: NetworkPorts, backend: Backend): Promise<Network> {
  const session = await inRuntimeQueue(() => createSession(files, backend));
  return {
    backend,
    run: (data, dims) => inRuntimeQueue(() => runSession(session, ports, backend, data, dims)),
    close: () => inRuntimeQueue(() => releaseSession(session, backend)),
  };
}

async function createSession({ model, weights }: NetworkFiles, backend: Backend): Promise<InferenceSession> {
  const url = URL.createObjectURL(model);
  if (backend === 'webgpu') countDeviceSession(1);
  try {
    return await InferenceSession.create(url, {
      executionProviders: [backend],
      graphOptimizationLevel: 'all',
      externalData: weights === null ? [] : [{ path: weights.location, data: weights.file }],
    });
  } catch (error) {
    if (backend === 'webgpu') countDeviceSession(-1);
    throw error;
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function releaseSession(session: InferenceSession, backend: Backend): Promise<void> {
  if (backend === 'webgpu') countDeviceSession(-1);
  await session.release();
}

async function runSession(
  session: InferenceSession,
  ports: NetworkPorts,
  backend: Backend,
  data: NetworkInput,
  dims: readonly number[],
): Promise<NetworkAnswer> {
  const input = createInput(ports.inputType, data, dims);
  const run = () => session.run({ [ports.inputName]: input }, ports.outputNames);
  try {
    const startedAt = performance.now();
    const outputs = await (backend === 'webgpu' ? runOnDevice(run) : run());
    const runMs = performance.now() - startedAt;
    try {
      const read: NetworkOutput[] = [];
      for (const name of ports.outputNames) read.push(await readOutput(outputs[name], name));
      return { outputs: read, runMs };
    } finally {
      for (const output of Object.values(outputs)) output.dispose();
    }
  } finally {
    input.dispose();
  }
}

function createInput(type: TensorType, data: NetworkInput, dims: readonly number[]): Tensor {
  if (data instanceof NumbersInBuffer) {
    if (type !== 'float32') throw new Error(`expected an input of float32 for numbers on the device, got ${type}`);
    return Tensor.fromGpuBuffer(data.buffer, { dataType: 'float32', dims });
  }
  const numbers = numbersOf(data);
  return type === 'float16'
    ? new Tensor('float16', toFloat16Bits(numbers), dims)
    : new Tensor('float32', numbers, dims);
}

async function readOutput(output: Tensor | undefined, name: string): Promise<NetworkOutput> {
  if (output === undefined) throw new Error(`the network has no output "${name}"`);
  return { data: await readNumbers(output), dims: [...output.dims] };
}

async function readNumbers(output: Tensor): Promise<Float32Array> {
  const data: unknown = await output.getData();
  if (data instanceof Float32Array) return data;
  // Halves arrive as Uint16Array, or as Float16Array where the browser has one.
  if (output.type === 'float16' && ArrayBuffer.isView(data)) {
    return fromFloat16Bits(new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2));
  }
  throw new Error(`expected float32 or float16 output, got ${output.type}`);
}
