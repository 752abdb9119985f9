/** The technical text of whatever was thrown; the runtime sometimes throws bare numbers and texts. */
export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What the WASM runtime, the browser and graphics drivers say when memory ran out. */
const OUT_OF_MEMORY =
  /out of memory|bad_alloc|cannot enlarge memory|array buffer allocation failed|failed to allocate|could not allocate|invalid typed array length|OOM\b/i;

export function isOutOfMemory(error: unknown): boolean {
  return OUT_OF_MEMORY.test(describeError(error));
}
