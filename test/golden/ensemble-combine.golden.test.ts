import { expect, it } from 'vitest';
import { combineRecords, type ComponentResult } from '../../src/domain/combine-record';
import { EMPTY_GEOFENCE } from '../../src/domain/geofence';
import type { RecordPlace } from '../../src/domain/speciesnet-record';
import { describeGolden } from './golden-folder';
import { createGoldenRules } from './reference-rules';

type ByFilepath<Value> = Readonly<Record<string, Value>>;

interface CombineCase {
  readonly id: string;
  readonly in: {
    readonly filepaths: readonly string[];
    readonly classifier_results: ByFilepath<ComponentResult>;
    readonly detector_results: ByFilepath<ComponentResult>;
    readonly geolocation_results: ByFilepath<RecordPlace>;
    readonly partial_predictions: ByFilepath<object>;
  };
  readonly out: { readonly predictions: readonly object[]; readonly key_order: readonly (readonly string[])[] };
}

describeGolden<{ cases: readonly CombineCase[] }>('speciesnet/ensemble_combine.json', ({ cases }) => {
  const rulesAt = createGoldenRules(EMPTY_GEOFENCE);

  it.each(cases)('$id', ({ in: input, out }) => {
    const records = combineRecords(
      input.filepaths,
      {
        classifier: new Map(Object.entries(input.classifier_results)),
        detector: new Map(Object.entries(input.detector_results)),
        places: new Map(Object.entries(input.geolocation_results)),
        partial: new Map(Object.entries(input.partial_predictions)),
      },
      '4.0.2a',
      (place) => rulesAt({ ...place, enable_geofence: true }),
    );
    expect(records).toStrictEqual(out.predictions);
    expect(records.map((record) => Object.keys(record))).toEqual(out.key_order);
  });
});
