import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SMALL_LABELS } from '../../test/small-package';
import { onePlaceRules, TEXAS_RULES } from '../../test/one-place-rules';
import { syntheticInferences } from '../../test/synthetic-inferences';
import { concludeFrom, type ConclusionRules } from '../domain/conclusion-rules';
import { parseGeofence } from '../domain/geofence';
import { parseLabels } from '../domain/label-list';
import type { Inference } from '../domain/inference';
import type { PackageType } from '../domain/model-package';
import type { RunMode } from '../domain/survey';
import { createTaxonRules } from '../domain/taxon-rules';
import { parseTaxonomy } from '../domain/taxonomy';
import { createConclusions } from './conclude';

/** Compares with the functions that the golden vectors check, which remember nothing. Returns the rules that decided. */
function compareWithPlain(rules: ConclusionRules, count: number, seed: number): ReadonlySet<string> {
  const conclude = createConclusions(onePlaceRules(rules));
  const plain = createTaxonRules(rules);
  const seen = new Set<string>();
  for (const inference of syntheticInferences({ count, seed, labels: rules.labels })) {
    const { prediction } = conclude(inference);
    expect(prediction).toStrictEqual(concludeFrom(inference, rules, plain));
    if (prediction !== null) seen.add(prediction.rule).add(prediction.source);
  }
  return seen;
}

const concludeWith = (rules: ConclusionRules, inference: Inference) =>
  createConclusions(onePlaceRules(rules))(inference).prediction;

describe('createConclusions', () => {
  it.each<[string, Partial<ConclusionRules>]>([
    ['Texas', {}],
    ['Kenya', { place: { country: 'KEN', admin1Region: null } }],
    ['Iceland', { place: { country: 'ISL', admin1Region: null } }],
    ['nowhere', { place: { country: null, admin1Region: null } }],
    ['geofence off', { isGeofenceOn: false }],
    ['roll-up off', { isRollupOn: false }],
    ['both off', { isGeofenceOn: false, isRollupOn: false }],
    ['full image', { packageType: 'full_image' }],
  ])('equals the plain functions: %s', (_, changes) => {
    expect(compareWithPlain({ ...TEXAS_RULES, ...changes }, 1_000, 7).size).toBeGreaterThan(8);
  });

  it('obeys the roll-up switch and can be switched back', () => {
    const facts = [...syntheticInferences({ count: 500, seed: 5, labels: SMALL_LABELS })];
    const concludeAll = (isRollupOn: boolean) =>
      facts.map((fact) => concludeWith({ ...TEXAS_RULES, isRollupOn }, fact));
    const [on, off, again] = [concludeAll(true), concludeAll(false), concludeAll(true)];
    expect(again).toEqual(on);
    expect(off.some((prediction) => prediction?.rule === '5a')).toBe(false);
    expect(off.some((prediction) => prediction?.source.startsWith('classifier+geofence+rollup'))).toBe(true);
    const changed = on.filter((prediction, index) => prediction?.rule !== off[index]?.rule);
    expect(changed.length).toBeGreaterThan(0);
    expect(new Set(changed.map((prediction) => prediction?.rule))).toEqual(new Set(['5a']));
  });

  it('concludes nothing without an ensemble or when a part failed', () => {
    const [inference] = [...syntheticInferences({ count: 1, seed: 1, labels: SMALL_LABELS })];
    const modes: readonly RunMode[] = ['detections', 'classify-whole-images'];
    for (const mode of modes) expect(concludeWith({ ...TEXAS_RULES, mode }, inference!)).toBeNull();
    expect(concludeWith(TEXAS_RULES, { ...inference!, detections: null })).toBeNull();
    expect(concludeWith(TEXAS_RULES, { ...inference!, crops: {} })).toBeNull();
  });
});

const PACKAGE = resolve(import.meta.dirname, '../../../shared/models/coco-mnv2');

describe.skipIf(!existsSync(PACKAGE))('createConclusions with the reference package (needs ../shared/models)', () => {
  it.each<[PackageType, string | null, string | null]>([
    ['always_crop', 'USA', 'CA'],
    ['always_crop', 'KEN', null],
    ['full_image', null, null],
  ])('%s %s %s: equals the plain functions, every rule occurs', (packageType, country, admin1Region) => {
    const read = (name: string) => readFileSync(resolve(PACKAGE, name), 'utf8');
    const rules: ConclusionRules = {
      labels: parseLabels(read('always_crop_99710272_22x8_v12_epoch_00148.labels.txt')),
      taxonomy: parseTaxonomy(read('taxonomy_release.txt')),
      geofence: parseGeofence(JSON.parse(read('geofence_release.json'))),
      packageType,
      place: { country, admin1Region },
      isGeofenceOn: true,
      isRollupOn: true,
      mode: 'species',
    };
    const seen = compareWithPlain(rules, 5_000, 42);
    for (const rule of '1a 1b 2a 2b 2c 3a 3b 4a 4b 5a 5b 5c'.split(' ')) expect(seen).toContain(rule);
  });
});
