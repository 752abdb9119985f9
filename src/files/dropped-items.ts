import { completeFolder } from './complete-folder';
import { nodeFromEntry } from './entry-node';
import { nodeFromHandle } from './handle-node';
import { createFileNode, type SourceNode } from './source-node';

/**
 * What was dropped, folders and files mixed. Call it in the drop handler itself, before anything is awaited: the browser
 * empties the list of items as soon as the handler returns.
 */
export function takeDroppedItems(transfer: DataTransfer): Promise<readonly SourceNode[]> {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const pending = items.map((item) => takeItem(item));
  return Promise.all(pending).then((nodes) => nodes.filter((node) => node !== null));
}

/** Not async: all three questions must be asked in the same turn. */
function takeItem(item: DataTransferItem): Promise<SourceNode | null> {
  const entry = item.webkitGetAsEntry();
  const file = entry === null ? item.getAsFile() : null;
  const handle = takeHandle(item);
  return handle.then((found) => {
    const byHandle = found === null ? null : nodeFromHandle(found);
    const byEntry = entry === null ? null : nodeFromEntry(entry);
    if (byHandle?.kind === 'folder' && byEntry?.kind === 'folder') return completeFolder(byHandle, byEntry);
    return byHandle ?? byEntry ?? (file === null ? null : createFileNode(file));
  });
}

function takeHandle(item: DataTransferItem): Promise<FileSystemDirectoryHandle | FileSystemFileHandle | null> {
  // The types know Chromium only; Firefox and Safari lack it.
  if (!('getAsFileSystemHandle' in item)) return Promise.resolve(null);
  return item.getAsFileSystemHandle().then(
    (handle) => handle as FileSystemDirectoryHandle | FileSystemFileHandle | null,
    () => null, // refused, for a system folder for instance: the entry may still be readable
  );
}
