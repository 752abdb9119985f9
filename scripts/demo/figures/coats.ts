import type { Color } from '../canvas';

/**
 * Coat colours. Everything alive is painted in warm colours (red at least 30 above green, blue below green), which no
 * landscape uses: that is what the demonstration detector looks for. People wear purples, vehicles are deep blue.
 */
export const COATS = {
  redFox: [222, 112, 44],
  swiftFox: [214, 150, 104],
  coyote: [176, 136, 104],
  jackal: [190, 126, 74],
  whiteTailedDeer: [178, 108, 66],
  muleDeer: [160, 116, 88],
  /** Between the two: even the experts hesitate. */
  mixedDeer: [169, 112, 77],
  elk: [146, 88, 54],
  brownBear: [116, 68, 42],
  blackBear: [74, 38, 24],
} as const satisfies Record<string, Color>;
