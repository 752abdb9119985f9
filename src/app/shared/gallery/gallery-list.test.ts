import { describe, expect, it } from 'vitest';
import type { ImagePlace } from '../../../domain/image-place';
import { createLabelNames } from '../../../domain/labels/label-names';
import { animalBox, eventsOf, LINES, questionOf, surveyImage } from '../../../../test/gallery/survey-images';
import { runToEnd } from '../../../../test/run-to-end';
import { NO_FILTER, type ImageFilter } from '../images/image-filter';
import { nameLabels } from '../images/read-label';
import { createListMemory, pathsInOrder, listImages, type ListQuestion } from './gallery-list';
import type { ImageSort } from './list-look';

const images = [
  surveyImage('A/1.jpg', 'bear', { score: 0.9, at: '2010-11-06T04:04:00', detections: [animalBox(0.9)] }),
  surveyImage('A/2.jpg', 'bears', { score: 0.7, detections: [animalBox(0.4), animalBox(0.3)], classes: [0.5, 0.45] }),
  surveyImage('A/3.jpg', 'puma', { score: 0.35, at: '2010-11-07T04:04:00', classes: [0.6, 0.1] }),
  surveyImage('B/4.jpg', 'bird', { score: 1, at: '2010-11-05T23:04:00', source: 'classifier+rollup_to_class' }),
  surveyImage('B/5.jpg', 'blank', { score: 0.5, at: '2010-11-04T12:00:00', source: 'detector' }),
  surveyImage('B/6.jpg', null),
];

const ask = (part: Partial<ListQuestion>, of = images) =>
  runToEnd(listImages(questionOf(of, part), createListMemory()));
const digits = (part: Partial<ListQuestion>) =>
  pathsInOrder(ask(part))
    .map((filepath) => filepath.slice(2, 3))
    .join('');
const filtered = (filter: Partial<ImageFilter>) => digits({ filter: { ...NO_FILTER, ...filter } });

