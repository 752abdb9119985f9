/** The label lines a person asked about, as positions in the label list. Order and repetitions are the person's. */
export interface TargetSpecies {
  readonly classes: readonly number[];
}

/** Reads a list of targets: lines are stripped, those that are no label are left out (speciesnet 5.0.4, classifier.py). */
export function parseTargetSpecies(lines: readonly string[], labels: readonly string[]): TargetSpecies {
  const indices = new Map(labels.map((label, index) => [label, index]));
  return { classes: lines.flatMap((line) => indices.get(line.trim()) ?? []) };
}

/** The targets' numbers in one crop's row of the network's output: raw logits, no softmax (the reference's `target_logits`). */
export function targetLogits(logits: Float32Array, targets: TargetSpecies): number[] {
  return targets.classes.map((index) => logits[index]!);
}
