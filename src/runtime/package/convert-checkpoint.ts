import { CheckpointError } from '../../weights/checkpoint-error';
import { importCheckpoint } from '../../weights/import-checkpoint';
import type { ImportedNetwork } from '../../weights/imported-network';
import type { WeightStorage } from '../../weights/onnx/onnx-graph';
import { writeOnnx } from '../../weights/onnx/write-onnx';
import { createCheckpointReport } from '../../weights/torch/checkpoint-report';
import { createBlobSource } from '../blob-source';
import { describeError, isOutOfMemory } from '../ort/describe-error';
import { createBlobGatherer } from './blob-gatherer';
import { PackageError } from './package-error';
import type { OnProgress } from './package-files';

/** Height and width of the crops that SpeciesNet's checkpoints are made for (speciesnet 5.0.4, classifier.py: IMG_SIZE). */
const SPECIESNET_INPUT = { height: 480, width: 480 };

/** Reads a checkpoint; its weights stay in the file. @throws PackageError with a report of what the checkpoint holds */
export async function readCheckpoint(file: Blob, name: string, onProgress: OnProgress): Promise<ImportedNetwork> {
  try {
    return await importCheckpoint(createBlobSource(file), {
      graphModuleInput: SPECIESNET_INPUT,
      onProgress: (done, total) => onProgress({ step: 'verifying', name, done, total }),
    });
  } catch (error) {
    throw toPackageError(error, file, name);
  }
}

/** Writes an imported network as an .onnx file. */
export async function writeNetwork(
  { graph }: ImportedNetwork,
  name: string,
  storage: WeightStorage,
  onProgress: OnProgress,
): Promise<Blob> {
  const gatherer = createBlobGatherer();
  for await (const piece of writeOnnx(graph, storage)) {
    onProgress({ step: 'converting', name, done: gatherer.add(piece), total: 0 });
  }
  return gatherer.finish();
}

function toPackageError(error: unknown, file: Blob, name: string): unknown {
  if (isOutOfMemory(error)) {
    return new PackageError('out-of-memory', `"${name}": ${describeError(error)}`, { name }, { cause: error });
  }
  if (!(error instanceof CheckpointError)) return error;
  const { code, message, where, contents } = error;
  const report = createCheckpointReport({ fileName: name, fileSize: file.size, error: { code, message }, contents });
  return new PackageError(`checkpoint-${code}`, `"${name}": ${message}`, { name, where, report }, { cause: error });
}
