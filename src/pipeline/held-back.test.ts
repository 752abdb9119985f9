import { describe, expect, it } from 'vitest';
import { onePlaceRules, TEXAS_RULES } from '../../test/one-place-rules';
import { runToEnd } from '../../test/run-to-end';
import { FELIDAE, LEOPARD, LION, PUMA, SMALL_GEOFENCE, SMALL_LABELS } from '../../test/small-package';
import type { Detection } from '../domain/detection';
import type { ClassScores, CropKey, Inference } from '../domain/inference';
import { applyOwnRules, withoutOwnRules } from '../domain/own-geofence';
import { fullClassKey } from '../domain/label';
import { createConclusions, type SurveyRules } from './conclude';
import { groupHeldBack, isHeldBackAt } from './held-back-groups';
import { countSwitchEffects, findLabelChanges } from './label-changes';

const perImage = onePlaceRules(TEXAS_RULES);
const perAnimal = onePlaceRules(TEXAS_RULES, 'animal');

const box: Detection = { category: '1', label: 'animal', conf: 0.9, bbox: [0, 0, 0.5, 0.5] };

function says(label: string, score = 0.9): ClassScores {
  return { classes: [SMALL_LABELS.indexOf(label)], scores: [score] };
}

/** The image's own crop is that of its first label; each label is a box. */
function image(filepath: string, ...labels: readonly ClassScores[]): Inference {
  const crops: Partial<Record<CropKey, ClassScores>> = { '0': labels[0]! };
  labels.forEach((scores, index) => {
    crops[`box${index}`] = scores;
  });
  const detections = labels.map(() => box);
  return { filepath, size: null, capturedAt: null, detections, crops, failures: [], problem: null };
}

const FACTS: readonly Inference[] = [
  image('1.jpg', says(LEOPARD)),
  image('2.jpg', says(LION)),
  image('3.jpg', says(PUMA), says(LION), says(LION)),
  image('4.jpg', says(LEOPARD), says(LION)),
];

function conclude(rules: SurveyRules, facts = FACTS) {
  const concludeOne = createConclusions(rules);
  return facts.map((inference) => ({ filepath: inference.filepath, ...concludeOne(inference) }));
}

describe('what is held back', () => {
  it('is the first choice of the image, and of each of its animals', () => {
    expect(conclude(perImage).map(({ heldBack }) => heldBack)).toEqual([
      [],
      [{ label: LION, became: FELIDAE, detection: null }],
      [{ label: PUMA, became: FELIDAE, detection: null }],
      [],
    ]);
    expect(conclude(perAnimal)[2]?.heldBack).toEqual([
      { label: PUMA, became: FELIDAE, detection: null },
      { label: PUMA, became: FELIDAE, detection: 0 },
      { label: LION, became: FELIDAE, detection: 1 },
      { label: LION, became: FELIDAE, detection: 2 },
    ]);
  });

  it('leaves rejected detections out', () => {
    const rejecting = { ...perAnimal, rejectedOf: () => new Set([0, 1]) };
    expect(conclude(rejecting)[2]?.heldBack).toEqual([
      { label: LION, became: FELIDAE, detection: null },
      { label: LION, became: FELIDAE, detection: 2 },
    ]);
  });

  it('is nothing with the geofence off, or without a country', () => {
    const nowhere = onePlaceRules({ ...TEXAS_RULES, place: { country: null, admin1Region: null } }, 'animal');
    for (const rules of [{ ...perAnimal, isGeofenceOn: false }, nowhere]) {
      expect(conclude(rules).flatMap(({ heldBack }) => heldBack)).toEqual([]);
    }
  });
});

