import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { LION, PUMA, SMALL_LABELS } from '../../../test/small-package';
import type { Detection } from '../detection';
import { emptyReview, observationOf, type ImageReview } from '../review/image-review';
import { BLANK, UNKNOWN } from '../special-labels';
import type { ExportContext, ExportRow } from './export-format';
import { reviewCsv } from './review-csv';
import { REVIEW_COLUMNS } from './review-table';

const CONTEXT: ExportContext = {
  labels: SMALL_LABELS,
  packageType: 'always_crop',
  mode: 'species',
  place: { country: null, admin1Region: null },
  modelVersion: 'small',
  speciesPer: 'image',
  detectorName: 'd',
  classifierName: 'c',
};
const box = (conf: number): Detection => ({ category: '1', label: 'animal', conf, bbox: [0.1, 0.1, 0.5, 0.5] });

function rowOf(review: Partial<ImageReview> | null, change: Partial<ExportRow> = {}): ExportRow {
  const filepath = 'North/100RECNX/ä 1.JPG';
  return {
    inference: {
      filepath,
      size: { width: 4, height: 3 },
      capturedAt: '2024-05-01T06:30:00',
      detections: [box(0.9), box(0.5), box(0.1)],
      crops: {},
      failures: [],
      problem: null,
    },
    prediction: { label: PUMA, score: 0.87654321, source: 'classifier' },
    review: review && { ...emptyReview(filepath), by: 'Ada', at: Date.UTC(2025, 0, 2, 3, 4, 5), ...review },
    ...change,
  };
}

function read(...rows: readonly ExportRow[]): readonly Readonly<Record<string, string>>[] {
  const text = [...reviewCsv.serialize(rows, CONTEXT)].join('');
  const { data, errors, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  expect(meta.fields).toEqual([...REVIEW_COLUMNS]);
  return data;
}

describe('the table of a review', () => {
  it('has a line for each observation, beside what the machine said', () => {
    const lion = {
      ...observationOf(LION, 2),
      sex: 'female',
      lifeStage: 'adult',
      behavior: 'rests',
      individual: 'L7',
    } as const;
    const review = { observations: [lion, observationOf(PUMA, 1)], isFlagged: true, note: 'two "cats",\nnear' };
    expect(read(rowOf(review, { event: { id: 'North/1.JPG', deployment: 'North' } }))).toEqual([
      {
        filepath: 'North/100RECNX/ä 1.JPG',
        folder: 'North/100RECNX',
        deployment: 'North',
        event: 'North/1.JPG',
        captured_at: '2024-05-01T06:30:00',
        observation: '1',
        observations: '2',
        label: 'lion',
        scientific_name: 'panthera leo',
        class: 'mammalia',
        order: 'carnivora',
        family: 'felidae',
        genus: 'panthera',
        species: 'leo',
        label_id: 'u-lion',
        count: '2',
        sex: 'female',
        life_stage: 'adult',
        behavior: 'rests',
        individual: 'L7',
        machine_label: 'puma',
        machine_scientific_name: 'puma concolor',
        machine_label_id: 'u-puma',
        machine_score: '0.8765',
        machine_source: 'classifier',
        agrees: 'no',
        boxes_kept: '',
        boxes_moved: '',
        boxes_added: '',
        boxes_removed: '',
        flagged: 'yes',
        starred: 'no',
        note: 'two "cats",\nnear',
        reviewer: 'Ada',
        reviewed_at: '2025-01-02T03:04:05.000Z',
      },
      expect.objectContaining({ observation: '2', label: 'puma', agrees: '', deployment: 'North' }),
    ]);
  });

  it.each([
    ['nothing said', null, []],
    ['blank', { observations: [observationOf(BLANK)] }, [{ label: 'blank', count: '', class: '', agrees: 'no' }]],
    ['cannot tell', { observations: [observationOf(UNKNOWN)] }, [{ label: 'unknown', scientific_name: '', class: '' }]],
    ['only a star', { isStarred: true }, [{ observation: '', observations: '0', label: '', starred: 'yes' }]],
  ])('%s', (_, review, lines) => {
    expect(read(rowOf(review))).toEqual(lines.map((line) => expect.objectContaining(line) as object));
  });

  it('counts kept, moved, added and removed boxes; weak ones were none', () => {
    const boxes = [
      { bbox: [0.1, 0.1, 0.5, 0.5], category: '1', label: null, from: 0 },
      { bbox: [0, 0, 0.1, 0.1], category: '1', label: null, from: null },
      { bbox: [0.5, 0, 0.1, 0.1], category: '2', label: null, from: null },
    ] as const;
    const counts = ([line]: ReturnType<typeof read>) =>
      ['kept', 'moved', 'added', 'removed'].map((name) => line![`boxes_${name}`]);
    expect(counts(read(rowOf({ boxes })))).toEqual(['1', '0', '2', '1']);
    expect(counts(read(rowOf({ boxes: [{ ...boxes[0], bbox: [0.2, 0.1, 0.5, 0.5] }] })))).toEqual(['0', '1', '0', '1']);
    expect(counts(read(rowOf({ boxes: [] })))).toEqual(['0', '0', '0', '2']);
    expect(counts(read(rowOf({ boxes: [] }, { rejected: new Set([1]) })))).toEqual(['0', '0', '0', '1']);
  });

  it('has what smoothing made of the machine’s name, and a box where there is no name', () => {
    const change = { label: LION, was: PUMA, within: 'image', step: 'other' } as const;
    const smoothed = { changes: new Map([[0, change]]), description: null };
    expect(read(rowOf({ isStarred: true }, { smoothed }))).toMatchObject([{ machine_label: 'lion' }]);
    expect(read(rowOf({ isStarred: true }, { prediction: null }))).toMatchObject([
      { machine_label: 'animal', machine_score: '0.9', machine_source: 'detector' },
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")'])(
    'lets no spreadsheet compute %j',
    (text) => {
      const review = {
        observations: [{ ...observationOf(LION), behavior: text, individual: text }],
        note: text,
        by: text,
      };
      const [line] = read(rowOf(review));
      for (const name of ['note', 'reviewer', 'behavior', 'individual']) expect(line![name]).toBe(`'${text}`);
    },
  );
});
