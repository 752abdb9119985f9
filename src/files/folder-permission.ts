/** `prompt`: a click has to ask again, as after each closing of the browser. */
export function queryFolderPermission(handle: FileSystemDirectoryHandle): Promise<PermissionState> {
  return handle.queryPermission({ mode: 'read' });
}

/** Asks the person when necessary. Only from a click: without one the browser refuses. */
export async function requestFolderPermission(handle: FileSystemDirectoryHandle): Promise<boolean> {
  if ((await queryFolderPermission(handle)) === 'granted') return true;
  return (await handle.requestPermission({ mode: 'read' })) === 'granted';
}
