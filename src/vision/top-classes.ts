import type { ClassScores } from '../domain/inference';

/**
 * The `count` highest of the scores, best first; equal scores in the order of the classes (torch leaves that order open).
 * Scores are float32 values held as doubles. Fewer classes than `count`: all of them.
 */
export function topClasses(scores: Float32Array, count: number): ClassScores {
  const best: number[] = [];
  for (let index = 0; index < scores.length; index++) {
    const score = scores[index]!;
    if (best.length === count && !(score > scores[best[count - 1]!]!)) continue;
    let place = best.length;
    while (place > 0 && score > scores[best[place - 1]!]!) place--;
    best.splice(place, 0, index);
    best.length = Math.min(best.length, count);
  }
  return { classes: best, scores: best.map((index) => scores[index]!) };
}
