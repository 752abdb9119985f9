import type { OpenOutcome } from '../pipeline/run-ports';
import { folderFromHandle } from './handle-node';
import { listImages, type ListingBatch } from './list-images';
import { createFolderNode, isFileCondition, renameNode, type FolderNode, type SourceNode } from './source-node';
import { uniqueNames } from './unique-names';

/** Where a survey's photos come from. */
export interface ImageSource {
  /** The folder's name; several folders: their names, joined; loose files only: empty. */
  readonly rootName: string;
  /** To be kept for the next visit. Null for several folders, loose files, and browsers without handles. */
  readonly handle: FileSystemDirectoryHandle | null;
  /** See listImages: batches in the final order, made as they are asked for. */
  readonly list: (signal?: AbortSignal) => AsyncGenerator<ListingBatch, void, void>;
  /** The file of a listed path. A file that is gone, or that we may not read any more, is the problem `file-missing`. */
  readonly open: (filepath: string) => Promise<OpenOutcome<File>>;
  /** False when not a single file but the whole source is gone: card pulled out, permission withdrawn. */
  readonly isReachable: () => Promise<boolean>;
}

/** One folder that we have a handle of. Ask for permission first: folder-permission.ts. */
export const sourceFromHandle = (handle: FileSystemDirectoryHandle): ImageSource =>
  sourceFromFolder(folderFromHandle(handle), handle.name);

/**
 * A source of what was dropped or picked; null when that was nothing. One folder: paths are relative to it and its name
 * is not part of them. Several folders, or loose files: paths begin with the name of what was dropped, made unique.
 */
export function createImageSource(nodes: readonly SourceNode[]): ImageSource | null {
  const [first] = nodes;
  if (first === undefined) return null;
  if (first.kind === 'folder' && nodes.length === 1) return sourceFromFolder(first, first.name);
  const names = uniqueNames(nodes.map(({ name }) => name));
  const renamed = nodes.map((node, index) => renameNode(node, names[index]!));
  const folderNames = renamed.filter(({ kind }) => kind === 'folder').map(({ name }) => name);
  return sourceFromFolder(createFolderNode('', renamed), folderNames.join(', ').slice(0, LONGEST_NAME));
}

const LONGEST_NAME = 200;

function sourceFromFolder(folder: FolderNode, rootName: string): ImageSource {
  return {
    rootName,
    handle: folder.handle,
    list: (signal) => listImages(folder, signal),
    async open(filepath) {
      try {
        return { kind: 'opened', file: await folder.readFile(filepath.split('/')) };
      } catch (error) {
        if (!isFileCondition(error)) throw error;
        // A folder may be called holiday.jpg.
        const code = error.name === 'TypeMismatchError' ? 'not-an-image' : 'file-missing';
        return { kind: 'unreadable', problem: { code, detail: `${error.name}: ${error.message}` } };
      }
    },
    isReachable: () => folder.isReachable(),
  };
}
