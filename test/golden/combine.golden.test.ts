import { expect, it } from 'vitest';
import { combineMdResults, type CombineOptions } from '../../src/domain/megadetector/combine-md-results';
import type { MdResults } from '../../src/domain/megadetector/md-results';
import { describeGolden } from './golden-folder';
import { outcomeOf, translateOptions, type ReferenceOptions } from './reference-options';

interface CombineCase {
  readonly id: string;
  readonly note: string;
  readonly inputs: readonly MdResults[];
  readonly options: ReferenceOptions;
  readonly outcome: 'ok' | 'error';
  readonly expected: unknown;
}

describeGolden<{ cases: readonly CombineCase[] }>('megadetector/combine.json', ({ cases }) => {
  it.each(cases)('$id $note', ({ inputs, options, outcome, expected }) => {
    const given = translateOptions<CombineOptions>(options, { require_uniqueness: 'requireUniqueness' });
    const before = JSON.stringify(inputs);
    const result = outcomeOf(() => combineMdResults(inputs, given));
    expect(result).toEqual(outcome === 'error' ? 'error' : { result: expected });
    expect(JSON.stringify(inputs)).toBe(before);
  });
});
