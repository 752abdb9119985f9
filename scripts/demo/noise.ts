/**
 * Texture without chance: every value follows from integer arithmetic and plain products, so each machine draws the
 * same bytes. `Math.sin` and friends are avoided everywhere in this folder, as their last digit is not laid down.
 */

/** A number in [0, 1) that depends on the lattice point and the seed only. */
export function hashAt(x: number, y: number, seed: number): number {
  let h = Math.imul(x | 0, 0x27d4eb2d) ^ Math.imul(y | 0, 0x165667b1) ^ Math.imul(seed | 0, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** Smooth noise in [0, 1), one feature per unit. */
export function noiseAt(x: number, y: number, seed: number): number {
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const u = smooth(x - x0);
  const v = smooth(y - y0);
  const top = hashAt(x0, y0, seed) * (1 - u) + hashAt(x0 + 1, y0, seed) * u;
  const bottom = hashAt(x0, y0 + 1, seed) * (1 - u) + hashAt(x0 + 1, y0 + 1, seed) * u;
  return top * (1 - v) + bottom * v;
}

/** Noise of several sizes laid over each other, in [0, 1). */
export function cloudAt(x: number, y: number, seed: number, octaves = 4): number {
  let sum = 0;
  let weight = 0.5;
  let total = 0;
  for (let octave = 0; octave < octaves; octave++) {
    const scale = 1 << octave;
    sum += weight * noiseAt(x * scale, y * scale, seed + octave * 101);
    total += weight;
    weight /= 2;
  }
  return sum / total;
}

/** A stream of numbers in [0, 1). */
export type Dice = () => number;

export function createDice(seed: number): Dice {
  let turn = 0;
  return () => hashAt(turn++, 7919, seed);
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function ramp(from: number, to: number, value: number): number {
  return smooth(Math.min(1, Math.max(0, (value - from) / (to - from))));
}

function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}
