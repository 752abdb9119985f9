import { describe, expect, it } from 'vitest';
import {
  CARNIVORA,
  DOG,
  LEOPARD,
  LION,
  MAMMAL,
  PANTHERA,
  SMALL_GEOFENCE,
  SMALL_TAXONOMY,
} from '../../test/small-package';
import type { DetectionLabel } from './detection';
import { decide, type EnsembleSwitches } from './ensemble';
import { DECISION_TABLE } from './ensemble-table';
import type { EnsembleRule, PredictionSource } from './prediction';
import { ANIMAL, BLANK, HUMAN, UNKNOWN, VEHICLE } from './special-labels';
import { createTaxonRules } from './taxon-rules';

type Candidate = readonly [label: string, score: number];

const RULES = rulesAt('KEN', true);

function rulesAt(country: string, isGeofenceOn: boolean) {
  const place = { country, admin1Region: null };
  return createTaxonRules({ taxonomy: SMALL_TAXONOMY, geofence: SMALL_GEOFENCE, place, isGeofenceOn });
}

function decideFor(
  detected: DetectionLabel | null,
  conf: number,
  candidates: readonly Candidate[],
  rules = RULES,
  switches?: EnsembleSwitches,
) {
  const { label, score, source, rule } = decide(
    {
      candidates: { classes: candidates.map(([name]) => name), scores: candidates.map(([, value]) => value) },
      detections: detected === null ? [] : [{ label: detected, conf }],
    },
    rules,
    switches,
  );
  return [rule, label, score, source];
}

describe('decide', () => {
  it.each<[DetectionLabel | null, number, readonly Candidate[], EnsembleRule, string, number, string]>([
    ['human', 0.71, [[LION, 0.99]], '1a', HUMAN, 0.71, 'detector'],
    ['human', 0.3, [[VEHICLE, 0.6]], '1b', HUMAN, 0.6, 'classifier'],
    ['vehicle', 0.9, [[HUMAN, 0.6]], '2a', HUMAN, 0.6, 'classifier'],
    ['vehicle', 0.9, [[LION, 0.99]], '2b', VEHICLE, 0.9, 'detector'],
    ['vehicle', 0.3, [[VEHICLE, 0.41]], '2c', VEHICLE, 0.41, 'classifier'],
    [null, 0, [[BLANK, 0.51]], '3a', BLANK, 0.51, 'classifier'],
    ['animal', 0.9, [[BLANK, 0.995]], '3b', BLANK, 0.995, 'classifier'],
    [null, 0, [[LION, 0.81]], '4a', LION, 0.81, 'classifier'],
    ['animal', 0.21, [[LION, 0.66]], '4b', LION, 0.66, 'classifier'],
    [null, 0, [[LION, 0.4], [LEOPARD, 0.35]], '5a', PANTHERA, 0.75, 'classifier+rollup_to_genus'], // prettier-ignore
    ['animal', 0.51, [[LION, 0.3], [BLANK, 0.2]], '5b', ANIMAL, 0.51, 'detector'], // prettier-ignore
    ['animal', 0.5, [[LION, 0.3], [BLANK, 0.2]], '5c', UNKNOWN, 0.3, 'classifier'], // prettier-ignore
    // Exactly on a limit no strict comparison holds.
    ['human', 0.7, [[DOG, 0.1]], '5c', UNKNOWN, 0.1, 'classifier'],
    ['animal', 0.2, [[BLANK, 0.6]], '5c', UNKNOWN, 0.6, 'classifier'],
    // A confident human without a box is rolled up like any mammal: only rules 1 and 2 know humans.
    [null, 0, [[HUMAN, 0.9]], '5a', MAMMAL, 0.9, 'classifier+rollup_to_class'],
  ])('%s %d %j → %s', (detected, conf, candidates, ...expected) => {
    expect(decideFor(detected, conf, candidates)).toEqual(expected);
  });

  it('fails without candidates', () => expect(() => decideFor(null, 0, [])).toThrow('at least one class'));

  it('has its rules in the reference’s order', () => {
    expect(DECISION_TABLE.map(({ rule }) => rule)).toEqual('1a 1b 2a 2b 2c 3a 3b 4a 4b'.split(' '));
  });
});

/** What each state of the two switches makes of an image in Iceland, where no cat may be concluded. */
describe('the switches, geofence and roll-up', () => {
  type Outcome = readonly [EnsembleRule, string, number, PredictionSource];
  const states = [
    ['both on', true, true],
    ['geofence off', false, true],
    ['roll-up off', true, false],
    ['both off', false, false],
  ] as const;

  const images: readonly (readonly [string, number, readonly Candidate[], readonly Outcome[]])[] = [
    [
      'a sure lion: only the geofence matters, with its own roll-up',
      0.9,
      [[LION, 0.875]],
      [
        ['4a', CARNIVORA, 0.875, 'classifier+geofence+rollup_to_order'],
        ['4a', LION, 0.875, 'classifier'],
        ['4a', CARNIVORA, 0.875, 'classifier+geofence+rollup_to_order'],
        ['4a', LION, 0.875, 'classifier'],
      ],
    ],
    [
      'two cats: the roll-up decides, the geofence says how far it goes',
      0.9,
      [[LION, 0.5], [LEOPARD, 0.25]], // prettier-ignore
      [
        ['5a', CARNIVORA, 0.75, 'classifier+rollup_to_order'],
        ['5a', PANTHERA, 0.75, 'classifier+rollup_to_genus'],
        ['5b', ANIMAL, 0.9, 'detector'],
        ['5b', ANIMAL, 0.9, 'detector'],
      ],
    ],
    [
      'two cats and a weak box: without roll-up nothing is left',
      0.3,
      [[LION, 0.5], [LEOPARD, 0.25]], // prettier-ignore
      [
        ['5a', CARNIVORA, 0.75, 'classifier+rollup_to_order'],
        ['5a', PANTHERA, 0.75, 'classifier+rollup_to_genus'],
        ['5c', UNKNOWN, 0.5, 'classifier'],
        ['5c', UNKNOWN, 0.5, 'classifier'],
      ],
    ],
    [
      'a blank: neither matters',
      0.1,
      [[BLANK, 0.75], [LION, 0.125]], // prettier-ignore
      states.map((): Outcome => ['3a', BLANK, 0.75, 'classifier']),
    ],
  ];

  describe.each(images)('%s', (_about, conf, candidates, outcomes) => {
    it.each(states.map(([name, ...state], index) => [name, ...state, outcomes[index]!] as const))(
      '%s',
      (_name, isGeofenceOn, isRollupOn, outcome) => {
        const rules = rulesAt('ISL', isGeofenceOn);
        expect(decideFor('animal', conf, candidates, rules, { isRollupOn })).toEqual(outcome);
      },
    );
  });

  it('are all on when nothing is said', () => {
    const candidates: readonly Candidate[] = [[LION, 0.5], [LEOPARD, 0.25]]; // prettier-ignore
    expect(decideFor('animal', 0.9, candidates)).toEqual(
      decideFor('animal', 0.9, candidates, RULES, { isRollupOn: true }),
    );
  });
});
