import { describe, expect, it, vi } from 'vitest';
import { onePlaceRules, TEXAS_RULES } from '../../test/one-place-rules';
import { randomFact } from '../../test/random-facts';
import { SMALL_LABELS } from '../../test/small-package';
import { createRandom, syntheticInferences } from '../../test/synthetic-inferences';
import type { ConclusionRules } from '../domain/conclusion-rules';
import { createPlaceOf } from '../domain/image-place';
import type { ClassScores, CropKey, Inference } from '../domain/inference';
import { openPackedFacts } from '../domain/packed-facts/open-packed-facts';
import { isPacked } from '../domain/packed-facts/packed-fact';
import { packFacts } from '../domain/packed-facts/pack-facts';
import type { Rejected } from '../domain/rejected-detections';
import type { RunMode, SpeciesPer } from '../domain/survey';
import { createConclusions, type Conclude, type SurveyRules } from './conclude';

/** Facts of this package: of runs and imports, with a class for each box or not, whole or with parts that failed. */
const FACTS: readonly Inference[] = [...likely(), ...unlikely(), ...ofNoColumns()];

function* likely(): Generator<Inference> {
  const random = createRandom(11);
  let others: ClassScores[] = [];
  for (const fact of syntheticInferences({ count: 400, seed: 3, labels: SMALL_LABELS })) {
    const best = fact.crops['0'];
    const crops: Partial<Record<CropKey, ClassScores>> = { ...fact.crops };
    if (best !== undefined) {
      others = [best, ...others].slice(0, 4);
      // Not every box was looked at.
      fact.detections?.forEach((_, box) => {
        if (random() < 0.8) crops[`box${box}`] = others[Math.floor(random() * others.length)]!;
      });
    }
    const location = random() < 0.4 ? { latitude: random() < 0.5 ? 1 : 40, longitude: 30 } : null;
    yield { ...fact, location, crops, ...(random() < 0.3 && { isImported: true as const }) };
  }
}

/** Everything that a fact can hold, with classes that the package has. */
function* unlikely(): Generator<Inference> {
  for (let number = 0; number < 300; number++) {
    const fact = randomFact(createRandom(number), number);
    const crops: Partial<Record<CropKey, ClassScores>> = {};
    for (const [key, crop] of Object.entries(fact.crops)) {
      crops[key as CropKey] = { ...crop!, classes: crop!.classes.map((index) => index % SMALL_LABELS.length) };
    }
    yield { ...fact, crops };
  }
}

/** Of a form that is kept as it is. */
function* ofNoColumns(): Generator<Inference> {
  const crops = { box0: { classes: [0, 1], scores: [0.9, 0.05] }, 0: { classes: [2, 1, 3], scores: [0.7, 0.1] } };
  const box = { category: '1', label: 'animal', conf: 0.8, bbox: [0, 0, 1, 1], track: 7 } as const;
  const fact = { size: null, capturedAt: '2024', detections: [box, box], crops, failures: [], problem: null } as const;
  yield { filepath: 'deployment-7/strange.jpg', ...fact };
  yield { filepath: 'strange.jpg', ...fact, isImported: true };
}

const packed = () => openPackedFacts(structuredClone(packFacts(FACTS))).facts();
const rulesWith = (changes: Partial<ConclusionRules>, speciesPer: SpeciesPer = 'animal') =>
  onePlaceRules({ ...TEXAS_RULES, ...changes }, speciesPer);

/** Those of half the images that have detections: some, all, or none of them. */
function rejectedOf(filepath: string): Rejected {
  const number = Number(/\d+/.exec(filepath.split('/').at(-1)!)?.[0] ?? 3);
  const rejected: readonly Rejected[] = [null, null, null, new Set(), new Set([0]), new Set([1]), new Set([0, 1, 2, 3, 4])]; // prettier-ignore
  return rejected[number % rejected.length]!;
}

