/**
 * CIELAB to sRGB exactly as Pillow 9.4 has it done by Little CMS 2.14: the conversion is computed at 33 points per axis,
 * kept in 16 bits, and interpolated in tetrahedra. The plain formula is up to 26 levels off at the edge of the gamut.
 */
const POINTS = 33;

/** XYZ (D50) to linear sRGB: the inverse of the sRGB primaries, adapted from D65 (0.3127, 0.3290) by Bradford. */
const LINEAR_FROM_XYZ = [
  [3.1341863642368204, -1.6172089589982754, -0.49069406400638405],
  [-0.9787485041906939, 1.9161300967735855, 0.03343339915999552],
  [0.07196392780224677, -0.22899387345320313, 1.4057537328964438],
] as const;

const WHITE = [0.9642, 1, 0.8249] as const;

/** Distance between neighbouring points along L, a and b, in numbers of the table. */
const STEPS = [POINTS * POINTS * 3, POINTS * 3, 3] as const;

let table: Uint16Array | null = null;

/** Converts one colour. `lab` = three bytes 0..255: L, and a and b with 128 in the middle. Writes RGB at `to`. */
export function writeRgbOfLab(lab: readonly [number, number, number], rgb: Uint8Array, to: number): void {
  table ??= createTable();
  const rests: [axis: number, rest: number][] = [];
  let corner = 0;
  lab.forEach((byte, axis) => {
    const scaled = byte * 257 * (POINTS - 1);
    const fixed = scaled + Math.floor((scaled + 0x7fff) / 0xffff);
    corner += Math.floor(fixed / 0x10000) * STEPS[axis]!;
    rests.push([axis, fixed % 0x10000]);
  });
  // The tetrahedron is the walk from this corner to the opposite one along the axes, the largest rest first.
  rests.sort((one, other) => other[1] - one[1]);
  for (let c = 0; c < 3; c++) {
    let at = corner + c;
    const start = table[at]!;
    let sum = 0x8001;
    for (const [axis, rest] of rests) {
      // On the last point there is no neighbour, and nothing left to go.
      const next = rest === 0 ? at : at + STEPS[axis]!;
      sum += (table[next]! - table[at]!) * rest;
      at = next;
    }
    const value = start + Math.floor((sum + Math.floor(sum / 0x10000)) / 0x10000);
    rgb[to + c] = Math.floor((value * 65281 + 8388608) / 0x1000000) & 0xff;
  }
}

function createTable(): Uint16Array {
  const values = new Uint16Array(POINTS ** 3 * 3);
  let at = 0;
  for (let l = 0; l < POINTS; l++) {
    for (let a = 0; a < POINTS; a++) {
      for (let b = 0; b < POINTS; b++) {
        for (const value of srgbOfLab(100 * share(l), 255 * share(a) - 128, 255 * share(b) - 128)) values[at++] = value;
      }
    }
  }
  return values;
}

/** A point's place on its axis, 0..1, rounded to 16 bits. */
function share(point: number): number {
  return Math.round((point * 65535) / (POINTS - 1)) / 65535;
}

/** sRGB in 16 bits. */
function srgbOfLab(l: number, a: number, b: number): number[] {
  const fy = (l + 16) / 116;
  const xyz = [fy + a / 500, fy, fy - b / 200].map((f, i) => WHITE[i]! * cubed(f));
  return LINEAR_FROM_XYZ.map((row) => {
    const linear = row[0] * xyz[0]! + row[1] * xyz[1]! + row[2] * xyz[2]!;
    const value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
    return Math.round(Math.min(Math.max(value, 0), 1) * 65535);
  });
}

/** CIELAB's curve, undone. */
function cubed(f: number): number {
  return f > 24 / 116 ? f ** 3 : (108 / 841) * (f - 16 / 116);
}
