import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../test/read-json';
import { compareWithPublished } from './compare-published';
import { countVerdicts, type BoxFact, type ClassFact, type ComparedRow } from './compared-row';
import { DETECTION_LABELS, type Bbox, type Detection, type DetectionCategory } from './detection';
import type { Inference } from './inference';
import { parsePublishedResults } from './parse-published-results';
import type { AppliedSet, PublishedClasses, PublishedDetection, PublishedDetections } from './published-results';

const ROOT = resolve(import.meta.dirname, '../..');
const results = parsePublishedResults(readJson(resolve(ROOT, 'public/models/published-results.json')));
const applied = (sets: AppliedSet['set'][]): AppliedSet[] =>
  sets.map((set) => ({ set, by: 'checksum', version: '', isInferred: false }));

const detection = (category: DetectionCategory, conf: number, bbox: Bbox): Detection => ({
  category,
  label: DETECTION_LABELS[category],
  conf,
  bbox,
});
const asFound = (boxes: readonly PublishedDetection[]) =>
  boxes.map(({ category, conf, bbox }) => detection(category, conf, bbox));
const inferenceOf = (change: Partial<Inference>): Inference => ({
  filepath: 'photo.jpg',
  size: { width: 100, height: 100 },
  capturedAt: null,
  detections: null,
  crops: {},
  failures: [],
  problem: null,
  ...change,
});

const shapeOf = ({ fact, verdict }: ComparedRow) => {
  if (fact.kind !== 'box') return `${fact.kind} ${verdict}`;
  return `box ${fact.number ?? '-'} ${fact.published?.conf ?? '-'} ${fact.here?.conf ?? '-'} ${verdict}`;
};

describe('boxes', () => {
  const BOX: Bbox = [0.2, 0.2, 0.4, 0.4];
  const ELSEWHERE: Bbox = [0.7, 0.7, 0.2, 0.2];
  const setOf = (...boxes: readonly Detection[]): AppliedSet[] =>
    applied([
      {
        kind: 'detections',
        id: 'set',
        name: 'Set',
        source: { repository: 'a/b', file: 'c' },
        models: [],
        minConf: 0.01,
        photos: [{ file: 'x.jpg', detections: boxes }],
      },
    ]);
  const compare = (published: readonly Detection[], here: readonly Detection[]) =>
    compareWithPublished(setOf(...published), {
      photo: 'x.jpg',
      inference: inferenceOf({ detections: here }),
      labels: [],
    });
  const moved = (by: number): Bbox => [0.2, 0.2 + by, 0.4, 0.4];

  it.each([
    ['equal', [detection('1', 0.95, BOX)], 'box 1 0.95 0.95 within'],
    ['conf at the tolerance', [detection('1', 0.94, BOX)], 'box 1 0.95 0.94 within'],
    ['conf beyond it', [detection('1', 0.9399, BOX)], 'box 1 0.95 0.9399 outside'],
    ['box at the tolerance', [detection('1', 0.95, moved(0.005))], 'box 1 0.95 0.95 within'],
    ['box beyond it', [detection('1', 0.95, moved(0.0051))], 'box 1 0.95 0.95 outside'],
    ['another category', [detection('2', 0.95, BOX)], 'box 1 0.95 0.95 outside'],
    ['not found', [], 'box 1 0.95 - missing'],
  ])('%s', (_name, here, expected) => {
    expect(compare([detection('1', 0.95, BOX)], here).map(shapeOf)).toEqual([expected]);
  });

  it('somewhere else it is another box', () => {
    expect(compare([detection('1', 0.95, BOX)], [detection('1', 0.95, ELSEWHERE)]).map(shapeOf)).toEqual([
      'box 1 0.95 - missing',
      'box - - 0.95 outside',
    ]);
  });

  it('at the limit of the list a box may be there or not', () => {
    expect(compare([detection('1', 0.02, BOX)], []).map(shapeOf)).toEqual(['box 1 0.02 - within']);
    expect(compare([detection('1', 0.021, BOX)], []).map(shapeOf)).toEqual(['box 1 0.021 - missing']);
    expect(compare([], [detection('1', 0.02, BOX)]).map(shapeOf)).toEqual(['no-boxes within']);
    expect(compare([], [detection('1', 0.021, BOX)]).map(shapeOf)).toEqual(['box - - 0.021 outside']);
  });

  it('a person and an animal at one place are paired by category, whichever is better here', () => {
    const published = [detection('2', 0.9, BOX), detection('1', 0.5, moved(0.01))];
    const here = [detection('1', 0.505, moved(0.008)), detection('2', 0.905, moved(0.004))];
    expect(compare(published, here).map(shapeOf)).toEqual(['box 1 0.9 0.905 within', 'box 2 0.5 0.505 within']);
  });

  it('each box is paired once, the best overlap first', () => {
    const published = [detection('1', 0.9, BOX), detection('1', 0.8, moved(0.02))];
    const here = [detection('1', 0.8, moved(0.02))];
    expect(compare(published, here).map(shapeOf)).toEqual(['box 1 0.9 - missing', 'box 2 0.8 0.8 within']);
  });

  it('says by how much', () => {
    const [row] = compare([detection('1', 0.95, BOX)], [detection('1', 0.9, moved(0.003))]);
    const fact = row!.fact as BoxFact;
    expect(fact.confDifference).toBeCloseTo(0.05, 9);
    expect(fact.boxDifference).toBeCloseTo(0.003, 9);
  });

  it('a photo that could not be read has one row that says so', () => {
    const problem = { code: 'undecodable', detail: 'no decoder' } as const;
    const unread = inferenceOf({ problem, failures: ['DETECTOR'] });
    const facts = { photo: 'x.jpg', inference: unread, labels: [] };
    expect(compareWithPublished(setOf(detection('1', 0.9, BOX)), facts)).toEqual([
      { photo: 'x.jpg', setId: 'set', fact: { kind: 'unreadable', problem }, verdict: 'missing' },
    ]);
  });

  it('a photo of which nothing is published has no rows', () => {
    const facts = { photo: 'y.jpg', inference: inferenceOf({ detections: [] }), labels: [] };
    expect(compareWithPublished(setOf(), facts)).toEqual([]);
  });
});

