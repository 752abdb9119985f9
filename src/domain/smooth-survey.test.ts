import { describe, expect, it } from 'vitest';
import { onePlaceRules } from '../../test/one-place-rules';
import { SMALL_GEOFENCE, SMALL_LABELS, SMALL_TAXONOMY } from '../../test/small-package';
import { createRandom, syntheticInferences } from '../../test/synthetic-inferences';
import { createConclusions } from '../pipeline/conclude';
import { boxCandidatesOf } from './facts';
import { finishPieces } from './finish-pieces';
import { findExportFormat } from './formats';
import type { ExportContext, ExportRow } from './formats/export-format';
import { groupSmoothing } from './group-smoothing';
import type { MdResults } from './megadetector/md-results';
import { smoothImages, smoothSequences } from './megadetector/smooth-results';
import { SMOOTHING_DEFAULTS } from './megadetector/smoothing-options';
import { smoothSurvey, type SmoothingPlan } from './smooth-survey';
import type { SpeciesPer } from './survey';

const contextFor = (speciesPer: SpeciesPer): ExportContext => ({
  labels: SMALL_LABELS,
  packageType: 'always_crop',
  mode: 'species',
  place: { country: 'USA', admin1Region: 'CA' },
  modelVersion: 'small',
  detectorName: 'detector.onnx',
  classifierName: 'classifier.onnx',
  speciesPer,
});

/** Facts in which each box has classes of its own, and some boxes are rejected. */
function rowsFor(speciesPer: SpeciesPer, seed: number): readonly ExportRow[] {
  const random = createRandom(seed);
  const rejected = new Map<string, ReadonlySet<number>>();
  const facts = [...syntheticInferences({ count: 240, seed, labels: SMALL_LABELS })].map((fact) => {
    const { detections, crops } = fact;
    if (detections === null || crops.image === undefined) return fact;
    if (random() < 0.1) rejected.set(fact.filepath, new Set([0, 2]));
    const boxes = detections.map((_, index): [string, (typeof crops)['image']] => [
      `box${index}`,
      { classes: [Math.floor(random() ** 3 * SMALL_LABELS.length)], scores: [0.4 + random() * 0.6] },
    ]);
    return { ...fact, crops: { ...crops, ...Object.fromEntries(boxes) } };
  });
  const rules = onePlaceRules({
    labels: SMALL_LABELS,
    taxonomy: SMALL_TAXONOMY,
    geofence: SMALL_GEOFENCE,
    packageType: 'always_crop',
    mode: 'species',
    place: { country: 'USA', admin1Region: 'CA' },
    isGeofenceOn: true,
    isRollupOn: true,
  });
  const conclude = createConclusions({
    ...rules,
    speciesPer,
    rejectedOf: (filepath) => rejected.get(filepath) ?? null,
  });
  return facts.map((inference) => {
    const { prediction, animals } = conclude(inference);
    const withRaw = animals.map((animal, index) => {
      const raw = boxCandidatesOf(inference, index, SMALL_LABELS);
      return animal === null || raw === null ? null : { ...animal, raw };
    });
    return {
      inference,
      prediction,
      animals: speciesPer === 'animal' ? withRaw : null,
      rejected: rejected.get(inference.filepath) ?? null,
    };
  });
}

/** Images of one deployment in groups of four. */
function eventsOf(rows: readonly ExportRow[]): readonly (readonly string[])[] {
  const files = rows.map(({ inference }) => inference.filepath).sort();
  return files.flatMap((_, index) => (index % 4 === 0 ? [files.slice(index, index + 4)] : []));
}

const fileOf = (rows: readonly ExportRow[], context: ExportContext) =>
  JSON.parse([...findExportFormat('megadetector')!.serialize(rows, context)].join('')) as MdResults;

function smooth(rows: readonly ExportRow[], plan: Pick<SmoothingPlan, 'context'> & Partial<SmoothingPlan>) {
  const { changesOf, descriptionOf } = finishPieces(
    smoothSurvey(rows, { level: 'events', events: eventsOf(rows), options: SMOOTHING_DEFAULTS, ...plan }),
  );
  const smoothedRows = rows.map((row) => {
    const { filepath } = row.inference;
    const changes = changesOf.get(filepath) ?? new Map<number, never>();
    return { ...row, smoothed: { changes, description: descriptionOf.get(filepath) ?? null } };
  });
  return { changesOf, smoothedRows };
}

