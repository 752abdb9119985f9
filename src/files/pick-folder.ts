/** True where the browser has a folder picker with handles; elsewhere `<input webkitdirectory>` does it. */
export function supportsFolderPicker(): boolean {
  return 'showDirectoryPicker' in globalThis;
}

/** The picked folder, or null when the person changed their mind. Only from a click. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await showDirectoryPicker({ id: 'understory-photos', mode: 'read' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}
