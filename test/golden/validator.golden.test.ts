import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { validateMdResults } from '../../src/domain/megadetector/validate-md-results';
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
  it.each(cases)('$id $note', ({ file, verdict }) => {
    const text = readFileSync(goldenPath(`megadetector/validator/${file}`), 'utf8');
    const { isValid, fault, warnings, detectionCounts, classificationCounts } = validateMdResults(text);
    expect(isValid, fault?.message).toBe(verdict.valid);
    expect(fault === null).toBe(verdict.valid);
    expect(warnings).toHaveLength(verdict.warnings?.length ?? 0);
    expect(recordOf(detectionCounts)).toEqual(verdict.detection_category_id_to_count ?? null);
    expect(recordOf(classificationCounts)).toEqual(verdict.classification_category_id_to_count ?? null);
  });
});

function recordOf(counts: ReadonlyMap<string, number> | null): unknown {
  return counts === null ? null : Object.fromEntries(counts);
}
