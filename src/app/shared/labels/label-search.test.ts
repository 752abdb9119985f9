import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { finishPieces } from '../../../domain/finish-pieces';
import { commonNameOf } from '../../../domain/label';
import { createLabelCatalogue } from '../../../domain/labels/label-catalogue';
import { createLabelNames } from '../../../domain/labels/label-names';
import { noteUse } from '../../../domain/labels/change-label-use';
import { liftOf, NO_LABEL_USE } from '../../../domain/labels/label-use';
import type { OwnLabel } from '../../../domain/labels/own-label';
import { parseLabels } from '../../../domain/label-list';
import { BLANK, HUMAN, UNKNOWN, VEHICLE } from '../../../domain/special-labels';
import { parseTaxonomy } from '../../../domain/taxonomy';
import { nameLabels } from '../images/read-label';
import { prepareLabelSearch } from './label-search';

const ROOT = resolve(import.meta.dirname, '../../../..');
const read = (path: string) => readFileSync(resolve(ROOT, path), 'utf8');
const DEMO = {
  taxonomy: parseTaxonomy(read('public/demo/package/demo-taxonomy.txt')),
  labels: parseLabels(read('public/demo/package/demo-labels.txt')),
};
const OWN: OwnLabel = {
  id: '6f776e6c-3c52-8d11-9a40-1f2e3d4c5b6a',
  taxon: 'mammalia;carnivora;canidae;vulpes;vulpes',
  name: 'melanistic red fox',
  isOffered: true,
};
const searchOf = (own: readonly OwnLabel[] = []) => finishPieces(prepareLabelSearch(createLabelCatalogue(DEMO, own)));

afterEach(() => nameLabels(createLabelNames([], [])));

describe('the search of labels', () => {
  it.each([
    ['blank', BLANK],
    ['empty', BLANK],
    ['nothing', BLANK],
    ['person', HUMAN],
    ['people', HUMAN],
    ['homo sapiens', HUMAN],
    ['car', VEHICLE],
    ['unknown', UNKNOWN],
    ['not sure', UNKNOWN],
  ])('%s: finds what is no taxon by its words', (query, label) => {
    expect(searchOf()(query, 5)).toContain(label);
  });

  it('never offers the words of the reference for no answer', () => {
    expect(searchOf()('no cv result', 5)).toEqual([]);
  });

  it('finds own labels, by name and by their taxon', () => {
    const search = searchOf([OWN]);
    expect(search('melanistic', 5).map(commonNameOf)).toEqual(['melanistic red fox']);
    expect(search('fox red melan', 5).map(commonNameOf)).toEqual(['melanistic red fox']);
    expect(search('vulpes vulpes', 5).map(commonNameOf)).toContain('melanistic red fox');
  });

  it('finds by the names of a table and still by the package’s', () => {
    nameLabels(createLabelNames([], [{ taxon: 'vulpes vulpes', name: 'Rotfuchs' }, { taxon: 'blank', name: 'Leer' }])); // prettier-ignore
    const search = searchOf();
    for (const query of ['rotfu', 'rotfuhcs', 'red fox', 'vulpes vulpes']) {
      expect(commonNameOf(search(query, 3)[0]!), query).toBe('red fox');
    }
    expect(search('leer', 3)[0]).toBe(BLANK);
    expect(search('empty', 3)[0]).toBe(BLANK);
  });

  it('moves up what is used', () => {
    const search = searchOf([OWN]);
    const [first, second] = search('fox', 5);
    const use = noteUse(NO_LABEL_USE, second!);
    expect(search('fox', 5, liftOf(use)).slice(0, 2)).toEqual([second, first]);
  });

  it('guesses when nothing is found, not for short queries, and not for rubbish', () => {
    const search = searchOf();
    expect(search('vulpess vullpis', 5).map(commonNameOf)).toContain('red fox');
    expect(search('fxo', 5)).toEqual([]);
    expect(search('red fox', 5).map(commonNameOf)).toEqual(['red fox']);
    expect(search('qqqqqqqq', 5)).toEqual([]);
    for (const query of ["=red 'fox", '!fox', '^$|', '"']) expect(search(query, 5).length).toBeLessThanOrEqual(5);
  });
});

const MODEL = '../shared/models/coco-mnv2';

describe.skipIf(!existsSync(resolve(ROOT, MODEL)))('with the reference’s package (needs ../shared/models)', () => {
  const taxonomy = parseTaxonomy(read(`${MODEL}/taxonomy_release.txt`));
  const search = finishPieces(prepareLabelSearch(createLabelCatalogue({ taxonomy, labels: [] }, [])));

  it.each([
    ['hypopotamus', 'hippopotamus'],
    ['girrafe', 'giraffe'],
    ['wilderbeast', 'common wildebeest'],
    ['rhinocerus blak', 'black rhinoceros'],
    ['odocoilus virginanus', 'white-tailed deer'],
    ['bear family', 'bear family'],
    ['canidae', 'canine family'],
    ['bird', 'bird'],
    ['carnivora', 'carnivorous mammal'],
  ])('%s: %s', (query, name) => expect(search(query, 3).map(commonNameOf)).toContain(name));

  it('takes two errors in the longest word', () => {
    // Every 40th name with a word of seven letters or more, in which the third is missing and the fifth doubled.
    const all = [...taxonomy.labels.values()].filter((line) => /\p{L}{7}/u.test(commonNameOf(line)));
    const wrong = all.filter((_, index) => index % 40 === 0).map((line) => {
      const words = commonNameOf(line).split(' ');
      const longest = words.reduce((one, other) => (other.length > one.length ? other : one));
      const typed = longest.slice(0, 2) + longest.slice(3, 5) + longest.slice(4);
      return { line, query: words.map((word) => (word === longest ? typed : word)).join(' ') };
    }); // prettier-ignore
    const found = wrong.filter(({ line, query }) => search(query, 12).includes(line));
    expect(found.length / wrong.length).toBeGreaterThan(0.9);
  });
});
