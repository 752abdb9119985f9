import type { GraphWeight } from './onnx-graph';

/**
 * A constant whose values exist only in memory. `Float32Array` and `BigInt64Array` are stored as they are, `Uint16Array`
 * holds the bits of halves that the nodes see as float32. Typed arrays are little-endian on every machine with a browser.
 */
export function createInlineWeight(
  name: string,
  dims: readonly number[],
  values: Float32Array | BigInt64Array | Uint16Array,
): GraphWeight {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const isInteger = values instanceof BigInt64Array;
  const storedType = isInteger ? 'int64' : values instanceof Float32Array ? 'float32' : 'float16';
  return {
    name,
    elementType: isInteger ? 'int64' : 'float32',
    dims,
    data: { storedType, byteLength: bytes.length, range: null, read: () => Promise.resolve(bytes) },
  };
}
