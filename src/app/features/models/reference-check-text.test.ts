import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ComparedRow } from '../../../domain/compared-row';
import { parsePublishedResults } from '../../../domain/parse-published-results';
import type { AppliedSet } from '../../../domain/published-results';
import { referenceCheckText } from './reference-check-text';
import { wordsOfRow } from './reference-check-words';

const BOX = [0.70412, 0.47654, 0.11084, 0.125] as const;
const animal = { category: '1', label: 'animal', conf: 0.93526, bbox: BOX } as const;
const published = { category: '1', conf: 0.935, bbox: [0.7041, 0.4765, 0.1108, 0.125] } as const;
const DOG = 'u1;mammalia;carnivora;canidae;canis;familiaris;domestic dog';
const row = (fact: ComparedRow['fact'], verdict: ComparedRow['verdict']): ComparedRow => ({
  photo: 'x.jpg',
  setId: 'set',
  fact,
  verdict,
});

const boxRow = row(
  { kind: 'box', number: 1, published, here: animal, confDifference: 0.00026, boxDifference: 0.00004 },
  'within',
);
const classRow = row(
  {
    kind: 'class',
    published: { file: 'x.jpg', box: null, label: DOG, score: 0.999 },
    here: { label: 'u2;mammalia;;;;;mammal', score: 0.5, box: BOX },
    scoreDifference: null,
    isOtherBox: true,
  },
  'outside',
);

// Numbers are written in the browser's language.
beforeAll(() => {
  vi.stubGlobal('navigator', { language: 'en-GB' });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

describe('rows in words', () => {
  it.each([
    ['a box', boxRow, ['Box 1, animal', 'conf 0.935', 'conf 0.9353', 'conf 0.0003, box 0']],
    [
      'a box of another category',
      row(
        {
          kind: 'box',
          number: 2,
          published,
          here: { ...animal, category: '2' },
          confDifference: 0,
          boxDifference: 0,
        },
        'outside',
      ),
      ['Box 2, animal', 'conf 0.935', 'conf 0.9353, person', 'conf 0, box 0'],
    ],
    [
      'a box that was not found',
      row({ kind: 'box', number: 3, published, here: null, confDifference: null, boxDifference: null }, 'missing'),
      ['Box 3, animal', 'conf 0.935', 'none', '–'],
    ],
    [
      'a faint box that was not found',
      row({ kind: 'box', number: 3, published, here: null, confDifference: null, boxDifference: null }, 'within'),
      ['Box 3, animal', 'conf 0.935', 'none, at the limit', '–'],
    ],
    [
      'a box that is not published',
      row(
        { kind: 'box', number: null, published: null, here: animal, confDifference: null, boxDifference: null },
        'outside',
      ),
      ['Box that is not published, animal', 'none', 'conf 0.9353', '–'],
    ],
    ['no boxes', row({ kind: 'no-boxes' }, 'within'), ['Boxes', 'none', 'none', '–']],
    ['a label', classRow, ['First label', 'domestic dog 0.999', 'mammal 0.5', '–']],
    [
      'a photo that could not be read',
      row({ kind: 'unreadable', problem: { code: 'undecodable', detail: 'no decoder' } }, 'missing'),
      ['Photo', '–', 'damaged or unknown kind', '–'],
    ],
  ])('%s', (_name, compared, expected) => {
    const { what, published: left, here, difference } = wordsOfRow(compared);
    expect([what, left.value, here.value, difference]).toEqual(expected);
  });

  it('says which crop was used', () => {
    const { published: left, here } = wordsOfRow(classRow);
    expect([left.detail, here.detail]).toEqual(['whole photo', 'crop at 0.7041 0.4765 0.1108 0.125 (another crop)']);
  });
});

describe('the copied text', () => {
  const file = resolve(import.meta.dirname, '../../../../public/models/published-results.json');
  const [boxes, labels] = parsePublishedResults(JSON.parse(readFileSync(file, 'utf8'))).sets;
  const sets: AppliedSet[] = [
    { set: boxes!, by: 'checksum', version: 'v5a.0.1', isInferred: true },
    { set: labels!, by: 'version', version: '4.0.2a', isInferred: false },
  ];

  it('names package, sources and tolerances, and has one line for each row', () => {
    const backend = { used: 'wasm', threads: 2, adapter: null, reason: 'no-adapter', detail: '' } as const;
    const about = { packageName: 'md_v5a.0.1', appVersion: '1.2.3' };
    const text = referenceCheckText(about, sets, { rows: [boxRow, classRow], backend, altered: ['y.jpg'] });
    const lines = text.split('\n');
    expect(lines[0]).toBe('Understory 1.2.3: md_v5a.0.1');
    expect(text).toContain('google/cameratrapai, speciesnet/detector_test.py. The file is v5a.0.1 by its checksum.');
    expect(text).toContain('same weights. That is inferred.');
    expect(text).toContain('By version, not by checksum');
    expect(text).toContain('conf up to 0.01 apart, each number of a box up to 0.005, score up to 0.02');
    expect(text).toContain('not checked: y.jpg.');
    expect(lines.at(-3)!.split('\t')).toEqual([
      'x.jpg',
      'Box 1, animal',
      'conf 0.935 (0.7041 0.4765 0.1108 0.125)',
      'conf 0.9353 (0.7041 0.4765 0.1108 0.125)',
      'conf 0.0003, box 0',
      'Within',
    ]);
    expect(lines.at(-2)!.split('\t').at(-1)).toBe('Outside');
  });
});
