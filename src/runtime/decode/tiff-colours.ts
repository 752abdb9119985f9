import { writeRgbOfLab } from './lab-to-rgb';

/** How the samples of a TIFF are to be understood: the tags of the same names. */
export interface TiffColours {
  readonly photometric: number;
  readonly bits: number;
  readonly samplesPerPixel: number;
  readonly isPremultiplied: boolean;
  /** All reds, then all greens, then all blues, 16 bits each; empty without a palette. */
  readonly colorMap: readonly number[];
}

const WHITE_IS_ZERO = 0;
const BLACK_IS_ZERO = 1;
const RGB = 2;
const PALETTE = 3;
const CMYK = 5;
const CIELAB = 8;

/**
 * Turns samples into RGB as Pillow 9.4 does: grey deeper than 8 bits is clipped at 255, colours deeper than 8 bits keep
 * their high byte, alpha is dropped, profiles are ignored. `samples` = pixel by pixel. Throws for what Pillow does not open.
 */
export function rgbFromSamples(
  samples: ArrayLike<number>,
  pixels: number,
  colours: TiffColours,
): Uint8Array<ArrayBuffer> {
  const readPixel = createPixelReader(samples, colours);
  const rgb = new Uint8Array(pixels * 3);
  for (let i = 0; i < pixels; i++) readPixel(i * colours.samplesPerPixel, rgb, 3 * i);
  return rgb;
}

/** Reads the pixel whose samples begin at `from` and writes its RGB at `to`. */
type PixelReader = (from: number, rgb: Uint8Array, to: number) => void;

function createPixelReader(samples: ArrayLike<number>, colours: TiffColours): PixelReader {
  const { photometric, bits, samplesPerPixel } = colours;
  switch (photometric) {
    case WHITE_IS_ZERO:
    case BLACK_IS_ZERO:
      return readGrey(samples, colours);
    case PALETTE:
      if (colours.colorMap.length >= 3 && bits <= 8) return readPalette(samples, colours.colorMap);
      break;
    case RGB:
      if (samplesPerPixel >= 3 && (bits === 8 || bits === 16)) return readRgb(samples, colours);
      break;
    case CMYK:
      if (samplesPerPixel >= 4 && (bits === 8 || bits === 16)) return readCmyk(samples, bits);
      break;
    case CIELAB:
      if (samplesPerPixel === 3 && bits === 8) return readLab(samples);
      break;
  }
  throw new Error(`tiff: photometric ${photometric} with ${samplesPerPixel} samples of ${bits} bits is not supported`);
}

function readGrey(samples: ArrayLike<number>, { photometric, bits }: TiffColours): PixelReader {
  const max = 2 ** bits - 1;
  const scale = bits < 8 ? 255 / max : 1;
  // Deeper samples are not inverted, because the reference does not.
  const isInverted = photometric === WHITE_IS_ZERO && bits <= 8;
  return (from, rgb, to) => {
    const value = Math.trunc(Math.min(Math.max(samples[from]!, 0), 255));
    rgb.fill((isInverted ? max - value : value) * scale, to, to + 3);
  };
}

function readPalette(samples: ArrayLike<number>, colorMap: readonly number[]): PixelReader {
  const count = colorMap.length / 3;
  return (from, rgb, to) => {
    for (let c = 0; c < 3; c++) rgb[to + c] = (colorMap[c * count + samples[from]!] ?? 0) >> 8;
  };
}

function readRgb(samples: ArrayLike<number>, { bits, samplesPerPixel, isPremultiplied }: TiffColours): PixelReader {
  const shift = bits - 8;
  return (from, rgb, to) => {
    const alpha = isPremultiplied && samplesPerPixel > 3 ? samples[from + 3]! >> shift : 255;
    for (let c = 0; c < 3; c++) {
      const value = samples[from + c]! >> shift;
      rgb[to + c] = alpha === 0 ? 0 : Math.min(Math.trunc((255 * value) / alpha), 255);
    }
  };
}

/** Pillow's conversion (Convert.c, `cmyk2rgb`), with its rounded multiplication. */
function readCmyk(samples: ArrayLike<number>, bits: number): PixelReader {
  const shift = bits - 8;
  return (from, rgb, to) => {
    const light = 255 - (samples[from + 3]! >> shift);
    for (let c = 0; c < 3; c++) rgb[to + c] = Math.max(light - multiply(samples[from + c]! >> shift, light), 0);
  };
}

/** a * b / 255, rounded, in whole numbers. */
function multiply(a: number, b: number): number {
  const product = a * b + 128;
  return ((product >> 8) + product) >> 8;
}

/** a and b are stored as signed bytes. */
function readLab(samples: ArrayLike<number>): PixelReader {
  return (from, rgb, to) =>
    writeRgbOfLab([samples[from]!, samples[from + 1]! ^ 128, samples[from + 2]! ^ 128], rgb, to);
}