describe('first labels', () => {
  const BOX: Bbox = [0.2, 0.2, 0.4, 0.4];
  const DOG = 'u1;mammalia;carnivora;canidae;canis;familiaris;domestic dog';
  const labels = ['u0;;;;;;blank', 'u1;mammalia;;;;;spelled otherwise'];
  const setOf = (score: number | null, box: Bbox | null = BOX): AppliedSet[] => {
    const photos = [{ file: 'x.jpg', box, label: DOG, score }];
    const source = { repository: 'a/b', file: 'c' };
    return applied([{ kind: 'classes', id: 'set', name: 'Set', source, versions: [], labels: 2, photos }]);
  };
  const compare = (set: AppliedSet[], change: Partial<Inference>) => {
    const [row, ...others] = compareWithPublished(set, { photo: 'x.jpg', inference: inferenceOf(change), labels });
    expect(others).toEqual([]);
    return row!;
  };
  const named = (index: number, score: number, box: Bbox | null = BOX): Partial<Inference> => ({
    detections: box === null ? [] : [detection('1', 0.9, box)],
    crops: { [box === null ? 'image' : '0']: { classes: [index, 1 - index], scores: [score, 0] } },
  });

  it.each([
    ['the number in front decides', setOf(null), named(1, 0.3), 'within'],
    ['another label', setOf(null), named(0, 0.9), 'outside'],
    ['score at the tolerance', setOf(0.98), named(1, 0.96), 'within'],
    ['score beyond it', setOf(0.98), named(1, 0.959), 'outside'],
    ['another label with the same score', setOf(0.98), named(0, 0.98), 'outside'],
    ['nothing was said', setOf(0.98), { detections: [] }, 'missing'],
  ] as const)('%s', (_name, set, change, verdict) => expect(compare(set, change).verdict).toBe(verdict));

  it('says which crop was used', () => {
    const factOf = (set: AppliedSet[], change: Partial<Inference>) => compare(set, change).fact as ClassFact;
    expect(factOf(setOf(null), named(1, 0.9))).toMatchObject({ isOtherBox: false, here: { box: BOX, score: 0.9 } });
    expect(factOf(setOf(null), named(1, 0.9, [0.21, 0.2, 0.4, 0.4]))).toMatchObject({ isOtherBox: true });
    expect(factOf(setOf(null), named(1, 0.9, null))).toMatchObject({ isOtherBox: true, here: { box: null } });
    expect(factOf(setOf(null, null), named(1, 0.9, null))).toMatchObject({ isOtherBox: false });
  });

  it('a classifier that stopped is told with its reason', () => {
    const problem = { code: 'classifier-failed', detail: 'NaN' } as const;
    const row = compare(setOf(null), { detections: [], problem, failures: ['CLASSIFIER'] });
    expect(row).toMatchObject({ verdict: 'missing', fact: { kind: 'unreadable', problem } });
  });
});

