import { isFileCondition, type FileNode, type FolderNode, type SourceNode } from './source-node';

/** Entries of a drop (`webkitGetAsEntry`), for browsers without File System Access handles. */
export function nodeFromEntry(entry: FileSystemEntry): SourceNode {
  return entry.isDirectory
    ? folderFromEntry(entry as FileSystemDirectoryEntry)
    : fileFromEntry(entry as FileSystemFileEntry);
}

function fileFromEntry(entry: FileSystemFileEntry): FileNode {
  return { kind: 'file', name: entry.name, read: () => readFileEntry(entry), handle: null };
}

function folderFromEntry(entry: FileSystemDirectoryEntry): FolderNode {
  return {
    kind: 'folder',
    name: entry.name,
    handle: null,
    async *children() {
      const reader = entry.createReader();
      for (;;) {
        const entries = await readSomeEntries(reader);
        if (entries.length === 0) return; // a reader gives at most a hundred at a time
        for (const child of entries) yield nodeFromEntry(child);
      }
    },
    async readFile(path) {
      const child = await new Promise<FileSystemEntry>((resolve, reject) =>
        entry.getFile(path.join('/'), {}, resolve, reject),
      );
      return readFileEntry(child as FileSystemFileEntry);
    },
    async isReachable() {
      try {
        await readSomeEntries(entry.createReader());
        return true;
      } catch (error) {
        if (isFileCondition(error)) return false;
        throw error;
      }
    },
  };
}

const readFileEntry = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => entry.file(resolve, reject));

const readSomeEntries = (reader: FileSystemDirectoryReader) =>
  new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
