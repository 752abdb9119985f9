/** What each byte is in a tensor: `byte / 255` as float32, index = byte. Equals a float32 division for all 256 values. */
export const UNIT_VALUES: Float32Array = Float32Array.from({ length: 256 }, (_, byte) => byte / 255);
