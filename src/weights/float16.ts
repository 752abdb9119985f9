/**
 * IEEE 754 half precision for networks with float16 inputs and outputs. Uses the engine's own Float16Array where there
 * is one; the arithmetic here serves the others and gives the same bits (round half to even).
 */
interface Float16Constructor {
  new (source: ArrayLike<number>): { readonly buffer: ArrayBuffer };
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): ArrayLike<number>;
}

function nativeFloat16(): Float16Constructor | undefined {
  return (globalThis as { Float16Array?: Float16Constructor }).Float16Array;
}

/** Float32 values to the bits of the nearest halves; beyond 65504 they become infinite. */
export function toFloat16Bits(values: Float32Array): Uint16Array {
  const Native = nativeFloat16();
  return Native === undefined ? encodeFloat16(values) : new Uint16Array(new Native(values).buffer);
}

/** The bits of halves to float32, exactly. */
export function fromFloat16Bits(bits: Uint16Array): Float32Array {
  const Native = nativeFloat16();
  return Native === undefined
    ? decodeFloat16(bits)
    : new Float32Array(new Native(bits.buffer, bits.byteOffset, bits.length));
}

/** The way without Float16Array: exported so that a test can hold both ways against each other. */
export function encodeFloat16(values: Float32Array): Uint16Array {
  const bits32 = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const halves = new Uint16Array(values.length);
  for (let i = 0; i < halves.length; i++) halves[i] = halfOf(bits32[i]!);
  return halves;
}

/** From the bits of a float32 to those of the nearest half. */
function halfOf(bits: number): number {
  const sign = (bits >>> 16) & 0x8000;
  const magnitude = bits & 0x7fffffff;
  if (magnitude > 0x7f800000) return sign | 0x7e00; // not a number
  if (magnitude >= 0x477ff000) return sign | 0x7c00; // 65520 and more: infinite
  if (magnitude >= 0x38800000) return sign | roundShift(magnitude - 0x38000000, 13);
  if (magnitude < 0x33000000) return sign; // below half of the smallest half
  const exponent = magnitude >>> 23;
  return sign | roundShift((magnitude & 0x7fffff) | 0x800000, 126 - exponent);
}

/** Shifts right and rounds to the nearest, ties to even. */
function roundShift(value: number, shift: number): number {
  const down = value >>> shift;
  const rest = value - down * 2 ** shift;
  const half = 2 ** (shift - 1);
  return rest > half || (rest === half && (down & 1) === 1) ? down + 1 : down;
}

/** The other way without Float16Array. */
export function decodeFloat16(bits: Uint16Array): Float32Array {
  decoded ??= Float32Array.from({ length: 65536 }, (_, half) => valueOf(half));
  const values = new Float32Array(bits.length);
  for (let i = 0; i < values.length; i++) values[i] = decoded[bits[i]!]!;
  return values;
}

/** The value of each half by its bits: a network has millions of weights, but there are 65,536 halves. */
let decoded: Float32Array | undefined;

function valueOf(half: number): number {
  const sign = (half & 0x8000) === 0 ? 1 : -1;
  const exponent = (half >>> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