const CASES = (['image', 'animal'] as const).flatMap((speciesPer) => [1, 2, 3].map((seed) => ({ speciesPer, seed })));

describe('the exported file of a smoothed survey', () => {
  it.each(CASES)('is the smoothed exported file: $speciesPer, seed $seed', ({ speciesPer, seed }) => {
    const rows = rowsFor(speciesPer, seed);
    const context = contextFor(speciesPer);
    const { changesOf, smoothedRows } = smooth(rows, { context });
    const file = fileOf(rows, context);
    const byImage = finishPieces(smoothImages(file, SMOOTHING_DEFAULTS)).results;
    const expected = finishPieces(smoothSequences(byImage, eventsOf(rows), SMOOTHING_DEFAULTS));
    expect(changesOf.size).toBeGreaterThan(0);
    expect(fileOf(smoothedRows, context)).toEqual(expected.results);
  });

  it.each(CASES)('on the level of images alone: $speciesPer, seed $seed', ({ speciesPer, seed }) => {
    const rows = rowsFor(speciesPer, seed);
    const context = contextFor(speciesPer);
    const { changesOf, smoothedRows } = smooth(rows, { context, level: 'images' });
    const expected = finishPieces(smoothImages(fileOf(rows, context), SMOOTHING_DEFAULTS));
    // An image whose boxes all have its one class has nothing to smooth.
    expect(changesOf.size > 0).toBe(speciesPer === 'animal');
    expect(fileOf(smoothedRows, context)).toEqual(expected.results);
  });

  it.each(CASES)('Timelapse gets the changed classes, SpeciesNet the own ones: $speciesPer, seed $seed', (one) => {
    const rows = rowsFor(one.speciesPer, one.seed);
    const context = contextFor(one.speciesPer);
    const { changesOf, smoothedRows } = smooth(rows, { context });
    const textOf = (format: string, written: readonly ExportRow[]) =>
      [...findExportFormat(format)!.serialize(written, context)].join('');
    expect(textOf('speciesnet', smoothedRows)).toBe(textOf('speciesnet', rows));
    const plain = JSON.parse(textOf('timelapse', rows)) as MdResults;
    const smoothed = JSON.parse(textOf('timelapse', smoothedRows)) as MdResults;
    const namesIn = ({ images, classification_categories: names }: MdResults) =>
      images.map(({ detections }) => (detections ?? []).map((box) => names![box.classifications?.[0]?.[0] ?? '']));
    const before = namesIn(plain).flat();
    const differing = namesIn(smoothed)
      .flat()
      .filter((name, box) => name !== before[box]);
    const changes = [...changesOf.values()].reduce((sum, { size }) => sum + size, 0);
    expect(differing.length).toBe(changes);
  });
});

describe('groups of changes', () => {
  it.each(CASES)('add up to the changes: $speciesPer, seed $seed', ({ speciesPer, seed }) => {
    const rows = rowsFor(speciesPer, seed);
    const { changesOf } = smooth(rows, { context: contextFor(speciesPer) });
    const eventIdOf = new Map(eventsOf(rows).flatMap((files) => files.map((file) => [file, files[0]!] as const)));
    const groups = finishPieces(groupSmoothing(changesOf, eventIdOf));
    const total = [...changesOf.values()].reduce((sum, changes) => sum + changes.size, 0);
    expect(groups.reduce((sum, { detections }) => sum + detections, 0)).toBe(total);
    for (const group of groups) {
      expect(group.was).not.toBe(group.label);
      expect(group.events).toBeGreaterThan(0);
      expect(group.images).toBeGreaterThanOrEqual(group.events);
      expect(group.detections).toBeGreaterThanOrEqual(group.images);
    }
    expect(groups.map(({ detections }) => detections)).toEqual(
      groups.map(({ detections }) => detections).toSorted((a, b) => b - a),
    );
  });
});

it('changes nothing where there are no species', () => {
  const rows = rowsFor('image', 1).map((row) => ({ ...row, prediction: null }));
  const { changesOf, smoothedRows } = smooth(rows, { context: { ...contextFor('image'), mode: 'detections' } });
  expect(changesOf.size).toBe(0);
  expect(smoothedRows.every(({ smoothed }) => smoothed.description === null)).toBe(true);
});
