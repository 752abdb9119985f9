import { CheckpointError } from '../checkpoint-error';

/** A size that is known, or that of the batch. */
export type Size = number | 'batch';

/** The sizes of a tensor, outermost first. */
export type Shape = readonly Size[];

/** Elements of one picture beyond which no network of ours comes: 1 GB of float32. */
const MOST_ELEMENTS = 2 ** 28;

const MOST_LISTED = 8;

/** `[batch, 3, 480, 480]` */
export function formatShape(shape: Shape): string {
  return `[${shape.join(', ')}]`;
}

/** The first of some values, for messages: a crafted file may have millions. */
export function listed(values: readonly (number | string)[]): string {
  return values.length > MOST_LISTED ? `${values.slice(0, MOST_LISTED).join(', ')}, …` : values.join(', ');
}

/** True when all dimensions are the same; the unknown batch equals itself. */
export function isSameShape(first: Shape, second: Shape): boolean {
  return first.length === second.length && first.every((size, axis) => size === second[axis]);
}

/** Elements of one picture, and how often they are multiplied by the batch. */
export function countElements(shape: Shape): { readonly each: number; readonly batches: number } {
  const known = shape.filter((size) => size !== 'batch');
  return { each: known.reduce((count, size) => count * size, 1), batches: shape.length - known.length };
}

/** @throws CheckpointError `too-large` for a tensor that no computer should try to hold. */
export function checkElements(shape: Shape, where: string): void {
  const { each, batches } = countElements(shape);
  if (each <= MOST_ELEMENTS && batches <= 1) return;
  throw new CheckpointError(
    'too-large',
    `expected at most ${MOST_ELEMENTS} elements, got ${formatShape(shape)}`,
    where,
  );
}

/** The common shape of two operands (numpy's rules). @throws CheckpointError when they do not fit. */
export function broadcast(first: Shape, second: Shape, where: string): Shape {
  const rank = Math.max(first.length, second.length);
  return Array.from({ length: rank }, (_, axis) => {
    const one = first[axis - rank + first.length] ?? 1;
    const other = second[axis - rank + second.length] ?? 1;
    if (one === other || other === 1) return one;
    if (one === 1) return other;
    throw new CheckpointError(
      'unsupported',
      `expected shapes that fit each other, got ${formatShape(first)} and ${formatShape(second)}`,
      where,
    );
  });
}

/**
 * The shape that `wanted` describes for the elements of `shape`: 0 keeps a size, -1 is what remains (once).
 * @throws CheckpointError when the elements do not fit, or fit for one size of the batch only.
 */
export function reshape(shape: Shape, wanted: readonly Size[], where: string): Shape {
  const impossible = (): CheckpointError =>
    new CheckpointError('unsupported', `${formatShape(shape)} can't be reshaped to ${formatShape(wanted)}`, where);
  const kept = wanted.map((size, axis) => (size === 0 ? (shape[axis] ?? -2) : size));
  const open = kept.filter((size) => size === -1).length;
  if (open > 1 || kept.some((size) => size !== 'batch' && (size < -1 || size === 0))) throw impossible();
  const all = countElements(shape);
  const known = countElements(kept.filter((size) => size !== -1));
  const rest = all.each / known.each;
  const batches = all.batches - known.batches;
  if (open === 0) {
    if (rest !== 1 || batches !== 0) throw impossible();
    return kept;
  }
  const remaining = batches === 0 && Number.isInteger(rest) ? rest : batches === 1 && rest === 1 ? 'batch' : null;
  if (remaining === null) throw impossible();
  return kept.map((size) => (size === -1 ? remaining : size));
}

/** An axis counted from the end (-1) or the beginning, as its number from the beginning. */
export function resolveAxis(axis: number, rank: number, where: string): number {
  const resolved = axis < 0 ? axis + rank : axis;
  if (Number.isInteger(resolved) && resolved >= 0 && resolved < rank) return resolved;
  throw new CheckpointError('unsupported', `expected an axis of ${rank}, got ${axis}`, where);
}

/** A window that moves along one axis: a convolution's kernel. */
export interface Window {
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  /** Zeros before and after. */
  readonly pads: readonly [number, number];
}

/** How many places a window has along an axis. @throws CheckpointError when it has none. */
export function slide(size: Size, { kernel, stride, dilation, pads }: Window, where: string): number {
  const padded = size === 'batch' ? NaN : size + pads[0] + pads[1];
  const places = Math.floor((padded - dilation * (kernel - 1) - 1) / stride) + 1;
  if (places >= 1) return places;
  throw new CheckpointError('unsupported', `a window of ${kernel} (dilation ${dilation}) does not fit ${size}`, where);
}
