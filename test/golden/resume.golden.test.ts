import { describe, expect, it } from 'vitest';
import { combineRecords } from '../../src/domain/combine-record';
import { speciesnetFile } from '../../src/domain/formats/speciesnet-json';
import { EMPTY_GEOFENCE } from '../../src/domain/geofence';
import { createPlaceOf } from '../../src/domain/image-place';
import { parseInstances } from '../../src/domain/parse-instances';
import {
  guessOrigin,
  loadPartialPredictions,
  mergeResults,
  type AnyRecord,
} from '../../src/domain/partial-predictions';
import { pythonFloat, roundTo4 } from '../../src/domain/python-json';
import type { RecordPlace } from '../../src/domain/speciesnet-record';
import { loadPlaceFinder } from '../../src/places/load-place-finder';
import { describeGolden } from './golden-folder';
import { createGoldenRules } from './reference-rules';

type ByFilepath = Readonly<Record<string, AnyRecord>>;

interface Instance {
  readonly filepath: string;
  readonly country?: string;
  readonly admin1_region?: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

interface ResumeCase {
  readonly id: string;
  readonly fn: string;
  readonly tag: string;
  readonly in: {
    readonly file_text: string | null;
    readonly instances: readonly Instance[];
    readonly predictions: ByFilepath;
    readonly values: readonly number[];
    readonly predictions_dict: { readonly predictions: readonly object[] };
    readonly filepaths: readonly string[];
    readonly new_predictions: ByFilepath;
    readonly partial_predictions: ByFilepath;
    readonly failure_type: 'CLASSIFIER' | 'DETECTOR';
    readonly mode: string;
    readonly existing_output: unknown;
    readonly extra: { readonly detections_dict?: ByFilepath; readonly classifications_dict?: ByFilepath } | null;
    readonly files_present: readonly string[];
  };
  readonly out: {
    readonly error?: string;
    readonly result: unknown;
    readonly values: readonly number[];
    readonly python_json: readonly string[];
    readonly text: string;
    readonly file_text: string;
    readonly partial_predictions: ByFilepath;
    readonly partial_order: readonly string[];
    readonly instances_to_process: readonly Instance[];
    readonly detector_ran_on: readonly string[];
    readonly classifier_ran_on: readonly (readonly [string, unknown])[];
  };
}

const CHECKS: Readonly<Record<string, (test: ResumeCase) => void>> = {
  load_partial_predictions({ in: input, out }) {
    const { reused, toProcess } = loadPartialPredictions(input.file_text, input.instances);
    expect(Object.fromEntries(reused)).toStrictEqual(out.partial_predictions);
    expect([...reused.keys()]).toEqual(out.partial_order);
    expect(toProcess).toEqual(out.instances_to_process);
  },
  guess_predictions_source({ in: input, out }) {
    expect(guessOrigin(Object.values(input.predictions))).toBe(out.result);
  },
  limit_float_precision_4({ in: input, out }) {
    const rounded = input.values.map(roundTo4);
    // Integers of the vectors' JSON were floats in Python; toBe also tells 0 from -0.
    rounded.forEach((value, index) => expect(value).toBe(Number(out.python_json[index])));
    expect(rounded.map(pythonFloat)).toEqual(out.python_json);
  },
  save_predictions_text({ in: input, out }) {
    expect([...speciesnetFile(input.predictions_dict.predictions)].join('')).toBe(out.text);
  },
  merge_results({ in: input, out }) {
    const merged = mergeResults(
      input.filepaths,
      new Map(Object.entries(input.new_predictions)),
      new Map(Object.entries(input.partial_predictions)),
      input.failure_type,
    );
    expect({ predictions: merged }).toStrictEqual(out.result);
  },
  end_to_end: checkRun,
};

describeGolden<{ cases: readonly ResumeCase[] }>('speciesnet/resume.json', ({ cases }) => {
  it('knows every function of the file', () => {
    expect(cases.filter(({ fn }) => !(fn in CHECKS))).toEqual([]);
  });

  describe.each(Object.keys(CHECKS))('%s', (name) => {
    const own = cases.filter(({ fn }) => fn === name);
    // How threads are used is the reference's own affair: we have no run mode to refuse.
    const other = own.filter(({ tag }) => /run mode|single_thread/.test(tag));
    it.each(own.filter((test) => !other.includes(test)))('$id $tag', (test) => {
      if (test.out.error !== undefined) expect(() => CHECKS[name]!(test)).toThrow();
      else CHECKS[name]!(test);
    });
    it.skip.each(other)('$id $tag: we have no run modes', () => undefined);
  });
});

// What the stub networks of the vectors answer, see the file's `about`.
const DETECTION = { category: '1', label: 'animal', conf: 0.87654321, bbox: [0.123456, 0.2, 0.30005, 0.4] };
const CLASSES = [
  'ddf59264-185a-4d35-b647-2785792bdf54;mammalia;carnivora;felidae;panthera;leo;lion',
  '9c564562-9429-405c-8529-04cff7752282;mammalia;carnivora;felidae;puma;concolor;puma',
];
const CLASSIFICATIONS = { classes: CLASSES, scores: [0.912345678, 0.05] };

/** A whole run: what was reused, what was computed, and the file's text. */
function checkRun(test: ResumeCase): void {
  const { in: input, out } = test;
  const existing = input.existing_output === null ? null : JSON.stringify(input.existing_output);
  const { reused, toProcess } = loadPartialPredictions(existing, input.instances);
  const todo = toProcess.map(({ filepath }) => filepath);
  const filepaths = input.instances.map(({ filepath }) => filepath);
  const isPresent = (filepath: string) => input.files_present.includes(filepath);
  const answer = (filepath: string, fact: object, failure: string) =>
    [filepath, isPresent(filepath) ? { filepath, ...fact } : { filepath, failures: [failure] }] as const;
  const detected = new Map<string, AnyRecord>(
    todo.map((path) => answer(path, { detections: [DETECTION] }, 'DETECTOR')),
  );
  const classified = new Map<string, AnyRecord>(
    todo.map((path) => answer(path, { classifications: CLASSIFICATIONS }, 'CLASSIFIER')),
  );
  let records: readonly object[];
  if (input.mode === 'detect') records = mergeResults(filepaths, detected, reused, 'DETECTOR');
  else if (input.mode === 'classify') records = mergeResults(filepaths, classified, reused, 'CLASSIFIER');
  else {
    const isEnsembleOnly = input.mode === 'ensemble';
    const given = input.extra ?? {};
    records = combineRecords(
      filepaths,
      {
        classifier: isEnsembleOnly ? new Map(Object.entries(given.classifications_dict ?? {})) : classified,
        detector: isEnsembleOnly ? new Map(Object.entries(given.detections_dict ?? {})) : detected,
        places: placesOf(test),
        partial: reused,
      },
      '4.0.2a',
      (place) => rulesWithoutGeofence({ ...place, enable_geofence: true }),
    );
  }
  const ran = input.mode === 'ensemble' ? [] : todo.toSorted();
  expect(out.detector_ran_on).toEqual(input.mode === 'classify' ? [] : ran);
  expect(out.classifier_ran_on.map(([filepath]) => filepath)).toEqual(input.mode === 'detect' ? [] : ran);
  expect([...speciesnetFile(records)].join('')).toBe(out.file_text);
}

const rulesWithoutGeofence = createGoldenRules(EMPTY_GEOFENCE);
const noPlace = { place: { country: null, admin1Region: null }, folderPlaces: [], placeFromCoordinates: false };
const placeOf = createPlaceOf(noPlace, await loadPlaceFinder());

/** Every instance's place, as a run without an override finds it. */
function placesOf({ in: input }: ResumeCase): ReadonlyMap<string, RecordPlace> {
  return new Map(
    parseInstances({ instances: input.instances }).map((instance) => {
      const { country, admin1Region, latitude, longitude } = placeOf({ filepath: '', instance, exif: null });
      return [instance.filepath, { country, admin1_region: admin1Region, latitude, longitude }];
    }),
  );
}
