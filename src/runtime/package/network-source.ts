import type { NetworkFiles } from '../../rpc/inference-api';
import { METADATA_KEYS } from '../../weights/imported-network';
import type { OnnxModel } from '../../weights/onnx-model';
import { sniffFile, type FileKind } from '../../weights/sniff-file';
import { createBlobSource } from '../blob-source';
import { readCheckpoint, writeNetwork } from './convert-checkpoint';
import { PackageError } from './package-error';
import { baseName, folderOf, isCheckpointName, type AvailableFile, type OnProgress } from './package-files';
import { readNetwork } from './read-network';
import { refuseForeignFile } from './refuse-foreign-file';

/** A network as the runtime takes it, whatever it came as. */
export interface ReadyNetwork {
  /** Name of the .onnx file. */
  readonly name: string;
  readonly model: OnnxModel;
  readonly files: NetworkFiles;
  /** Version of our importer when this check converted the network from a checkpoint; else null. */
  readonly importer: string | null;
  /** The checkpoint from which it was converted when that is not among its files. */
  readonly origin: Blob | null;
}

/** A network as it was given. */
export interface NetworkSource {
  /** The given file's name: for messages. */
  readonly name: string;
  /** The ways in which the runtime may take it, the best first. */
  readonly forms: readonly (() => Promise<ReadyNetwork>)[];
}

/**
 * Opens an .onnx file, or a checkpoint and converts it. `files` are those among which weights may lie that the .onnx
 * file does not hold itself.
 * @throws PackageError
 */
export async function openNetworkSource(
  file: AvailableFile,
  files: readonly AvailableFile[],
  onProgress: OnProgress,
): Promise<NetworkSource> {
  const name = baseName(file.path);
  onProgress({ step: 'reading', name, done: 0, total: 0 });
  const blob = await file.open();
  if (isCheckpoint(name, await sniffFile(createBlobSource(blob)))) return openCheckpoint(blob, name, onProgress);
  await refuseForeignFile(blob, name, 'network');
  const model = await readNetwork(blob, name);
  const weights = await openWeights(model, file, files);
  const ready = { name, model, files: { model: blob, weights }, importer: null, origin: null };
  return { name, forms: [() => Promise.resolve(ready)] };
}

/**
 * Tries the forms of a network until the runtime takes one: not every browser lets weights lie in another file.
 * @throws what the check of the last form throws, or of an earlier one when it is no refusal of the runtime.
 */
export async function checkForms<Checked>(
  { forms }: NetworkSource,
  check: (network: ReadyNetwork) => Promise<Checked>,
): Promise<{ readonly network: ReadyNetwork; readonly checked: Checked }> {
  for (const form of forms.slice(0, -1)) {
    const network = await form();
    try {
      return { network, checked: await check(network) };
    } catch (error) {
      if (!(error instanceof PackageError) || error.code !== 'session-failed') throw error;
    }
  }
  const network = await forms.at(-1)!();
  return { network, checked: await check(network) };
}

/** What calls itself a checkpoint is read as one, because the importer's words about it are the better ones. */
function isCheckpoint(name: string, kind: FileKind): boolean {
  if (kind === 'git-lfs-pointer' || kind === 'web-page') return false;
  return kind === 'pytorch' || isCheckpointName(name) || (kind === 'zip' && !/\.onnx$/i.test(name));
}

async function openCheckpoint(file: Blob, name: string, onProgress: OnProgress): Promise<NetworkSource> {
  const imported = await readCheckpoint(file, name, onProgress);
  const onnxName = `${name.replace(/\.(?:pt|pth)$/i, '')}.onnx`;
  const ready = async (model: Blob, weights: NetworkFiles['weights']): Promise<ReadyNetwork> => {
    const read = await readNetwork(model, onnxName);
    const origin = weights === null ? file : null;
    return { name: onnxName, model: read, files: { model, weights }, importer: importerOf(read), origin };
  };
  return {
    name,
    forms: [
      async () =>
        ready(await writeNetwork(imported, name, { kind: 'external', location: name }, onProgress), {
          location: name,
          file,
        }),
      async () =>
        ready(await writeNetwork(imported, name, { kind: 'single-file', weights: 'float16' }, onProgress), null),
    ],
  };
}

const importerOf = ({ metadata }: OnnxModel): string | null => metadata.get(METADATA_KEYS.importer) ?? null;

async function openWeights(
  { hasExternalData, externalLocations }: OnnxModel,
  file: AvailableFile,
  files: readonly AvailableFile[],
): Promise<NetworkFiles['weights']> {
  if (!hasExternalData) return null;
  const name = baseName(file.path);
  const [location] = externalLocations;
  if (location === undefined || externalLocations.length !== 1) {
    const message = `"${name}": its weights lie in ${externalLocations.length} other files; export it with one, or with none`;
    throw new PackageError('session-failed', message, { name });
  }
  const path = folderOf(file.path) + location.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  const candidates = files.filter(({ archive }) => archive === file.archive);
  const found =
    candidates.find((candidate) => candidate.path === path) ??
    candidates.find((candidate) => baseName(candidate.path) === baseName(path));
  if (found === undefined) {
    throw new PackageError('file-missing', `"${name}": its weights lie in "${location}", which is not beside it`, {
      name: baseName(path),
      key: name,
    });
  }
  return { location, file: await found.open() };
}
