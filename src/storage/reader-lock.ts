/**
 * Runs `work` while nobody writes under this name; any number may read at once, in any tab. The browser frees what a closed tab held.
 * Where there are no locks (an insecure origin) nobody writes.
 */
export async function readerLock<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  return 'locks' in navigator ? await navigator.locks.request(name, { mode: 'shared' }, work) : work();
}

/** Runs `work` if nobody reads under this name, and keeps readers waiting until it is done; false = it could not. */
export async function tryAsWriter(name: string, work: () => Promise<boolean>): Promise<boolean> {
  if (!('locks' in navigator)) return false;
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => lock !== null && (await work()));
}
