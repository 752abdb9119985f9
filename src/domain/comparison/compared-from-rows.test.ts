import { describe, expect, it } from 'vitest';
import { SMALL_GEOFENCE, SMALL_LABELS, SMALL_TAXONOMY } from '../../../test/small-package';
import { syntheticInferences } from '../../../test/synthetic-inferences';
import { concludeAnimals, DEFAULT_ANIMAL_OPTIONS } from '../conclude-animal';
import { concludeFrom, type ConclusionRules } from '../conclusion-rules';
import { finishPieces } from '../finish-pieces';
import type { ExportContext, ExportRow } from '../formats/export-format';
import { megadetectorJson } from '../formats/megadetector-json';
import { speciesnetJson } from '../formats/speciesnet-json';
import { parseMdResults } from '../megadetector/parse-md-results';
import { parseSpeciesnetResults } from '../parse-speciesnet-results';
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

/** With the species of each best box, and every third best box rejected. */
function rowsOf(context: ExportContext & ConclusionRules): readonly ExportRow[] {
  const rules = createTaxonRules(context);
  return FACTS.map((facts, index) => {
    const inference = { ...facts, crops: { ...facts.crops, ...(facts.crops['0'] && { box0: facts.crops['0'] }) } };
    const isPerAnimal = context.speciesPer === 'animal' && context.mode === 'species';
    return {
      inference,
      prediction: concludeFrom(inference, context, rules),
      animals: isPerAnimal ? concludeAnimals(inference, context, rules, DEFAULT_ANIMAL_OPTIONS) : null,
      rejected: new Set(index % 3 === 0 ? [0] : []),
    };
  });
}

/** Maps have an order, which is not meant here. */
const sorted = (result: ComparedResult) => [...result].sort(([one], [other]) => (one < other ? -1 : 1));

describe.each([
  ['species', 'image'],
  ['species', 'animal'],
  ['detections', 'image'],
  ['classify-whole-images', 'image'],
] as const)('rows of mode %s, species per %s', (mode, speciesPer) => {
  const context = contextOf(mode, speciesPer);
  const rows = rowsOf(context);

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
