import { importCheckpoint } from '../../src/weights/import-checkpoint';
import type { ImportedNetwork } from '../../src/weights/imported-network';
import type { WeightStorage } from '../../src/weights/onnx/onnx-graph';
import { writeOnnx } from '../../src/weights/onnx/write-onnx';
import { openFileSource } from './file-source';

/** Height and width of a GraphModule's input when nothing else is said: SpeciesNet's (speciesnet 5.0.4, classifier.py). */
export const SPECIESNET_INPUT = { height: 480, width: 480 };

/**
 * Imports a checkpoint of this computer and lets `work` go on with the network while its file is open.
 * @throws CheckpointError when it can't be imported
 */
export async function withImportedFile<Result>(
  path: string,
  input: { readonly height: number; readonly width: number },
  work: (network: ImportedNetwork) => Promise<Result>,
): Promise<Result> {
  const source = await openFileSource(path);
  try {
    return await work(await importCheckpoint(source, { graphModuleInput: input, onProgress: () => undefined }));
  } finally {
    await source.close();
  }
}

/** The ONNX file of an imported network, in memory: small when its weights stay in the checkpoint. */
export async function onnxBytes(network: ImportedNetwork, storage: WeightStorage): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeOnnx(network.graph, storage)) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}
