import { closeSync, openSync, readdirSync, statSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openArchive } from '../../../src/weights/package-archive';
import { sniffFile } from '../../../src/weights/sniff-file';
import { readTarGz } from '../../../src/weights/tar-archive';
import { openFileSource, type FileSource } from '../file-source';
import { ImportRefused } from './import-refused';

/** A file that may belong to the package. */
export interface GatheredFile {
  /** Without folders. */
  readonly name: string;
  readonly path: string;
}

/**
 * The files that were named, those in the folders, and those in the archives, unpacked into `folder`.
 * @throws ImportRefused when two have the same name; ArchiveError when an archive can't be read
 */
export async function gatherFiles(inputs: readonly string[], folder: string): Promise<readonly GatheredFile[]> {
  const files: GatheredFile[] = [];
  for (const path of inputs.flatMap(listFiles)) files.push(...(await unpack(path, folder)));
  const usable = files.filter(({ name }) => !name.startsWith('.'));
  const twice = usable.find((file, index) => usable.findIndex(({ name }) => name === file.name) !== index);
  if (twice !== undefined) throw new ImportRefused(`"${twice.name}": got two files of this name`);
  return usable;
}

function listFiles(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const inside = join(path, entry.name);
    return entry.isDirectory() ? listFiles(inside) : [inside];
  });
}

async function unpack(path: string, folder: string): Promise<readonly GatheredFile[]> {
  const source = await openFileSource(path);
  try {
    const kind = await sniffFile(source);
    if (kind === 'zip') return await unpackZip(source, path, folder);
    if (kind === 'gzip' || path.endsWith('.tar')) return await unpackTar(source, folder);
    return [{ name: basename(path), path }];
  } finally {
    await source.close();
  }
}

async function unpackTar(source: FileSource, folder: string): Promise<readonly GatheredFile[]> {
  const files: GatheredFile[] = [];
  await readTarGz(source, async ({ path }, pieces) => {
    const output = openSync(gathered(path, folder, files).path, 'w');
    try {
      for await (const piece of pieces) writeSync(output, piece);
    } finally {
      closeSync(output);
    }
  });
  return files;
}

async function unpackZip(source: FileSource, path: string, folder: string): Promise<readonly GatheredFile[]> {
  const entries = await openArchive(source);
  // Whatever comes first in it: a checkpoint is a zip as well.
  if (entries.some((entry) => /(?:^|\/)data\.pkl$/.test(entry.path))) return [{ name: basename(path), path }];
  const files: GatheredFile[] = [];
  for (const entry of entries) {
    const output = openSync(gathered(entry.path, folder, files).path, 'w');
    try {
      await entry.unpack((bytes) => void writeSync(output, bytes));
    } finally {
      closeSync(output);
    }
  }
  return files;
}

/** Folders of an archive don't matter: the files of a package lie side by side. */
function gathered(pathInArchive: string, folder: string, files: GatheredFile[]): GatheredFile {
  const name = basename(pathInArchive);
  if (files.some((file) => file.name === name)) throw new ImportRefused(`"${name}": the archive has two of this name`);
  const file = { name, path: join(folder, name) };
  files.push(file);
  return file;
}
