import { describe, expect, it } from 'vitest';
import { mdToRecords } from '../../src/domain/megadetector/md-to-records';
import type { MdResults } from '../../src/domain/megadetector/md-results';
import { parseMdResults } from '../../src/domain/megadetector/parse-md-results';
import { recordsToMd } from '../../src/domain/megadetector/records-to-md';
import { describeGolden } from './golden-folder';

interface Options {
  readonly base_folder?: string;
}

type ExportsCase = { readonly id: string; readonly note: string; readonly outcome: 'ok' | 'error' } & (
  | {
      readonly group: 'md_to_wi';
      readonly input: unknown;
      readonly options: Options;
      readonly expected: { readonly predictions: readonly object[] } | string;
    }
  | {
      readonly group: 'wi_to_md';
      readonly predictions: readonly unknown[];
      readonly options: Options;
      readonly expected: MdResults;
    }
  | { readonly group: 'coco' | 'labelme' }
);

describeGolden<{ cases: ExportsCase[] }>('megadetector/exports.json', ({ cases }) => {
  const toRecords = cases.filter((one) => one.group === 'md_to_wi');
  const toMd = cases.filter((one) => one.group === 'wi_to_md');

  it.each(toRecords)('$id $note', ({ input, options, outcome, expected }) => {
    const convert = () => mdToRecords(parseMdResults(input), options.base_folder ?? null);
    if (outcome === 'ok') expect({ predictions: convert() }).toEqual(expected);
    // Refused there because of a conf that is a bare 1, which we take: JavaScript does not tell it from 1.0.
    else if (typeof expected === 'string' && expected.includes('illegal confidence value'))
      expect(convert).not.toThrow();
    else expect(convert).toThrow();
  });

  describe('from SpeciesNet', () => {
    it.each(toMd.filter(({ outcome }) => outcome === 'ok'))('$id $note', ({ predictions, options, expected }) => {
      const results = recordsToMd(predictions, options.base_folder ?? null);
      expect(results).toEqual(expected);
      expect(() => parseMdResults(results)).not.toThrow();
    });

    it.each(toMd.filter(({ outcome }) => outcome === 'error'))('$id is refused: $note', ({ predictions, options }) => {
      expect(() => recordsToMd(predictions, options.base_folder ?? null)).toThrow();
    });
  });

  const others = cases.filter(({ group }) => group === 'coco' || group === 'labelme');
  it.skip.each(others)('$id is of a format that is not offered: $note', () => undefined);
});
