import { describe, expect, it } from 'vitest';
import { DOG, LEOPARD, LION, PUMA, SMALL_GEOFENCE, SMALL_LABELS, SMALL_TAXONOMY } from '../../test/small-package';
import { concludeAnimal, concludeAnimals, DEFAULT_ANIMAL_OPTIONS } from './conclude-animal';
import type { Inference } from './inference';
import { BLANK, UNKNOWN } from './special-labels';
import { createTaxonRules } from './taxon-rules';

const sources = { taxonomy: SMALL_TAXONOMY, geofence: SMALL_GEOFENCE, isGeofenceOn: true };
const anywhere = createTaxonRules({ ...sources, place: { country: null, admin1Region: null } });
const iceland = createTaxonRules({ ...sources, place: { country: 'ISL', admin1Region: null } });
const kenya = createTaxonRules({ ...sources, place: { country: 'KEN', admin1Region: null } });

const CATS = { classes: [LION, LEOPARD, DOG], scores: [0.4, 0.3, 0.1] };

describe('concludeAnimal', () => {
  it('rolls up to the first taxon above the target', () => {
    expect(concludeAnimal(CATS, anywhere, DEFAULT_ANIMAL_OPTIONS)).toMatchObject({
      label: expect.stringMatching(/panthera species$/) as string,
      score: 0.7,
      source: 'classifier+rollup_to_genus',
      raw: CATS,
    });
  });

  it('stays with the first class when nothing reaches the target, or without roll-up', () => {
    const weak = { classes: [BLANK, LION], scores: [0.3, 0.2] };
    expect(concludeAnimal(weak, anywhere, DEFAULT_ANIMAL_OPTIONS)).toMatchObject({ label: BLANK, score: 0.3 });
    const { label, source } = concludeAnimal(CATS, anywhere, { isRollupOn: false, target: 0.65 });
    expect([label, source]).toEqual([LION, 'classifier']);
  });

  it('rolls nothing up that the geofence has changed', () => {
    // A puma in Kenya becomes the cat family at 0.5: below the target, and it stays.
    const puma = { classes: [PUMA, DOG], scores: [0.5, 0.4] };
    expect(concludeAnimal(puma, kenya, DEFAULT_ANIMAL_OPTIONS)).toMatchObject({
      label: expect.stringMatching(/cat family$/) as string,
      score: 0.5,
      source: 'classifier+geofence+rollup_to_family',
    });
  });

  it('fences the targets of a roll-up too', () => {
    // No cat family in Iceland: the lion goes up to the order.
    const { label, source } = concludeAnimal(CATS, iceland, DEFAULT_ANIMAL_OPTIONS);
    expect([label, source]).toEqual([
      expect.stringMatching(/carnivorous mammal$/),
      'classifier+geofence+rollup_to_order',
    ]);
  });

  it('has no result when a fenced class has no taxon to go to', () => {
    const stranger = 'u-x;reptilia;squamata;agamidae;pogona;barbata;dragon';
    const none = { species: null, genus: null, family: null, order: null, class: null, kingdom: null };
    const rules = { ancestorsOf: () => none, isFencedOut: (label: string) => label === stranger };
    const conclusion = concludeAnimal({ classes: [stranger], scores: [0.9] }, rules, DEFAULT_ANIMAL_OPTIONS);
    expect([conclusion.label, conclusion.score]).toEqual([UNKNOWN, 0.9]);
  });
});

describe('concludeAnimals', () => {
  const box = { category: '1', label: 'animal', conf: 0.9, bbox: [0, 0, 1, 1] } as const;
  const inference: Inference = {
    filepath: 'a.jpg',
    size: { width: 4, height: 3 },
    capturedAt: null,
    detections: [box, { ...box, conf: 0.5 }, { ...box, conf: 0.05 }],
    crops: { '0': { classes: [3], scores: [1] }, box1: { classes: [0], scores: [0.9] } },
    failures: [],
    problem: null,
  };

  it('reads the crops that the megadetector package cuts, never SpeciesNet’s own', () => {
    const animals = concludeAnimals(inference, { labels: SMALL_LABELS }, anywhere, DEFAULT_ANIMAL_OPTIONS);
    expect(animals?.map((animal) => animal?.label ?? null)).toEqual([null, LION, null]);
  });

  it('rolls up what another program concluded no further', () => {
    const twoCats = { ...inference, crops: { box0: { classes: [0, 1], scores: [0.4, 0.4] } } };
    const [computed] = concludeAnimals(twoCats, { labels: SMALL_LABELS }, anywhere, DEFAULT_ANIMAL_OPTIONS)!;
    const [imported] = concludeAnimals(
      { ...twoCats, isImported: true },
      { labels: SMALL_LABELS },
      anywhere,
      DEFAULT_ANIMAL_OPTIONS,
    )!;
    expect(computed?.source).toMatch(/rollup/);
    expect(imported).toMatchObject({ label: LION, score: 0.4, source: 'classifier' });
  });

  it('is null without detections', () => {
    const failed = { ...inference, detections: null };
    expect(concludeAnimals(failed, { labels: SMALL_LABELS }, anywhere, DEFAULT_ANIMAL_OPTIONS)).toBeNull();
  });
});
