import { constants, createWriteStream } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ImportedNetwork } from '../../../src/weights/imported-network';
import type { WeightStorage } from '../../../src/weights/onnx/onnx-graph';
import { writeOnnx } from '../../../src/weights/onnx/write-onnx';
import { SPECIESNET_INPUT, withImportedFile } from '../import-file';
import type { GatheredFile } from './gather-files';
import type { PackageStorage } from './import-arguments';

/** A network in the package's folder. */
export interface ConvertedNetwork {
  readonly onnx: string;
  /** The checkpoint beside it that holds the weights; null when the .onnx file does. */
  readonly weights: string | null;
  readonly family: ImportedNetwork['family'];
  readonly warnings: readonly string[];
}

/**
 * Writes a checkpoint's network into a folder, as NAME.onnx, with the checkpoint beside it when the weights stay there.
 * @throws CheckpointError
 */
export async function convertNetwork(
  { name, path }: GatheredFile,
  folder: string,
  wanted: PackageStorage,
): Promise<ConvertedNetwork> {
  const onnx = `${name.replace(/\.(?:pt|pth)$/i, '')}.onnx`;
  return withImportedFile(path, SPECIESNET_INPUT, async (network) => {
    const pieces = Readable.from(writeOnnx(network.graph, storageFor(wanted, name)), { objectMode: false });
    await pipeline(pieces, createWriteStream(join(folder, onnx)));
    if (wanted === 'external') await copyFile(path, join(folder, name), constants.COPYFILE_FICLONE);
    const { family, warnings } = network;
    return { onnx, weights: wanted === 'external' ? name : null, family, warnings };
  });
}

function storageFor(wanted: PackageStorage, checkpoint: string): WeightStorage {
  if (wanted === 'external') return { kind: 'external', location: checkpoint };
  return { kind: 'single-file', weights: wanted === 'float16' ? 'float16' : 'as-stored' };
}
