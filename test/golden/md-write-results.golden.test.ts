import { describe, expect, it } from 'vitest';
import { DETECTION_LABELS, type Bbox, type DetectionCategory } from '../../src/domain/detection';
import type { ExportContext, ExportRow } from '../../src/domain/formats/export-format';
import { serializeAnimals } from '../../src/domain/formats/megadetector-animals';
import { detectorVersionOf, typicalThresholdOf } from '../../src/domain/megadetector/detector-metadata';
import { mdConf } from '../../src/domain/megadetector/md-numbers';
import type { MdDetection, MdImage, MdResults } from '../../src/domain/megadetector/md-results';
import { roundDecimals, truncateDecimals } from '../../src/domain/python-number';
import { describeGolden } from './golden-folder';

type WriteCase = { readonly id: string; readonly note: string } & (
  | {
      readonly group: 'write';
      readonly results: readonly MdImage[];
      readonly options: Readonly<Record<string, unknown>>;
      readonly outcome: 'ok' | 'error';
      readonly expected: MdResults;
    }
  | { readonly group: 'version'; readonly name: string; readonly expected: string }
  | { readonly group: 'threshold'; readonly results: Pick<MdResults, 'info'>; readonly expected: number }
  | {
      readonly group: 'float';
      readonly x: number;
      readonly precision: number;
      readonly expected: { readonly truncate: number; readonly round: number };
    }
  | { readonly group: 'iou' }
);

/** Others have no counterpart: our paths are relative with slashes, and a legacy field is never written. */
const OPTIONS = ['relative_path_base', 'detector_file'];

describeGolden<{ cases: WriteCase[] }>('megadetector/write_results.json', ({ cases }) => {
  const of = <Group extends WriteCase['group']>(group: Group) =>
    cases.filter((one): one is Extract<WriteCase, { group: Group }> => one.group === group);
  const writes = of('write').filter(
    ({ outcome, options }) => outcome === 'ok' && Object.keys(options).every((name) => OPTIONS.includes(name)),
  );

  describe('write_results_to_file', () => {
    it.each(writes)('$id $note', ({ results, options, expected }) => {
      const written = write(results, options);
      expect(Object.keys(written)).toEqual(Object.keys(expected));
      expect(written.images).toEqual(expected.images);
      expect(written.detection_categories).toEqual(expected.detection_categories);
      expect(written.info).toEqual(withoutUrl(expected.info));
      expect(Object.keys(written.info)).toEqual(Object.keys(expected.info));
    });

    it.skip.each(of('write').filter((one) => !writes.includes(one)))('$id has no counterpart: $note', () => undefined);
  });

  it.each(of('version'))('$id $name is $expected', ({ name, expected }) => {
    expect(detectorVersionOf(name)).toBe(expected);
  });

  it.each(of('threshold'))('$id $note', ({ results, expected }) => {
    expect(typicalThresholdOf(results.info)).toBe(expected);
  });

  it.each(of('float'))('$id $x', ({ x, precision, expected }) => {
    expect(truncateDecimals(x, precision)).toBe(expected.truncate);
    expect(roundDecimals(x, precision)).toBe(expected.round);
  });

  it.skip.each(of('iou'))('$id is not about files', () => undefined);
});

function write(images: readonly MdImage[], options: Readonly<Record<string, unknown>>): MdResults {
  const base = typeof options['relative_path_base'] === 'string' ? `${options['relative_path_base']}/` : '';
  const detector = options['detector_file'];
  const context: ExportContext = {
    labels: [],
    packageType: 'always_crop',
    speciesPer: 'animal',
    mode: 'detections',
    place: { country: null, admin1Region: null },
    modelVersion: '',
    detectorName: typeof detector === 'string' ? detector : null,
    classifierName: null,
    detectedAt: '<time>',
  };
  const rows = images.map(({ file, detections, failure }): ExportRow => ({
    inference: {
      // Facts have paths below their folder, with slashes.
      filepath: file.slice(base.length).replaceAll('\\', '/'),
      size: { width: 1, height: 1 },
      capturedAt: null,
      // Facts have the best first, and of equals the last first.
      detections:
        detections
          ?.map(detectionOf)
          .reverse()
          .sort((left, right) => right.conf - left.conf) ?? null,
      crops: {},
      failures: typeof failure === 'string' ? ['DETECTOR'] : [],
      problem:
        typeof failure === 'string'
          ? { code: failure === 'inference failure' ? 'detector-failed' : 'not-an-image', detail: failure }
          : null,
    },
    prediction: null,
  }));
  return JSON.parse([...serializeAnimals(rows, context)].join('')) as MdResults;
}

function detectionOf({ category, conf, bbox }: MdDetection) {
  const known = category as DetectionCategory;
  expect(mdConf(conf)).toBe(conf);
  return { category: known, label: DETECTION_LABELS[known], conf, bbox: bbox as unknown as Bbox };
}

/** Our files name no hosts. */
function withoutUrl(info: MdResults['info']) {
  const metadata = Object.entries(info['detector_metadata'] as object).filter(([key]) => key !== 'url');
  return { ...info, detector_metadata: Object.fromEntries(metadata) as object };
}
