import type { ByteSource } from '../byte-source';
import { CheckpointError } from '../checkpoint-error';
import { isKind, isList, nameOfGlobal } from '../pickle/pickle-records';
import type { PickleValue } from '../pickle/pickle-value';
import { describeValue } from './describe-value';
import { isCount, ITEM_BYTES, readStorage, type TorchStorage } from './torch-storage';
import type { TorchTensor } from './torch-tensor';
import { unexpected } from './typed-value';

/** Finds the bytes of a storage in the file. @throws CheckpointError when they are missing or of another length. */
export type LocateStorage = (storage: TorchStorage, where: string) => { readonly start: number; readonly end: number };

const TENSOR = ['torch._utils._rebuild_tensor_v2', 'torch._utils._rebuild_tensor'];
const PARAMETER = ['torch._utils._rebuild_parameter', 'torch._utils._rebuild_parameter_with_state'];
/** Networks have four dimensions. */
const MOST_DIMENSIONS = 8;
/** YOLOv5x6's largest weight has 22 MB, also where it is spread over its storage. */
const LARGEST_READ_BYTES = 256 * 1024 * 1024;

/**
 * Reads a tensor or parameter of a pickle: `_rebuild_tensor_v2(storage, offset, size, stride, …)`, offset and stride in
 * elements (torch 1.6 to 2.x, torch/_utils.py).
 * @throws CheckpointError `damaged` when it reaches beyond its storage, `unsupported` for other number types and for
 * tensors that repeat elements (expanded views).
 */
export function readTensor(
  source: ByteSource,
  locate: LocateStorage,
  value: PickleValue | undefined,
  where: string,
): TorchTensor {
  const [storageId, offset, size, stride] = tensorArguments(value, where);
  const storage = readStorage(storageId, where);
  const { start } = locate(storage, where);
  const dims = countsOf(size);
  const strides = countsOf(stride);
  if (!isCount(offset) || dims === null || strides?.length !== dims.length || dims.length > MOST_DIMENSIONS) {
    throw new CheckpointError(
      'damaged',
      `expected an offset, a size and as many strides, got ${describeValue(offset ?? null)}, ${listed(dims)}, ${listed(strides)}`,
      where,
    );
  }
  const count = dims.reduce((product, dim) => product * dim, 1);
  const last = count === 0 ? offset - 1 : offset + dims.reduce((sum, dim, axis) => sum + (dim - 1) * strides[axis]!, 0);
  if (!Number.isSafeInteger(count) || !Number.isSafeInteger(last) || last >= storage.count) {
    throw new CheckpointError(
      'damaged',
      `a tensor of ${listed(dims)} from element ${offset} with strides ${listed(strides)} reaches beyond its storage of ${storage.count} values`,
      where,
    );
  }
  if (count > storage.count) {
    throw new CheckpointError('unsupported', `a tensor of ${listed(dims)} repeats its ${storage.count} values`, where);
  }
  const itemBytes = ITEM_BYTES[storage.type];
  const firstByte = start + offset * itemBytes;
  const common = { type: storage.type, dims, count };
  if (isContiguous(dims, strides)) {
    const range = { start: firstByte, end: firstByte + count * itemBytes };
    return { ...common, range, read: () => readRange(source, range.start, range.end, where) };
  }
  return {
    ...common,
    range: null,
    async read() {
      const span = await readRange(source, firstByte, start + (last + 1) * itemBytes, where);
      return gather(span, dims, strides, itemBytes);
    },
  };
}

function tensorArguments(value: PickleValue | undefined, where: string): readonly PickleValue[] {
  let inner = value;
  // A parameter wraps a tensor once.
  for (const names of [PARAMETER, TENSOR]) {
    if (inner === undefined || !isKind(inner, 'call') || !isKind(inner.target, 'global')) break;
    if (!names.includes(nameOfGlobal(inner.target)) || !isList(inner.args)) continue;
    if (names === TENSOR) return inner.args;
    inner = inner.args[0];
  }
  throw unexpected('a tensor', inner, where);
}

function countsOf(value: PickleValue | undefined): readonly number[] | null {
  return value !== undefined && isList(value) && value.every(isCount) ? value : null;
}

function listed(values: readonly number[] | null): string {
  return values === null ? 'no list of counts' : `[${values.slice(0, MOST_DIMENSIONS).join(', ')}]`;
}

/** Strides of dimensions of one element don't matter. */
function isContiguous(dims: readonly number[], strides: readonly number[]): boolean {
  let expected = 1;
  for (let axis = dims.length - 1; axis >= 0; axis--) {
    if (dims[axis] !== 1 && strides[axis] !== expected) return false;
    expected *= dims[axis]!;
  }
  return true;
}

async function readRange(source: ByteSource, start: number, end: number, where: string): Promise<Uint8Array> {
  if (end - start > LARGEST_READ_BYTES) {
    throw new CheckpointError(
      'too-large',
      `expected a tensor within ${LARGEST_READ_BYTES} bytes, it is spread over ${end - start}`,
      where,
    );
  }
  const bytes = await source.slice(start, end);
  if (bytes.byteLength === end - start) return bytes;
  throw new CheckpointError('damaged', `expected ${end - start} bytes, got ${bytes.byteLength}`, where);
}

/** Copies elements into row-major order. `span` begins with the element of index 0 in all dimensions. */
function gather(span: Uint8Array, dims: readonly number[], strides: readonly number[], itemBytes: number): Uint8Array {
  const count = dims.reduce((product, dim) => product * dim, 1);
  const out = new Uint8Array(count * itemBytes);
  const index = dims.map(() => 0);
  let from = 0;
  for (let to = 0; to < out.length; to += itemBytes) {
    for (let byte = 0; byte < itemBytes; byte++) out[to + byte] = span[from * itemBytes + byte]!;
    for (let axis = dims.length - 1; axis >= 0; axis--) {
      from += strides[axis]!;
      index[axis]! += 1;
      if (index[axis]! < dims[axis]!) break;
      from -= strides[axis]! * dims[axis]!;
      index[axis] = 0;
    }
  }
  return out;
}
