/**
 * The bytes in a buffer of their own: a typed array must begin at a multiple of its element's size, a piece of a file need
 * not. (`slice` would not do: Node's Buffer, which is a Uint8Array too, returns a view from it.)
 */
export function copyBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
