/** What moves with a value instead of being copied. Weak: a value that is never sent leaves nothing behind. */
const buffersOf = new WeakMap<object, readonly Transferable[]>();

/**
 * Marks buffers inside `value` to be moved, not copied, when the value crosses the worker border: as an argument of a
 * call or as what an implementation returns. The sender's buffers are empty afterwards.
 */
export function transfer<Value extends object>(value: Value, buffers: readonly Transferable[]): Value {
  buffersOf.set(value, buffers);
  return value;
}

/** The buffers named for this value; none for most. */
export function transferablesOf(value: unknown): Transferable[] {
  return typeof value === 'object' && value !== null ? [...(buffersOf.get(value) ?? [])] : [];
}