describe('the filter', () => {
  it.each<[Partial<ImageFilter>, string]>([
    [{}, '123456'],
    [{ kinds: ['animal'] }, '1234'],
    [{ kinds: ['blank', 'failed'] }, '56'],
    [{ groups: ['mammalia'] }, '123'],
    [{ groups: ['mammalia;ursidae'] }, '12'],
    [{ groups: ['=mammalia;carnivora;ursidae;;', ':failed'] }, '26'],
    [{ text: 'bear' }, '12'],
    [{ text: 'AMERICANUS a/' }, '1'],
    [{ text: 'nothing like it' }, ''],
    [{ score: { least: 0.5, most: 1 } }, '1245'],
    [{ score: { least: 0.35, most: 0.7 } }, '235'],
    [{ conf: { least: 0, most: 1 } }, '123456'],
    [{ conf: { least: 0.2, most: 0.5 } }, '2'],
    [{ conf: { least: 0, most: 0.5 } }, '2345'],
    [{ noneAbove: 0.2 }, '345'],
    [{ noneAbove: 0.4 }, '2345'],
    [{ origins: ['rollup', 'detector'] }, '45'],
    [{ failures: ['DETECTOR'] }, '6'],
    [{ failures: ['GEOLOCATION'] }, ''],
    [{ folders: ['B'] }, '456'],
    [{ folders: ['C'] }, ''],
    [{ days: { from: '2010-11-05', to: '2010-11-06' } }, '14'],
    [{ days: { from: null, to: '2010-11-05' } }, '45'],
    [{ hours: { from: 4, to: 5 } }, '13'],
    [{ hours: { from: 20, to: 5 } }, '134'],
    [{ groups: ['mammalia'], text: 'puma', score: { least: 0.5, most: 1 } }, ''],
  ])('%j', (filter, expected) => expect(filtered(filter)).toBe(expected));

  it('finds several species, which is more than one name of one species', () => {
    const of = (...labels: readonly (keyof typeof LINES)[]) =>
      labels.map((label) => ({ label: LINES[label], score: 0.8, source: 'classifier' as const }));
    const boxes = { detections: [animalBox(0.9), animalBox(0.8)] };
    const both = surveyImage('A/1.jpg', 'bear', { ...boxes, animals: of('bear', 'puma') });
    const one = surveyImage('A/2.jpg', 'bear', { ...boxes, animals: of('bear', 'bears') });
    const list = ask({ filter: { ...NO_FILTER, hasSeveral: true } }, [both, one]);
    expect(pathsInOrder(list)).toEqual(['A/1.jpg']);
    expect(list.counts.several).toBe(1);
    expect(list.counts.groups.get('mammalia;felidae')).toBe(1);
  });

  it('finds what was held back, at its place', () => {
    const place: ImagePlace = {
      country: 'KEN',
      admin1Region: null,
      latitude: null,
      longitude: null,
      source: 'survey',
      isCountryDerived: false,
      isRegionDerived: false,
    };
    const held = { label: LINES.puma, became: LINES.bird, detection: null };
    const inKenya = surveyImage('B/7.jpg', 'bird', { heldBack: [held], place });
    const find = (label: string, country: string) =>
      ask({ filter: { ...NO_FILTER, heldBack: { label, place: { country, admin1Region: null } } } }, [
        ...images,
        inKenya,
      ]).shown;
    expect(find(LINES.puma, 'KEN')).toBe(1);
    expect(find(LINES.bird, 'KEN')).toBe(0);
    expect(find(LINES.puma, 'TZA')).toBe(0);
  });

  it('shows one event, what differs, and one change of names', () => {
    const eventFiles = new Set(['A/1.jpg', 'B/5.jpg']);
    expect(digits({ filter: { ...NO_FILTER, event: 'A/1.jpg' }, eventFiles })).toBe('15');
    const differing = new Set(['A/2.jpg']);
    expect(digits({ filter: { ...NO_FILTER, differs: { what: 'any' } }, differing })).toBe('2');
    const change = { was: LINES.puma, label: LINES.bear, within: 'event', step: 'other' } as const;
    const all = [...images, surveyImage('B/7.jpg', 'puma', { smoothed: new Map([[2, change]]) })];
    const changed = (wanted: ImageFilter['change']) => ask({ filter: { ...NO_FILTER, change: wanted } }, all).shown;
    expect(changed(change)).toBe(1);
    expect(changed({ ...change, label: LINES.bird })).toBe(0);
    expect(changed({ ...change, within: 'image' })).toBe(0);
  });

  it('finds images that are called otherwise than most of their event', () => {
    const at = (second: number) => ({ at: `2010-11-06T04:04:0${second}` });
    const event = [
      surveyImage('A/1.jpg', 'bear', at(1)),
      surveyImage('A/2.jpg', 'puma', at(2)),
      surveyImage('A/3.jpg', 'bear', at(3)),
      surveyImage('B/1.jpg', 'bear', at(1)),
      surveyImage('B/2.jpg', 'puma', at(2)),
      surveyImage('B/3.jpg', null, at(3)),
      surveyImage('C/1.jpg', 'puma'),
    ];
    const list = ask({ found: eventsOf(event), filter: { ...NO_FILTER, isOdd: true } }, event);
    expect(pathsInOrder(list)).toEqual(['A/2.jpg']);
    expect(list.counts.odd).toBe(1);
  });
});

describe('counts', () => {
  it('follow the other filters, not their own', () => {
    const filter: ImageFilter = { ...NO_FILTER, kinds: ['animal'], folders: ['A'], score: { least: 0.5, most: 1 } };
    const { counts, shown } = ask({ filter });
    expect(shown).toBe(2);
    expect(counts.kinds.get('animal')).toBe(2);
    expect(counts.kinds.get('blank')).toBe(0);
    expect([...counts.folders]).toEqual([
      ['A', 2],
      ['B', 1],
    ]);
    expect(counts.score.reduce((sum, count) => sum + count)).toBe(3);
    expect(counts.groups.get('mammalia;felidae')).toBe(0);
    expect([...counts.days]).toEqual([
      ['2010-11-04', 0],
      ['2010-11-05', 0],
      ['2010-11-06', 1],
      ['2010-11-07', 0],
    ]);
    expect(counts.hours[4]).toBe(1);
  });

  it('without a filter count everything', () => {
    const { counts } = ask({});
    expect(counts.kinds.get('failed')).toBe(1);
    expect(counts.failures.get('DETECTOR')).toBe(1);
    expect(counts.origins.get('classifier')).toBe(3);
    expect(counts.noneAbove).toBe(3);
    expect(counts.conf[0]).toBe(3);
    expect(counts.conf[22]).toBe(1);
    expect(counts.score[24]).toBe(1);
  });
});