describe('the published numbers themselves', () => {
  const [boxes, top1] = results.sets as readonly [PublishedDetections, PublishedClasses];
  const found = (file: string) => asFound(boxes.photos.find((photo) => photo.file === file)!.detections);
  const all = (change: (file: string) => readonly Detection[]) =>
    boxes.photos.flatMap(({ file }) => {
      const inference = inferenceOf({ detections: change(file) });
      return compareWithPublished(applied([boxes]), { photo: file, inference, labels: [] });
    });

  it('are within their own tolerance, one row for each box and each photo without boxes', () => {
    const rows = all(found);
    expect(countVerdicts(rows)).toEqual({ within: rows.length, outside: 0, missing: 0 });
    const published = boxes.photos.reduce((sum, { detections }) => sum + Math.max(1, detections.length), 0);
    expect(rows).toHaveLength(published);
    expect(rows.length).toBeGreaterThan(80);
  });

  it('tell photos apart: the boxes of another photo are not taken for a photo’s own', () => {
    const others = new Map(boxes.photos.map(({ file }, index) => [file, boxes.photos.at(index - 1)!.file]));
    const { outside, missing } = countVerdicts(all((file) => found(others.get(file)!)));
    expect(outside + missing).toBeGreaterThan(20);
  });

  it('speak of the same crops in both sets of labels and in the boxes', () => {
    for (const { file, box } of top1.photos) expect(found(file)[0]?.bbox ?? null).toEqual(box);
  });
});

interface Recorded {
  readonly images: readonly {
    readonly file: string;
    readonly detections: readonly Detection[];
    readonly '4.0.x-a always_crop': { readonly classifications: { classes: string[]; scores: number[] } };
  }[];
}

const recorded = resolve(ROOT, '../shared/golden/open/speciesnet/real-weights-expected.json');

describe.skipIf(!existsSync(recorded))(
  'what the reference program gave with the real networks (../shared/golden)',
  () => {
    const { images } = readJson(recorded) as Recorded;

    it('is within the tolerances, in all sets and for all photos', () => {
      const rows = images.flatMap(({ file, detections, '4.0.x-a always_crop': { classifications } }) => {
        const classes = { classes: classifications.classes.map((_, index) => index), scores: classifications.scores };
        const crops = { [detections.length === 0 ? 'image' : '0']: classes };
        const facts = { photo: file, inference: inferenceOf({ detections, crops }), labels: classifications.classes };
        return compareWithPublished(applied([...results.sets]), facts);
      });
      const apart = rows.filter(({ verdict }) => verdict !== 'within');
      expect(apart).toEqual([]);
      expect(rows.filter(({ fact }) => fact.kind === 'class')).toHaveLength(14 + 10);
      expect(rows.every(({ fact }) => fact.kind !== 'class' || !fact.isOtherBox)).toBe(true);
    });
  },
);

interface OtherPublication {
  readonly speciesnet402a: {
    readonly detector: { readonly md5: string };
    readonly results: readonly { readonly file: string; readonly detections?: readonly PublishedDetection[] }[];
  };
}

const shared = resolve(ROOT, '../shared/checkpoints/published/published-results.json');

describe.skipIf(!existsSync(shared))(
  'what another publication lists for v5a.0.1 (../shared/checkpoints/published)',
  () => {
    const { detector, results: others } = (readJson(shared) as OtherPublication).speciesnet402a;
    const [boxes] = results.sets as readonly [PublishedDetections];

    it('agrees with what is published for v5a.0.0, so that the two may be taken for the same network', () => {
      expect(boxes.models.find(({ md5 }) => md5 === detector.md5)).toMatchObject({
        version: 'v5a.0.1',
        isInferred: true,
      });
      const read = others.filter(({ detections }) => detections !== undefined);
      expect(read).toHaveLength(13);
      const rows = read.flatMap(({ file, detections }) => {
        const inference = inferenceOf({ detections: asFound(detections!) });
        return compareWithPublished(applied([boxes]), { photo: file, inference, labels: [] });
      });
      expect(rows.filter(({ verdict }) => verdict !== 'within')).toEqual([]);
    });
  },
);
