import { isFileCondition, type FolderNode, type SourceNode } from './source-node';

/**
 * A dropped folder by both ways in which Chromium shows it. Its handles leave out, without a word, what has a name that
 * Windows could not have: one with `<`, `>`, `:`, `"`, `|`, `?`, `*` or a control character, or with a dot at its end. Its
 * entries have them all (seen in Chromium on Linux; delete when its handles list them). What only an entry knows
 * can be read until the page is closed.
 */
export function completeFolder(byHandle: FolderNode, byEntry: FolderNode): FolderNode {
  return {
    ...byHandle,
    async *children() {
      const others = await readEntries(byEntry);
      for await (const child of byHandle.children()) {
        const other = others.get(child.name);
        others.delete(child.name);
        yield child.kind === 'folder' && other?.kind === 'folder' ? completeFolder(child, other) : child;
      }
      yield* others.values();
    },
    async readFile(path) {
      try {
        return await byHandle.readFile(path);
      } catch (error) {
        if (!(error instanceof DOMException) || error.name !== 'NotFoundError') throw error;
        return byEntry.readFile(path);
      }
    },
  };
}

/** By name; none when the entries can't be read: then the handles say why, or have all there is. */
async function readEntries(folder: FolderNode): Promise<Map<string, SourceNode>> {
  const nodes = new Map<string, SourceNode>();
  try {
    for await (const child of folder.children()) nodes.set(child.name, child);
  } catch (error) {
    if (!isFileCondition(error)) throw error;
  }
  return nodes;
}
