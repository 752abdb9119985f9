import { describe, expect, it } from 'vitest';
import { LION, PUMA, SMALL_GEOFENCE, SMALL_LABELS, SMALL_TAXONOMY } from '../../../test/small-package';
import { syntheticInferences } from '../../../test/synthetic-inferences';
import { concludeAnimals, DEFAULT_ANIMAL_OPTIONS } from '../conclude-animal';
import { concludeFrom, type ConclusionRules } from '../conclusion-rules';
import { finishPieces } from '../finish-pieces';
import type { ExportContext, ExportRow } from '../formats/export-format';
import { megadetectorJson } from '../formats/megadetector-json';
import { speciesnetJson } from '../formats/speciesnet-json';
import { parseMdResults } from '../megadetector/parse-md-results';
import { parseSpeciesnetResults } from '../parse-speciesnet-results';
import type { SmoothedClasses } from '../smoothed-image';
import type { RunMode, SpeciesPer } from '../survey';
import { createTaxonRules } from '../taxon-rules';
import { comparedFromMegadetector } from './compared-from-megadetector';
import { comparedFromRows } from './compared-from-rows';
import { comparedFromSpeciesnet } from './compared-from-speciesnet';
import type { ComparedResult } from './compared-image';

const FACTS = [...syntheticInferences({ count: 400, seed: 5, labels: SMALL_LABELS })];

function contextOf(mode: RunMode, speciesPer: SpeciesPer): ExportContext & ConclusionRules {
  return {
    labels: SMALL_LABELS,
    packageType: 'always_crop',
    mode,
    speciesPer,
    taxonomy: SMALL_TAXONOMY,
    geofence: SMALL_GEOFENCE,
    place: { country: 'KEN', admin1Region: null },
    isGeofenceOn: true,
    isRollupOn: true,
    modelVersion: 'small',
    detectorName: 'detector.onnx',
    classifierName: mode === 'detections' ? null : 'classifier.onnx',
  };
}

const LIONS: SmoothedClasses = new Map([[0, { label: LION, was: PUMA, within: 'event', step: 'other' }]]);

/** With the species of each best box, every third best box rejected, and some made lions by smoothing. */
function rowsOf(context: ExportContext & ConclusionRules, isSmoothed: boolean): readonly ExportRow[] {
  const rules = createTaxonRules(context);
  return FACTS.map((facts, index) => {
    const inference = { ...facts, crops: { ...facts.crops, ...(facts.crops['0'] && { box0: facts.crops['0'] }) } };
    const isPerAnimal = context.speciesPer === 'animal' && context.mode === 'species';
    const isRejected = index % 3 === 0;
    const prediction = concludeFrom(inference, context, rules);
    const hasSpecies = prediction !== null && (inference.detections ?? []).length > 0;
    const changes: SmoothedClasses = hasSpecies && !isRejected && index % 7 === 1 ? LIONS : new Map();
    return {
      inference,
      prediction,
      animals: isPerAnimal ? concludeAnimals(inference, context, rules, DEFAULT_ANIMAL_OPTIONS) : null,
      rejected: new Set(isRejected ? [0] : []),
      ...(isSmoothed && { smoothed: { changes, description: null } }),
    };
  });
}

/** Maps have an order, which is not meant here. */
const sorted = (result: ComparedResult) => [...result].sort(([one], [other]) => (one < other ? -1 : 1));

describe.each([
  ['species', 'image', false],
  ['species', 'animal', false],
  ['species', 'image', true],
  ['species', 'animal', true],
  ['detections', 'image', false],
  ['classify-whole-images', 'image', false],
] as const)('rows of mode %s, species per %s, smoothed: %s', (mode, speciesPer, isSmoothed) => {
  const context = contextOf(mode, speciesPer);
  const rows = rowsOf(context, isSmoothed);

  it('are what our SpeciesNet file says', () => {
    const file: unknown = JSON.parse([...speciesnetJson.serialize(rows, context)].join(''));
    expect(sorted(finishPieces(comparedFromRows(rows, context, 'speciesnet')))).toEqual(
      sorted(finishPieces(comparedFromSpeciesnet(parseSpeciesnetResults(file)))),
    );
  });

  it('are what our MegaDetector file says', () => {
    const file: unknown = JSON.parse([...megadetectorJson.serialize(rows, context)].join(''));
    const written = finishPieces(comparedFromMegadetector(parseMdResults(file)));
    expect(written.size).toBe(FACTS.length);
    expect(sorted(finishPieces(comparedFromRows(rows, context, 'megadetector')))).toEqual(sorted(written));
  });
});
