import { describe, expect, it } from 'vitest';
import { finishPieces } from '../../domain/finish-pieces';
import type { MdResults } from '../../domain/megadetector/md-results';
import type { UsableMdImage } from '../../domain/megadetector/md-to-facts';
import type { ResultRecord } from '../../domain/parse-result-record';
import type { ImportKind } from './import-view';
import { offerImport, type ImportTarget } from './offer-import';
import type { ImportContent } from './read-import';

const TARGET: ImportTarget = {
  filepaths: ['A/1.jpg', 'A/2.jpg', 'B/3.jpg'],
  hasLabel: (label) => label === 'fox',
  hasPackage: true,
  isDone: () => false,
  hasResults: false,
  mode: 'species',
};
const SCORES = { classes: ['fox'], scores: [0.9] };

const record = (filepath: string, part: Partial<ResultRecord> = {}): ResultRecord => ({
  filepath,
  hasFailed: false,
  classifications: null,
  detections: null,
  prediction: null,
  ...part,
});
const image = (filepath: string, hasClass = false): UsableMdImage => ({
  filepath,
  hasFailed: false,
  detections: [{ category: '1', label: 'animal', conf: 0.9, bbox: [0, 0, 1, 1] }],
  classes: [hasClass ? { label: ';;;;;;fox', score: 0.7 } : null],
});
/** What the file says beside its images is not looked at here. */
const mdFile = (...images: readonly UsableMdImage[]): ImportContent => ({
  kind: 'megadetector',
  images,
  results: { images: [] } as unknown as MdResults,
});
const offer = (content: ImportContent, target: Partial<ImportTarget> = {}) =>
  finishPieces(offerImport('file.json', content, { ...TARGET, ...target }));

describe('offerImport', () => {
  it.each<[ImportContent, ImportKind, readonly string[]]>([
    [
      { kind: 'results', records: [record('A/1.jpg', { detections: [], classifications: SCORES, prediction: null })] },
      'predictions',
      ['continue', 'compare', 'merge', 'detections', 'classifications'],
    ],
    [
      { kind: 'results', records: [record('A/1.jpg', { detections: [] })] },
      'detections',
      ['detections', 'continue', 'compare'],
    ],
    [
      { kind: 'results', records: [record('A/1.jpg', { classifications: SCORES })] },
      'classifications',
      ['classifications', 'continue', 'compare'],
    ],
    [mdFile(image('A/1.jpg')), 'megadetector', ['detections', 'continue', 'compare']],
    [mdFile(image('A/1.jpg', true)), 'megadetector-species', ['continue', 'detections', 'compare']],
    [
      {
        kind: 'instances',
        instances: [{ filepath: 'A/1.jpg', country: null, admin1Region: null, latitude: 0, longitude: 0 }],
      },
      'instances',
      ['instances'],
    ],
  ])('%j is %s', (content, kind, uses) => {
    expect(offer(content).offer).toMatchObject({ kind, uses, count: 1, matched: 1, blocked: {}, prefix: '' });
  });

  it('counts what belongs to the survey, and names the first of the rest', () => {
    const paths = ['A/1.jpg', 'x1', 'x2', 'x3', 'x4', 'x5', 'x6'];
    expect(offer({ kind: 'results', records: paths.map((path) => record(path)) }).offer).toMatchObject({
      count: 7,
      matched: 1,
      unmatched: ['x1', 'x2', 'x3', 'x4', 'x5'],
    });
  });

  it('finds the images of a file whose paths begin with a folder, and calls them as the survey does', () => {
    const images = ['/home/me/A/1.jpg', '/home/me/B/3.jpg', '/home/me/B/9.jpg'].map((path) => image(path));
    const offered = offer(mdFile(...images));
    expect(offered.offer).toMatchObject({ prefix: '/home/me/', matched: 2, unmatched: ['/home/me/B/9.jpg'] });
    expect(offered.content).toMatchObject({
      images: [{ filepath: 'A/1.jpg' }, { filepath: 'B/3.jpg' }, { filepath: 'B/9.jpg' }],
    });
  });

  it('offers nothing of a file for another folder', () => {
    const { offer: offered } = offer({ kind: 'results', records: [record('other.jpg', { detections: [] })] });
    const block = 'nothing-matches';
    expect(offered.blocked).toEqual({ detections: block, continue: block, compare: block });
  });

  it('wants a package for labels', () => {
    const records = [record('A/1.jpg', { classifications: SCORES })];
    expect(offer({ kind: 'results', records }, { hasPackage: false }).offer.blocked).toEqual({
      continue: 'no-package',
    });
    const lines = ['fox'];
    expect(offer({ kind: 'target-species', lines }, { hasPackage: false }).offer.blocked).toEqual({
      'target-species': 'no-package',
    });
    expect(offer(mdFile(image('A/1.jpg')), { hasPackage: false }).offer.blocked).toEqual({});
  });

  it('keeps boxes alone out of results with names, and species to look for out of finished ones', () => {
    const boxes: ImportContent = mdFile(image('A/1.jpg'));
    expect(offer(boxes, { hasResults: true }).offer.blocked).toEqual({ continue: 'has-results' });
    expect(offer(boxes, { hasResults: true, mode: 'detections' }).offer.blocked).toEqual({});
    const list = offer({ kind: 'target-species', lines: ['fox', 'yak'] }, { hasResults: true }).offer;
    expect(list).toMatchObject({ matched: 1, unmatched: ['yak'], blocked: { 'target-species': 'has-results' } });
  });

  it('lets a list of images leave out photos, but none that is done', () => {
    const instance = { filepath: './A/1.jpg', country: 'KEN', admin1Region: null, latitude: null, longitude: null };
    const list: ImportContent = { kind: 'instances', instances: [instance] };
    expect(offer(list, { isDone: (path) => path === 'A/1.jpg' }).offer.blocked).toEqual({});
    expect(offer(list, { isDone: (path) => path === 'B/3.jpg' }).offer.blocked).toEqual({
      instances: 'leaves-out-results',
    });
  });

  it('takes rules for what they are: they belong to no image', () => {
    const fixes = [{ taxon: 'mammalia;;;;', rule: 'block', country: 'KEN', admin1Region: null }] as const;
    expect(offer({ kind: 'geofence-rules', fixes }).offer).toMatchObject({ count: 1, matched: 1, blocked: {} });
    expect(offer({ kind: 'geofence-rules', fixes: [] }).offer.blocked).toEqual({ 'geofence-rules': 'nothing-matches' });
  });
});