it.each<[ImageSort, string]>([
  ['name', '123456'],
  ['newest', '314526'],
  ['oldest', '541326'],
  ['highest', '412536'],
  ['lowest', '352146'],
  ['species', '124356'],
  ['confident', '123456'],
  ['faint', '345216'],
  ['uncertain', '231456'],
])('sorts %s, what has no value last', (sort, expected) => expect(digits({ sort })).toBe(expected));

describe('tiles', () => {
  it('are the animals of the images', () => {
    const { items } = ask({ tile: 'crops' });
    expect([...items.images]).toEqual([0, 1, 1]);
    expect([...(items.boxes ?? [])]).toEqual([0, 0, 1]);
    expect(items.groups).toEqual([{ value: -1, start: 0, end: 3, images: 2 }]);
  });

  it('leave rejected and faint boxes out, and groups with nothing in them', () => {
    const all = [
      surveyImage('A/1.jpg', 'bear', { detections: [animalBox(0.9), animalBox(0.8)], rejected: new Set([0]) }),
      surveyImage('B/1.jpg', 'bear', { detections: [animalBox(0.19)] }),
    ];
    const { items } = ask({ tile: 'crops', grouping: 'folder' }, all);
    expect([...(items.boxes ?? [])]).toEqual([1]);
    expect(items.groups).toHaveLength(1);
  });

  it('are events, frames by time, each where its first image stands', () => {
    const all = [
      surveyImage('A/1.jpg', 'bear', { at: '2010-11-06T04:04:09', score: 0.2 }),
      surveyImage('A/2.jpg', 'bear', { at: '2010-11-06T04:04:01', score: 0.3 }),
      surveyImage('A/3.jpg', 'puma', { at: '2010-11-07T04:04:01', score: 0.9 }),
      surveyImage('A/4.jpg', 'puma'),
    ];
    const { items, index } = ask({ tile: 'events', sort: 'highest', found: eventsOf(all) }, all);
    const rows = items.rows!.map(({ start, end }) =>
      [...items.images.slice(start, end)].map((image) => index.images[image]!.filepath.slice(2, 3)).join(''),
    );
    expect(rows).toEqual(['3', '4', '21']);
    expect(items.rows![1]!.event).toBe(-1);
    const bySpecies = ask({ tile: 'events', grouping: 'species', found: eventsOf(all) }, all).items;
    expect(bySpecies.groups.map(({ start, end, images: count }) => [start, end, count])).toEqual([
      [0, 2, 2],
      [2, 4, 2],
    ]);
  });
});

describe('memory', () => {
  it('answers a changed part anew and the others from memory', () => {
    const memory = createListMemory();
    const first = runToEnd(listImages(questionOf(images, { filter: { ...NO_FILTER, text: 'bear' } }), memory));
    const text = memory.filter.answers.get('text');
    const second = runToEnd(
      listImages(questionOf(images, { filter: { ...first.question.filter, kinds: ['blank'] } }), memory),
    );
    expect(second.shown).toBe(0);
    expect(second.index).toBe(first.index);
    expect(memory.filter.answers.get('text')).toBe(text);
    const more = [...images, surveyImage('C/1.jpg', 'bear')];
    const third = runToEnd(listImages(questionOf(more, { filter: first.question.filter }), memory));
    expect(third.shown).toBe(3);
  });
});

it('has the other names of labels, though nothing else changed', () => {
  const memory = createListMemory();
  const grouped = { grouping: 'species' } as const;
  const names = () => runToEnd(listImages(questionOf(images, grouped), memory)).index.names.values.map(({ label }) => label?.commonName); // prettier-ignore
  const before = names();
  nameLabels(createLabelNames([], [{ taxon: 'puma concolor', name: 'Berglöwe' }]));
  const after = names();
  nameLabels(createLabelNames([], []));
  expect(before).toContain('Puma');
  expect(after).toEqual(before.map((name) => (name === 'Puma' ? 'Berglöwe' : name)));
});
