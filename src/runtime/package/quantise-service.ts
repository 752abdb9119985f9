import type { DetectorInput } from '../../rpc/decode-api';
import type { QuantiseApi, QuantisedDetector, QuantiseRequest, QuantiseScope } from '../../rpc/quantise-api';
import type { Implementation } from '../../rpc/serve';
import { GraphReadError } from '../../weights/onnx/graph-read-error';
import type { OnnxGraph, WeightStorage } from '../../weights/onnx/onnx-graph';
import { readOnnxGraph } from '../../weights/onnx/read-graph';
import { upgradeOpset } from '../../weights/onnx/upgrade-opset';
import { writeOnnx } from '../../weights/onnx/write-onnx';
import { createCalibrationGraph, RangeCollector } from '../../weights/quantise/calibration-graph';
import { planQuantisation, type QuantisationPlan } from '../../weights/quantise/plan-quantisation';
import { quantiseGraph, QUANTISER_VERSION } from '../../weights/quantise/quantise-graph';
import { computeSha256 } from '../../weights/sha256';
import { createBlobSource } from '../blob-source';
import { describeError } from '../ort/describe-error';
import { openNetwork, type Network } from '../ort/network';
import { configureRuntime } from '../ort/ort-environment';
import { createBlobGatherer } from './blob-gatherer';

/** Why no int8 detector can be made of this one; the message is technical. */
class QuantiseError extends Error {
  override readonly name = 'QuantiseError';
  readonly code: 'quantise-unsupported' | 'session-failed';

  constructor(code: QuantiseError['code'], cause: unknown) {
    super(describeError(cause), { cause });
    this.code = code;
  }
}

interface Work {
  readonly graph: OnnxGraph;
  readonly plan: QuantisationPlan;
  readonly network: Network;
  readonly collector: RangeCollector;
}

/** The worker's side of the QuantiseApi. */
export function createQuantiseService(): Implementation<QuantiseApi> {
  let work: Work | null = null;

  function current(): Work {
    if (work === null) throw new Error('quantise: expected prepareQuantising() first');
    return work;
  }

  return {
    async prepareQuantising(request): Promise<QuantiseScope> {
      await work?.network.close();
      work = null;
      await configureRuntime(request.threads);
      const { graph, plan } = await refusing('quantise-unsupported', () => readPlan(request));
      const { network, collector } = await openCalibration(request, graph, plan);
      work = { graph, plan, network, collector };
      return {
        convolutions: plan.convolutions.length,
        allConvolutions: graph.nodes.filter(({ op }) => op === 'Conv').length,
        version: QUANTISER_VERSION,
      };
    },

    async calibrate({ tensor, width, height }: DetectorInput) {
      const { network, collector } = current();
      const { outputs } = await network.run(tensor, [1, 3, height, width]);
      collector.add(outputs.map(({ data }) => data[0]!));
      return null;
    },

    async finishQuantising(name, onProgress): Promise<QuantisedDetector> {
      const { graph, plan, network, collector } = current();
      await network.close(); // its memory is needed for the weights
      work = null;
      const quantised = await quantiseGraph(graph, { plan, ranges: collector.ranges(), onProgress });
      const bytes = await write(quantised, { kind: 'single-file', weights: 'as-stored' });
      const sha256 = await computeSha256(createBlobSource(bytes), () => undefined);
      return { file: { role: 'detector', name, size: bytes.size, sha256, md5: null }, bytes };
    },
  };
}

async function readPlan({ network }: QuantiseRequest): Promise<{ graph: OnnxGraph; plan: QuantisationPlan }> {
  const graph = upgradeOpset(
    await readOnnxGraph({
      model: createBlobSource(network.model),
      weights: network.weights === null ? null : createBlobSource(network.weights.file),
    }),
  );
  return { graph, plan: planQuantisation(graph) };
}

/** Weights that lie beside the network are used where they are. */
async function openCalibration({ network, description }: QuantiseRequest, graph: OnnxGraph, plan: QuantisationPlan) {
  const calibration = createCalibrationGraph(graph, plan);
  const { weights } = network;
  const model = await write(
    calibration.graph,
    weights === null ? { kind: 'single-file', weights: 'as-stored' } : { kind: 'external', location: weights.location },
  );
  const ports = {
    inputName: description.inputName,
    inputType: description.inputType,
    outputNames: calibration.outputNames,
  };
  return {
    network: await refusing('session-failed', () => openNetwork({ model, weights }, ports, 'wasm')),
    collector: new RangeCollector(calibration.tensors),
  };
}

async function write(graph: OnnxGraph, storage: WeightStorage): Promise<Blob> {
  const gatherer = createBlobGatherer();
  for await (const piece of writeOnnx(graph, storage)) gatherer.add(piece);
  return gatherer.finish();
}

async function refusing<Value>(code: QuantiseError['code'], step: () => Promise<Value>): Promise<Value> {
  try {
    return await step();
  } catch (error) {
    if (code === 'session-failed' || error instanceof GraphReadError) throw new QuantiseError(code, error);
    throw error;
  }
}
