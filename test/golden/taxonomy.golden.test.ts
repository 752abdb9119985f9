import { expect, it } from 'vitest';
import { fullClassKey } from '../../src/domain/label';
import type { RollupLevel } from '../../src/domain/prediction';
import { HUMAN } from '../../src/domain/special-labels';
import { ancestorOf, checkTaxonomy, parseTaxonomy } from '../../src/domain/taxonomy';
import { describeGolden, readReferencePackage } from './golden-folder';

interface TaxonomyCase {
  readonly id: string;
  readonly in: { readonly label?: string; readonly taxonomy_file_text?: string; readonly taxonomy_file?: string };
  readonly out: {
    readonly error?: string;
    readonly full_class_string: string;
    readonly ancestors: Readonly<Record<RollupLevel, string | null>>;
    readonly taxonomy_map_entries_in_order: readonly (readonly [string, string])[];
    readonly map_size: number;
    readonly first_key: string;
    readonly last_two_keys: readonly string[];
    readonly 'value_of_;;;;': string;
    readonly value_of_human: string;
  };
}

describeGolden<{ cases: readonly TaxonomyCase[] }>('speciesnet/taxonomy.json', ({ cases }) => {
  const text = readReferencePackage('taxonomy_release.txt');
  const taxonomy = parseTaxonomy(text);

  it('accepts the real taxonomy file', () => expect(() => checkTaxonomy(text)).not.toThrow());

  it.each(cases)('$id', ({ in: input, out }) => {
    if (input.taxonomy_file_text !== undefined) {
      expect([...parseTaxonomy(input.taxonomy_file_text).labels]).toEqual(out.taxonomy_map_entries_in_order);
    } else if (input.taxonomy_file !== undefined) {
      const keys = [...taxonomy.labels.keys()];
      expect(keys.length).toBe(out.map_size);
      expect(keys[0]).toBe(out.first_key);
      expect(keys.slice(-2)).toEqual(out.last_two_keys);
      expect(taxonomy.labels.get(';;;;')).toBe(out['value_of_;;;;']);
      expect(taxonomy.labels.get(fullClassKey(HUMAN))).toBe(out.value_of_human);
    } else {
      const label = input.label!;
      if (out.error !== undefined) {
        expect(() => fullClassKey(label)).toThrow();
        expect(() => ancestorOf(taxonomy, label, 'kingdom')).toThrow();
        return;
      }
      expect(fullClassKey(label)).toBe(out.full_class_string);
      for (const [level, ancestor] of Object.entries(out.ancestors)) {
        expect(ancestorOf(taxonomy, label, level as RollupLevel), level).toBe(ancestor);
      }
    }
  });
});