/** Of folders, and of coordinates: north of the equator lies Iceland. */
const placeOfImage = createPlaceOf(
  {
    place: { country: null, admin1Region: null },
    folderPlaces: [{ folder: 'deployment-7', place: { country: 'KEN', admin1Region: null } }],
    placeFromCoordinates: true,
  },
  {
    find: (latitude) => (latitude < 10 ? null : { country: 'ISL', admin1Region: null, isNearBorder: true, landKm: 0 }),
    nearestTown: () => null,
  },
);

const MODES: readonly RunMode[] = ['species', 'detections', 'classify-whole-images', 'classify-detections', 'ensemble'];
const RULES: readonly [string, SurveyRules][] = [
  ...MODES.flatMap((mode): [string, SurveyRules][] => [
    [`${mode}, species per animal`, rulesWith({ mode })],
    [`${mode}, species per image`, rulesWith({ mode }, 'image')],
    [`${mode}, full image`, rulesWith({ mode, packageType: 'full_image' })],
    [`${mode}, rejected detections`, { ...rulesWith({ mode }), rejectedOf }],
  ]),
  ['nowhere', rulesWith({ place: { country: null, admin1Region: null } })],
  ['Iceland', rulesWith({ place: { country: 'ISL', admin1Region: null } })],
  ['geofence off', rulesWith({ isGeofenceOn: false })],
  ['roll-up off', rulesWith({ isRollupOn: false })],
  ['both off', rulesWith({ isGeofenceOn: false, isRollupOn: false })],
  ['rejected detections of an image', { ...rulesWith({}, 'image'), rejectedOf }],
  [
    'many places',
    {
      ...rulesWith({}),
      rejectedOf,
      placeOf: ({ filepath, location }) => placeOfImage({ filepath, instance: null, exif: location }),
    },
  ],
];

describe('conclusions of packed facts', () => {
  it('are asked of facts of all kinds', () => {
    const has = (is: (fact: Inference) => boolean) => FACTS.some(is);
    const kept = packed().filter((fact) => !isPacked(fact));
    expect(kept.map(({ filepath }) => filepath)).toContain('strange.jpg');
    expect(kept.length).toBeLessThan(FACTS.length / 10);
    expect(has(({ detections, failures }) => detections === null && failures.length > 0)).toBe(true);
    expect(has(({ isImported, crops }) => isImported === true && crops.box1 !== undefined)).toBe(true);
    expect(has(({ crops }) => Object.values(crops).some((crop) => crop?.targets !== undefined))).toBe(true);
    expect(has(({ crops }) => (crops.box0?.classes.length ?? 0) > 5)).toBe(true);
    expect(has(({ crops }) => crops.box0?.classes.length === 0)).toBe(true);
  });

  it.each(RULES)('equal those of objects: %s', (_, rules) => {
    const ofObjects = createConclusions(rules);
    const ofPacked = createConclusions(rules);
    expect(packed().map((fact) => told(ofPacked, fact))).toStrictEqual(FACTS.map((fact) => told(ofObjects, fact)));
  });

  it('make no fact an object, save for those with rejected detections', () => {
    const facts = packed().filter(isPacked);
    const conclude = createConclusions({ ...rulesWith({}), rejectedOf });
    const readFacts = facts.filter((fact) => {
      const read = vi.spyOn(fact, 'read');
      told(conclude, fact);
      return read.mock.calls.length > 0;
    });
    const rejecting = facts.filter(({ filepath }) => (rejectedOf(filepath)?.size ?? 0) > 0);
    expect(rejecting.length).toBeGreaterThan(0);
    expect(readFacts).toEqual(rejecting);
  });

  it('are refused as those of objects when the labels are of another package', () => {
    const rules = rulesWith({ labels: SMALL_LABELS.slice(0, 3) });
    const [ofObjects, ofPacked] = [createConclusions(rules), createConclusions(rules)];
    const outcomes = packed().map((fact) => told(ofPacked, fact));
    expect(outcomes).toStrictEqual(FACTS.map((fact) => told(ofObjects, fact)));
    expect(outcomes).toContain('class 3 is not one of the 3 labels');
  });
});

/** What is concluded, or why nothing can be. */
function told(conclude: Conclude, fact: Parameters<Conclude>[0]) {
  try {
    return conclude(fact);
  } catch (error) {
    return (error as Error).message;
  }
}
