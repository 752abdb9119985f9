/** How a photo is shown, to see more on night pictures; its file and its facts stay as they are. */
export interface PictureAdjustments {
  /** Doublings of the light; 0 = as it is. */
  readonly brightness: number;
  /** Doublings of the distance from middle grey. */
  readonly contrast: number;
  /** Doublings of gamma: above 0 dark parts are lifted while black and white stay. */
  readonly gamma: number;
  readonly isInverted: boolean;
}

export type Tone = 'brightness' | 'contrast' | 'gamma';

export const AS_IT_IS: PictureAdjustments = { brightness: 0, contrast: 0, gamma: 0, isInverted: false };

/** Each goes from -limit to limit in steps of a quarter. */
export const TONE_LIMITS: Readonly<Record<Tone, number>> = { brightness: 3, contrast: 2, gamma: 2 };
export const TONE_STEP = 0.25;

export function isAsItIs({ brightness, contrast, gamma, isInverted }: PictureAdjustments): boolean {
  return brightness === 0 && contrast === 0 && gamma === 0 && !isInverted;
}

/** One step of a key, up or down, within the limits. */
export function stepTone(adjustments: PictureAdjustments, tone: Tone, steps: number): PictureAdjustments {
  const limit = TONE_LIMITS[tone];
  return { ...adjustments, [tone]: Math.max(-limit, Math.min(limit, adjustments[tone] + steps * TONE_STEP)) };
}

/** Browsers filter with 8 bits for each colour: one entry for each value leaves nothing to interpolate. */
const TABLE_SIZE = 256;

/**
 * What becomes of each value of a colour, 0 to 1, at equal distances: the table of an SVG feFunc. Gamma first, then
 * brightness, then contrast around middle grey, then the limits, then inversion.
 */
export function toneTable({ brightness, contrast, gamma, isInverted }: PictureAdjustments): readonly number[] {
  return Array.from({ length: TABLE_SIZE }, (_, index) => {
    const lifted = (index / (TABLE_SIZE - 1)) ** (1 / 2 ** gamma);
    const toned = (lifted * 2 ** brightness - 0.5) * 2 ** contrast + 0.5;
    const limited = Math.max(0, Math.min(1, toned));
    return isInverted ? 1 - limited : limited;
  });
}

/** Anything may lie in the browser's storage: what is not a value within the limits is left as it is. */
export function parseAdjustments(kept: unknown): PictureAdjustments {
  if (typeof kept !== 'object' || kept === null) return AS_IT_IS;
  const found = kept as Readonly<Record<string, unknown>>;
  const tone = (name: Tone): number => {
    const value = found[name];
    return typeof value === 'number' && Math.abs(value) <= TONE_LIMITS[name] ? value : 0;
  };
  return {
    brightness: tone('brightness'),
    contrast: tone('contrast'),
    gamma: tone('gamma'),
    isInverted: found['isInverted'] === true,
  };
}
