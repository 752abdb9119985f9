/** Smallest and largest value of a tensor over some pictures. */
export interface ValueRange {
  readonly min: number;
  readonly max: number;
}

/** real = scale * (quantised - zeroPoint), scale a float32. */
export interface Quantisation {
  readonly scale: number;
  readonly zeroPoint: number;
}

/**
 * How a range is spread over the 256 steps of a uint8 (ONNX's QuantizeLinear): zero is always one of them, because padding
 * and SiLU need it exact. A range without width gets the scale 1.
 */
export function quantisationOf({ min, max }: ValueRange): Quantisation {
  const low = Math.min(min, 0);
  const high = Math.max(max, 0);
  const scale = Math.fround((high - low) / 255);
  if (!(scale > 0)) return { scale: 1, zeroPoint: 0 };
  return { scale, zeroPoint: clamp(roundHalfEven(-low / scale), 0, 255) };
}

/** A convolution's weights as int8, with one scale for each output channel. */
export interface QuantisedWeights {
  /** In the order of the floats, -127 to 127. */
  readonly values: Int8Array;
  readonly scales: Float32Array;
}

/** The largest step of a bias: far from the end of an int32, which the sum over a picture may still come near. */
const MOST_BIAS_STEPS = 2 ** 30;

/**
 * Symmetric int8 per output channel (axis 0): the channel's largest magnitude becomes 127. Where the channel's bias would
 * not fit an int32 in steps of `inputScale * scale`, the channel gets a coarser scale: without it the bias would be cut.
 */
export function quantiseWeights(
  weights: Float32Array,
  channels: number,
  inputScale: number,
  bias: Float32Array | null,
): QuantisedWeights {
  const perChannel = weights.length / channels;
  const values = new Int8Array(weights.length);
  const scales = new Float32Array(channels);
  for (let channel = 0; channel < channels; channel++) {
    const start = channel * perChannel;
    let largest = 0;
    for (let i = start; i < start + perChannel; i++) largest = Math.max(largest, Math.abs(weights[i]!));
    const forBias = bias === null ? 0 : Math.abs(bias[channel]!) / inputScale / MOST_BIAS_STEPS;
    const wanted = Math.fround(Math.max(largest / 127, forBias));
    const scale = wanted > 0 ? wanted : 1;
    scales[channel] = scale;
    for (let i = start; i < start + perChannel; i++) {
      values[i] = clamp(roundHalfEven(Math.fround(weights[i]! / scale)), -127, 127);
    }
  }
  return { values, scales };
}

/** A bias in steps of `inputScale * scale` of its channel, as the integer sums of a convolution count. */
export function quantiseBias(bias: Float32Array, inputScale: number, scales: Float32Array): Int32Array {
  return Int32Array.from(bias, (value, channel) => roundHalfEven(value / biasScale(inputScale, scales[channel]!)));
}

/** The step of a bias. */
export function biasScale(inputScale: number, weightScale: number): number {
  return Math.fround(Math.fround(inputScale) * Math.fround(weightScale));
}

/** To the nearest whole number, ties to the even one. */
export function roundHalfEven(value: number): number {
  const down = Math.floor(value);
  const rest = value - down;
  if (rest > 0.5 || (rest === 0.5 && down % 2 !== 0)) return down + 1;
  return down;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
