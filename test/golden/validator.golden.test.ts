import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMdResults } from '../../src/domain/megadetector/parse-md-results';
import { validateMdResults } from '../../src/domain/megadetector/validate-md-results';
import { isJsonObject, ParseError } from '../../src/domain/parse-error';
import { describeGolden, goldenPath } from './golden-folder';

interface VerdictCase {
  readonly id: string;
  readonly note: string;
  readonly file: string;
  readonly verdict: {
    readonly valid: boolean;
    /** Null when the file is no JSON: then there is nothing else in the verdict. */
    readonly warnings: readonly string[] | null;
    readonly detection_category_id_to_count?: Readonly<Record<string, number>> | null;
    readonly classification_category_id_to_count?: Readonly<Record<string, number>> | null;
  };
}

describeGolden<{ cases: readonly VerdictCase[] }>('megadetector/validator/verdicts.json', ({ cases }) => {
  const textOf = ({ file }: VerdictCase) => readFileSync(goldenPath(`megadetector/validator/${file}`), 'utf8');

  it.each(cases)('$id $note', (vector) => {
    const { verdict } = vector;
    const { isValid, fault, warnings, detectionCounts, classificationCounts } = validateMdResults(textOf(vector));
    expect(isValid, fault?.message).toBe(verdict.valid);
    expect(fault === null).toBe(verdict.valid);
    expect(warnings).toHaveLength(verdict.warnings?.length ?? 0);
    expect(recordOf(detectionCounts)).toEqual(verdict.detection_category_id_to_count ?? null);
    expect(recordOf(classificationCounts)).toEqual(verdict.classification_category_id_to_count ?? null);
  });

  describe('the tolerant reader', () => {
    const readable = cases.flatMap((vector) => {
      const value = jsonOf(textOf(vector));
      return value === undefined ? [] : [{ ...vector, value }];
    });
    // The validator looks neither at boxes nor at the size of numbers, and takes a version "nan".
    const unusable = /\.(bbox|conf): |info\.format_version: expected 1\.3 or later, got "nan"$/i;

    it.each(readable)('$id $note', ({ verdict, value }) => {
      const outcome = readOutcome(value);
      if (outcome instanceof ParseError) {
        if (verdict.valid) expect(outcome.message).toMatch(unusable);
      } else {
        expect(isJsonObject(value) && value['images']).toHaveLength(outcome.images.length);
      }
    });
  });
});

/** Undefined for what only Python can read, or nobody. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Broken JSON is the validator's part of these files.
    return undefined;
  }
}

/** Anything but a refusal is a defect. */
function readOutcome(value: unknown) {
  try {
    return parseMdResults(value);
  } catch (error) {
    if (error instanceof ParseError) return error;
    throw error;
  }
}

function recordOf(counts: ReadonlyMap<string, number> | null): unknown {
  return counts === null ? null : Object.fromEntries(counts);
}
