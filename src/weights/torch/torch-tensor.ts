/** Number types of storages that we read. */
export type TorchType = 'float16' | 'float32' | 'int64';

/** A tensor inside a checkpoint. Nothing is read until `read` is called; the extent lies within its storage. */
export interface TorchTensor {
  readonly type: TorchType;
  readonly dims: readonly number[];
  /** Number of elements. */
  readonly count: number;
  /**
   * Where its bytes lie in the file, row-major and little-endian, when they lie there in one piece in this order;
   * null for a tensor whose strides must be followed (channels_last).
   */
  readonly range: { readonly start: number; readonly end: number } | null;
  /** The bytes in row-major order, little-endian. */
  read(): Promise<Uint8Array>;
}