describe('groupHeldBack', () => {
  it('counts images once, animals each, and what they became', () => {
    const { groups, images } = runToEnd(groupHeldBack(conclude(perAnimal), perAnimal));
    expect(images).toBe(3);
    expect(groups.map(({ fence, ...group }) => ({ ...group, reason: fence.reason }))).toEqual([
      {
        label: LION,
        place: TEXAS_RULES.place,
        reason: 'country-not-allowed',
        images: 3,
        animals: 4,
        became: [{ label: FELIDAE, images: 3 }],
        firstFilepath: '2.jpg',
      },
      {
        label: PUMA,
        place: TEXAS_RULES.place,
        reason: 'region-not-allowed',
        images: 1,
        animals: 1,
        became: [{ label: FELIDAE, images: 1 }],
        firstFilepath: '3.jpg',
      },
    ]);
    expect(runToEnd(groupHeldBack(conclude(perImage), perImage)).groups[0]).toMatchObject({ images: 1, animals: 0 });
  });

  it('keeps places apart, and finds the images of each again', () => {
    const kenya = onePlaceRules({ ...TEXAS_RULES, place: { country: 'CHL', admin1Region: null } });
    const rules: SurveyRules = {
      ...perImage,
      placeOf: (inference) => (inference.filepath === '2.jpg' ? kenya : perImage).placeOf(inference),
    };
    const images = conclude(rules, [image('1.jpg', says(LION)), image('2.jpg', says(LION))]);
    const { groups } = runToEnd(groupHeldBack(images, rules));
    expect(groups.map(({ place }) => place.country)).toEqual(['USA', 'CHL']);
    for (const group of groups) {
      expect(images.filter((one) => isHeldBackAt(one, group)).map(({ filepath }) => filepath)).toEqual([
        group.firstFilepath,
      ]);
    }
  });

  it('leaves out what the rules do not hold back any more', () => {
    const images = conclude(perImage);
    expect(runToEnd(groupHeldBack(images, { geofence: new Map() }))).toEqual({ groups: [], images: 0 });
  });
});

describe('findLabelChanges', () => {
  const allow = { taxon: fullClassKey(LION), rule: 'allow', country: 'USA', admin1Region: 'TX' } as const;
  const allowing = (rules: SurveyRules): SurveyRules => ({
    ...rules,
    geofence: applyOwnRules(rules.geofence, [allow]),
  });

  it('tells images with another label, and the first of them', () => {
    expect(runToEnd(findLabelChanges([null, ...FACTS], perImage, allowing(perImage), 5))).toEqual({
      images: 1,
      first: [{ filepath: '2.jpg', from: FELIDAE, to: LION }],
    });
    expect(runToEnd(findLabelChanges(FACTS, perAnimal, allowing(perAnimal), 1))).toEqual({
      images: 3,
      first: [{ filepath: '2.jpg', from: FELIDAE, to: LION }],
    });
    expect(runToEnd(findLabelChanges(FACTS, perAnimal, perAnimal, 5))).toEqual({ images: 0, first: [] });
  });

  it('has nothing to tell when the own list is taken off again', () => {
    const back = { ...perAnimal, geofence: withoutOwnRules(allowing(perAnimal).geofence) };
    expect(runToEnd(findLabelChanges(FACTS, perAnimal, back, 5)).images).toBe(0);
    expect(back.geofence).toEqual(SMALL_GEOFENCE);
  });
});

describe('countSwitchEffects', () => {
  const unsure: ClassScores = {
    classes: [LION, LEOPARD].map((label) => SMALL_LABELS.indexOf(label)),
    scores: [0.4, 0.35],
  };
  const facts = [...FACTS, image('5.jpg', unsure)];

  it('turns each switch by itself, and counts the same from the other side', () => {
    const { geofence, rollup, geofenceOnWay } = runToEnd(countSwitchEffects([null, ...facts], perImage));
    // The fifth: its genus, 0.75, is allowed in Kenya only, so the family stands there.
    expect({ geofence, rollup, geofenceOnWay }).toEqual({ geofence: 3, rollup: 1, geofenceOnWay: 1 });
    expect(runToEnd(countSwitchEffects(facts, { ...perImage, isGeofenceOn: false })).geofence).toBe(3);
    expect(runToEnd(countSwitchEffects(facts, { ...perImage, isRollupOn: false })).rollup).toBe(1);
  });
});
