import { describe, expect, it } from 'vitest';
import { createGeofence, parseGeofence } from '../../src/domain/geofence';
import { geofenceAnimal, parseRollupLevels, rollUp, type Conclusion, type TaxonRules } from '../../src/domain/rollup';
import { describeGolden } from './golden-folder';
import { createGoldenRules, readGoldenGeofence, type GoldenPlace } from './reference-rules';

interface GeofenceCase {
  readonly id: string;
  readonly fn: string;
  readonly in: GoldenPlace & {
    readonly label: string;
    readonly labels: readonly string[];
    readonly scores: readonly number[];
    readonly target_taxonomy_levels: readonly string[];
    readonly non_blank_threshold: number;
    readonly geofence_map?: unknown;
    readonly queries: readonly (readonly [string | null, string | null])[];
  };
  readonly out: { readonly error?: string; readonly result: unknown };
}

describeGolden<{ cases: readonly GeofenceCase[] }>('speciesnet/geofence.json', ({ cases }) => {
  const table = readGoldenGeofence();
  const rulesAt = createGoldenRules(table);

  function rulesOf({ in: input }: GeofenceCase): TaxonRules {
    return input.geofence_map === undefined
      ? rulesAt(input)
      : createGoldenRules(parseGeofence(input.geofence_map))(input);
  }

  const functions: Readonly<Record<string, (test: GeofenceCase) => unknown>> = {
    should_geofence_animal_classification: (test) => rulesOf(test).isFencedOut(test.in.label),
    should_geofence_matrix: ({ in: input }) => {
      const own = parseGeofence(input.geofence_map);
      return input.queries.map(([country, admin1Region]) =>
        createGeofence(own, { country, admin1Region }, input.enable_geofence)(input.label),
      );
    },
    roll_up_labels_to_first_matching_level: (test) => {
      const levels = parseRollupLevels(test.in.target_taxonomy_levels);
      return tripleOf(rollUp(candidatesOf(test), levels, test.in.non_blank_threshold, rulesOf(test)));
    },
    geofence_animal_classification: (test) => tripleOf(geofenceAnimal(candidatesOf(test), rulesOf(test))),
  };

  describe.each(Object.keys(functions))('%s', (name) => {
    it.each(cases.filter(({ fn }) => fn === name))('$id', (test) => {
      if (test.out.error !== undefined) expect(() => functions[name]!(test)).toThrow();
      else expect(functions[name]!(test)).toEqual(test.out.result);
    });
  });

  it('knows every function of the file', () => {
    expect(cases.filter(({ fn }) => !(fn in functions))).toEqual([]);
  });
});

function candidatesOf({ in: input }: GeofenceCase) {
  return { classes: input.labels, scores: input.scores };
}

function tripleOf(conclusion: Conclusion | null) {
  return conclusion && [conclusion.label, conclusion.score, conclusion.source];
}
