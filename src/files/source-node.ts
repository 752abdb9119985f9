import { comparePathsByComponents } from '../domain/path-order';

/** A file as the browser shows it to us: picked, dropped, or found in a folder. */
export interface FileNode {
  readonly kind: 'file';
  readonly name: string;
  /** Rejects when the file is gone or may not be read. */
  readonly read: () => Promise<File>;
  /** The browser's handle, where there is one. */
  readonly handle: FileSystemFileHandle | null;
}

/** A folder, whichever of the browser's three ways it came by. */
export interface FolderNode {
  readonly kind: 'folder';
  readonly name: string;
  /** In no particular order. Throws in the middle when the folder can't be read any further. */
  readonly children: () => AsyncIterable<SourceNode>;
  /** The file at this path below the folder. Rejects when it is gone or may not be read. */
  readonly readFile: (path: readonly string[]) => Promise<File>;
  /** False when the whole folder is gone or may not be read any more. */
  readonly isReachable: () => Promise<boolean>;
  readonly handle: FileSystemDirectoryHandle | null;
}

export type SourceNode = FileNode | FolderNode;

/** A node under another name. */
export const renameNode = (node: SourceNode, name: string): SourceNode => ({ ...node, name });

export function createFileNode(file: File): FileNode {
  return { kind: 'file', name: file.name, read: () => Promise.resolve(file), handle: null };
}

/** A folder that exists only here, of nodes whose names differ. */
export function createFolderNode(name: string, nodes: readonly SourceNode[]): FolderNode {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  return {
    kind: 'folder',
    name,
    handle: null,
    // eslint-disable-next-line @typescript-eslint/require-await -- its siblings do wait
    async *children() {
      yield* nodes;
    },
    readFile(path) {
      const [first, ...rest] = path;
      const node = byName.get(first ?? '');
      if (node?.kind === 'folder' && rest.length > 0) return node.readFile(rest);
      if (node?.kind === 'file' && rest.length === 0) return node.read();
      return Promise.reject(new DOMException(`no file ${path.join('/')}`, 'NotFoundError'));
    },
    async isReachable() {
      // Three of them are enough to tell one deleted file from a card that was pulled out.
      const probes = new Set([0, nodes.length >> 1, nodes.length - 1]);
      const answers = await Promise.all([...probes].map((index) => isNodeReachable(nodes[index])));
      return nodes.length === 0 || answers.includes(true);
    },
  };
}

async function isNodeReachable(node: SourceNode | undefined): Promise<boolean> {
  if (node === undefined) return false;
  if (node.kind === 'folder') return node.isReachable();
  try {
    const file = await node.read();
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch (error) {
    if (isFileCondition(error)) return false;
    throw error;
  }
}

/** True for what a browser throws when a file or folder is gone, locked, or not ours any more. */
export function isFileCondition(error: unknown): error is DOMException {
  return error instanceof DOMException && error.name !== 'AbortError';
}

/** The order in which a folder's children are walked: then all paths come out in the reference's order. */
export function sortNodes(nodes: readonly SourceNode[]): SourceNode[] {
  return [...nodes].sort((a, b) => comparePathsByComponents(a.name, b.name));
}
