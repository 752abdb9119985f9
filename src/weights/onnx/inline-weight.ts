import type { GraphElementType, GraphWeight } from './onnx-graph';

type InlineValues = Float32Array | BigInt64Array | Int32Array | Int8Array | Uint8Array | Uint16Array;

/**
 * A constant whose values exist only in memory. Arrays are stored as they are; `Uint16Array` holds the bits of halves that the
 * nodes see as float32. Typed arrays are little-endian on every machine with a browser.
 */
export function createInlineWeight(name: string, dims: readonly number[], values: InlineValues): GraphWeight {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const storedType = typeOf(values);
  return {
    name,
    elementType: storedType === 'float16' ? 'float32' : storedType,
    dims,
    data: { storedType, byteLength: bytes.length, range: null, read: () => Promise.resolve(bytes) },
  };
}

function typeOf(values: InlineValues): GraphElementType {
  if (values instanceof BigInt64Array) return 'int64';
  if (values instanceof Float32Array) return 'float32';
  if (values instanceof Int32Array) return 'int32';
  if (values instanceof Int8Array) return 'int8';
  return values instanceof Uint8Array ? 'uint8' : 'float16';
}
