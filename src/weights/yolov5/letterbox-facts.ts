import type { YoloHeads } from '../imported-network';

/** Written into MegaDetector's files beside the pickle. */
export const INFO_ENTRY = 'megadetector_info.json';

/** MegaDetector 10, pytorch_detector.py: 1280 unless the file says otherwise, padded to 64 then, else to 32. */
const DEFAULT_SIZE = 1280;
const DEFAULT_STRIDE = 64;
const OTHER_STRIDE = 32;
/** Beyond every size that a detector was made for. */
const LARGEST_SIZE = 8192;

/** The letterbox that a detector was made for, and what was odd about the file that says so. */
export interface LetterboxFacts extends Pick<YoloHeads, 'imageSize' | 'letterboxStride'> {
  readonly warnings: readonly string[];
}

/**
 * Reads the size from `megadetector_info.json` (null when there is none). The letterbox is padded to the network's
 * largest stride at least.
 */
export function readLetterboxFacts(info: string | null, largestStride: number): LetterboxFacts {
  const size = info === null ? DEFAULT_SIZE : readImageSize(info);
  const imageSize = size ?? DEFAULT_SIZE;
  return {
    imageSize,
    letterboxStride: Math.max(imageSize === DEFAULT_SIZE ? DEFAULT_STRIDE : OTHER_STRIDE, largestStride),
    warnings: size === null ? [`${INFO_ENTRY}: no usable image_size in it, ${DEFAULT_SIZE} is taken`] : [],
  };
}

function readImageSize(info: string): number | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(info);
  } catch {
    return null; // Said in a warning: the size is a hint, and the weights do not depend on it.
  }
  if (typeof parsed !== 'object' || parsed === null || !('image_size' in parsed)) return null;
  const { image_size: size } = parsed;
  const isSize = typeof size === 'number' && Number.isInteger(size) && size >= OTHER_STRIDE && size <= LARGEST_SIZE;
  return isSize ? size : null;
}
