import { messages } from '../../messages';
import type { PictureAdjustments, Tone } from '../../shared/images/picture-adjustments';

export const TONES: readonly Tone[] = ['brightness', 'contrast', 'gamma'];

/** What was changed, one word or two for each: "brightness ×2", "inverted". */
export function adjustmentWords(adjustments: PictureAdjustments): readonly string[] {
  const { imageView: words } = messages;
  return [
    ...TONES.filter((tone) => adjustments[tone] !== 0).map((tone) => words.toneChanged(tone, 2 ** adjustments[tone])),
    ...(adjustments.isInverted ? [words.inverted] : []),
  ];
}
