import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { combineRecords, type ComponentResult } from '../../src/domain/combine-record';
import type { Detection } from '../../src/domain/detection';
import { speciesnetFile, speciesnetJson } from '../../src/domain/formats/speciesnet-json';
import { parseGeofence } from '../../src/domain/geofence';
import type { Inference } from '../../src/domain/inference';
import { parseLabels } from '../../src/domain/label-list';
import type { RecordPlace, SpeciesnetRecord } from '../../src/domain/speciesnet-record';
import { createTaxonRules } from '../../src/domain/taxon-rules';
import { parseTaxonomy } from '../../src/domain/taxonomy';
import { createConclusions } from '../../src/pipeline/conclude';
import { describeGolden, goldenPath, readGolden, readReferencePackage } from './golden-folder';
import { onePlaceRules } from '../one-place-rules';

// Result files of the reference for real photos, compared as text: every number, every key, every blank.

interface ResultFile {
  readonly predictions: readonly SpeciesnetRecord[];
}

const MODEL_VERSION = 'coco-mnv2-test-a';

/** Expected files that the folder under test does not have are skipped by name. */
function hasFile([name]: readonly [string, ...unknown[]], kind: string): boolean {
  return existsSync(goldenPath(`e2e/predictions-${kind}${name}.json`));
}

function readTables() {
  return {
    labels: parseLabels(readReferencePackage('always_crop_99710272_22x8_v12_epoch_00148.labels.txt')),
    taxonomy: parseTaxonomy(readReferencePackage('taxonomy_release.txt')),
    geofence: parseGeofence(JSON.parse(readReferencePackage('geofence_release.json'))),
  };
}

describeGolden<ResultFile>('e2e/predictions-none.unrounded.json', ({ predictions }) => {
  const tables = readTables();
  const inferences = predictions.map((record) => inferenceOf(record, tables.labels));

  const places = [
    ['none', null, null, true],
    ['USA-CA', 'USA', 'CA', true],
    ['KEN', 'KEN', null, true],
    ['KEN-nogeofence', 'KEN', null, false],
    ['AUS', 'AUS', null, true],
    ['GBR', 'GBR', null, true],
  ] as const;
  it.skip.each(places.filter((place) => !hasFile(place, '')))('predictions-%s.json is absent', () => undefined);
  it.each(places.filter((place) => hasFile(place, '')))(
    'the same facts give predictions-%s.json',
    (name, country, admin1Region, isGeofenceOn) => {
      const place = { country, admin1Region };
      const switches = { isGeofenceOn, isRollupOn: true };
      const rules = { ...tables, ...switches, packageType: 'always_crop', mode: 'species', place } as const;
      const conclude = createConclusions(onePlaceRules(rules));
      const rows = inferences.map((inference) => ({ inference, prediction: conclude(inference).prediction }));
      const context = {
        ...rules,
        modelVersion: MODEL_VERSION,
        speciesPer: 'image',
        detectorName: null,
        classifierName: null,
      } as const;
      const text = [...speciesnetJson.serialize(rows, context)].join('');
      expect(text).toBe(readFileSync(goldenPath(`e2e/predictions-${name}.json`), 'utf8'));
    },
  );
});

describeGolden<ResultFile>('e2e/predictions-detector_only.json', (detector) => {
  const tables = readTables();

  const places = [
    ['none', null, null],
    ['USA-CA', 'USA', 'CA'],
  ] as const;
  const kind = 'ensemble_only-';
  it.skip.each(places.filter((place) => !hasFile(place, kind)))(
    'predictions-ensemble_only-%s.json is absent',
    () => undefined,
  );
  it.each(places.filter((place) => hasFile(place, kind)))(
    'together with the classifier’s file: predictions-ensemble_only-%s.json',
    (name, country, admin1_region) => {
      const classifier = readGolden('e2e/predictions-classifier_only.json') as ResultFile;
      const filepaths = detector.predictions.map(({ filepath }) => filepath);
      const place: RecordPlace = { country, admin1_region, latitude: null, longitude: null };
      const records = combineRecords(
        filepaths,
        {
          detector: byFilepath(detector),
          classifier: byFilepath(classifier),
          places: new Map(filepaths.map((filepath) => [filepath, place])),
          partial: new Map(),
        },
        MODEL_VERSION,
        () => createTaxonRules({ ...tables, place: { country, admin1Region: admin1_region }, isGeofenceOn: true }),
      );
      const expected = readFileSync(goldenPath(`e2e/predictions-ensemble_only-${name}.json`), 'utf8');
      expect([...speciesnetFile(records)].join('')).toBe(expected);
    },
  );
});

function byFilepath({ predictions }: ResultFile): ReadonlyMap<string, ComponentResult> {
  return new Map(predictions.map((record) => [record.filepath, record as ComponentResult]));
}

/** The facts behind a record: class numbers instead of labels. */
function inferenceOf(record: SpeciesnetRecord, labels: readonly string[]): Inference {
  const { classes = [], scores = [] } = record.classifications ?? {};
  const stored = { classes: classes.map((label) => labels.indexOf(label)), scores };
  const detections = (record.detections as readonly Detection[] | undefined) ?? null;
  return {
    filepath: record.filepath,
    size: { width: 1, height: 1 },
    capturedAt: null,
    detections,
    crops: detections !== null && detections.length > 0 ? { '0': stored } : { image: stored },
    failures: record.failures ?? [],
    problem: null,
  };
}
