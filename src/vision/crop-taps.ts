/** For each place of a resized crop's side: its two places in the crop, and their float32 weights. */
export interface CropTaps {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly weight0: Float32Array;
  readonly weight1: Float32Array;
}

/**
 * Bilinear with half-pixel centres and without antialiasing, as torch does it: `sourceLength` pixels become `length`. Places in
 * double (torch 1.13), weights in float32.
 */
export function cropTaps(sourceLength: number, length: number): CropTaps {
  const taps = {
    first: new Int32Array(length),
    second: new Int32Array(length),
    weight0: new Float32Array(length),
    weight1: new Float32Array(length),
  };
  const scale = Math.fround(sourceLength / length);
  for (let i = 0; i < length; i++) {
    const place = Math.max(scale * (i + 0.5) - 0.5, 0);
    const first = Math.min(Math.floor(place), sourceLength - 1);
    const weight = Math.fround(Math.min(Math.max(place - first, 0), 1));
    taps.first[i] = first;
    taps.second[i] = Math.min(first + 1, sourceLength - 1);
    taps.weight0[i] = 1 - weight;
    taps.weight1[i] = weight;
  }
  return taps;
}
