import { expect, it } from 'vitest';
import { REFERENCE_CLASSES } from '../../src/domain/inference';
import { rowsOf, scoresOfCrops } from '../../src/vision/classifier-output';
import { parseTargetSpecies, targetLogits } from '../../src/domain/target-species';
import { describeGolden } from './golden-folder';

interface ExpectedPrediction {
  readonly filepath: string;
  readonly failures?: readonly string[];
  readonly classifications?: {
    readonly classes: readonly string[];
    readonly scores: readonly number[];
    readonly target_classes?: readonly string[];
    readonly target_logits?: readonly number[];
  };
}

interface ClassifierPostCase {
  readonly id: string;
  readonly tag: string;
  readonly ties: boolean;
  readonly in: {
    readonly labels: string;
    /** One row for each image that reached the network. */
    readonly logits: readonly (readonly number[])[];
    readonly failed_indices: readonly number[];
    readonly filepaths: readonly string[];
    readonly target_species_lines: readonly string[] | null;
  };
  readonly out: { readonly predictions: readonly ExpectedPrediction[] };
}

/** Softmax differs by each machine's `exp`; see the file's own note. */
const RELATIVE_TOLERANCE = 5e-6;

describeGolden<{ cases: ClassifierPostCase[] }>('speciesnet/classifier_post.json', ({ cases }) => {
  it('holds batches of two and more', () => {
    expect(cases.some((one) => one.in.logits.length === 2)).toBe(true);
    expect(cases.some((one) => one.in.logits.length > 2)).toBe(true);
  });

  it.each(cases)('$id $tag', ({ in: input, out, ties }) => {
    const answers = classifyBatch(input);
    expect(answers).toHaveLength(out.predictions.length);
    out.predictions.forEach((expected, index) => {
      const actual = answers[index]!;
      expect(actual.filepath).toBe(expected.filepath);
      expect(actual.classifications === null).toBe(expected.classifications === undefined);
      if (actual.classifications === null || expected.classifications === undefined) return;
      if (!ties) expect(actual.classifications.classes).toEqual(expected.classifications.classes);
      expect(actual.classifications.targetClasses).toEqual(expected.classifications.target_classes ?? []);
      expect(actual.classifications.targetLogits).toEqual(expected.classifications.target_logits ?? []);
      expect(actual.classifications.scores).toHaveLength(expected.classifications.scores.length);
      expected.classifications.scores.forEach((score, place) => {
        const difference = Math.abs(actual.classifications!.scores[place]! - score);
        expect(difference).toBeLessThanOrEqual(RELATIVE_TOLERANCE * score);
      });
    });
  });
});

/** A batch is keyed by path, as in the reference: of two images with one path the later answer stands for both. */
function classifyBatch({
  labels: range,
  logits,
  failed_indices,
  filepaths,
  target_species_lines,
}: ClassifierPostCase['in']) {
  const labels = labelsOf(range);
  const targets = parseTargetSpecies(target_species_lines ?? [], labels);
  const values = Float32Array.from(logits.flat());
  const scores = scoresOfCrops(values, { output: 'logits', classCount: labels.length }, REFERENCE_CLASSES);
  const rows = rowsOf(values, labels.length);
  const classified = filepaths.filter((_, index) => !failed_indices.includes(index));
  const byPath = new Map(
    classified.map((filepath, index) => [
      filepath,
      {
        classes: scores[index]!.classes.map((label) => labels[label]!),
        scores: scores[index]!.scores,
        targetClasses: targets.classes.map((label) => labels[label]!),
        targetLogits: targetLogits(rows[index]!, targets),
      },
    ]),
  );
  return filepaths.map((filepath) => ({ filepath, classifications: byPath.get(filepath) ?? null }));
}

/** `L0..L7`: the labels L0 to L7. */
function labelsOf(range: string): string[] {
  const last = Number(/^L0\.\.L(\d+)$/.exec(range)?.[1]);
  if (!Number.isInteger(last)) throw new Error(`labels: expected "L0..Ln", got "${range}"`);
  return Array.from({ length: last + 1 }, (_, index) => `L${index}`);
}
