import { createMemorySource } from '../../../src/weights/byte-source';
import { CheckpointError } from '../../../src/weights/checkpoint-error';
import { importCheckpoint } from '../../../src/weights/import-checkpoint';
import type { ImportedNetwork } from '../../../src/weights/imported-network';
import type { WeightStorage } from '../../../src/weights/onnx/onnx-graph';
import { writeOnnx } from '../../../src/weights/onnx/write-onnx';

/** What became of a file. `bug`: it was neither refused in words nor imported as a graph that can be written. */
export type Outcome =
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'imported'; readonly family: ImportedNetwork['family'] }
  | { readonly kind: 'bug'; readonly error: string };

/** A refusal shorter than this says nothing to a person. */
const SHORTEST_MESSAGE = 20;

/** Inputs of the GraphModules among the small files. */
const INPUT = { height: 64, width: 64 };

const STORAGES: readonly WeightStorage[] = [
  { kind: 'external', location: 'weights.pt' },
  { kind: 'single-file', weights: 'as-stored' },
];

/** Imports a file and writes its graph in two ways. Never throws. */
export async function tryCheckpoint(bytes: Uint8Array): Promise<Outcome> {
  try {
    const network = await importCheckpoint(createMemorySource(bytes), {
      graphModuleInput: INPUT,
      onProgress: () => undefined,
    });
    for (const storage of STORAGES) await writeAway(network, storage);
    const outside = network.graph.weights.find(({ data }) => (data.range?.end ?? 0) > bytes.byteLength);
    if (outside !== undefined) return { kind: 'bug', error: `the weight "${outside.name}" lies behind the file's end` };
    return { kind: 'imported', family: network.family };
  } catch (error) {
    return judge(error);
  }
}

async function writeAway({ graph }: ImportedNetwork, storage: WeightStorage): Promise<void> {
  for await (const piece of writeOnnx(graph, storage)) if (piece.byteLength === 0) throw new Error('an empty piece');
}

function judge(error: unknown): Outcome {
  if (error instanceof CheckpointError) {
    const { code, message } = error;
    if (message.length >= SHORTEST_MESSAGE) return { kind: 'refused', code, message };
    return { kind: 'bug', error: `refused in too few words: "${message}"` };
  }
  return { kind: 'bug', error: error instanceof Error ? (error.stack ?? String(error)) : String(error) };
}
