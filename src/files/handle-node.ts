import { isFileCondition, type FileNode, type FolderNode, type SourceNode } from './source-node';

/** File System Access: the picker, drops in Chromium, and handles kept from an earlier visit. */
export function nodeFromHandle(handle: FileSystemDirectoryHandle | FileSystemFileHandle): SourceNode {
  return handle.kind === 'directory' ? folderFromHandle(handle) : fileFromHandle(handle);
}

function fileFromHandle(handle: FileSystemFileHandle): FileNode {
  return { kind: 'file', name: handle.name, read: () => handle.getFile(), handle };
}

export function folderFromHandle(handle: FileSystemDirectoryHandle): FolderNode {
  return {
    kind: 'folder',
    name: handle.name,
    handle,
    async *children() {
      for await (const child of handle.values()) yield nodeFromHandle(child);
    },
    async readFile(path) {
      let folder = handle;
      for (const name of path.slice(0, -1)) folder = await orNotFound(folder.getDirectoryHandle(name));
      const file = await orNotFound(folder.getFileHandle(path.at(-1) ?? ''));
      return file.getFile();
    },
    async isReachable() {
      try {
        if ((await handle.queryPermission({ mode: 'read' })) !== 'granted') return false;
        await handle.values().next();
        return true;
      } catch (error) {
        if (isFileCondition(error)) return false;
        throw error;
      }
    },
  };
}

/** A name that this system can't have (a survey made elsewhere, opened here) is a TypeError: no such file, for us. */
async function orNotFound<Handle>(lookUp: Promise<Handle>): Promise<Handle> {
  try {
    return await lookUp;
  } catch (error) {
    throw error instanceof TypeError ? new DOMException(error.message, 'NotFoundError') : error;
  }
}
