import { describe, expect, it } from 'vitest';
import type { ImagePlace } from '../../../domain/image-place';
import type { Place } from '../../../domain/place';
import type { ImageDescription } from './describe-image';
import { countFilters, filterAndSort, NO_FILTER, scoreHistogram, type ImageFilter } from './image-filter';
import { buildGroupTree, countByLabel, tickOf, toggleGroup, type GroupNode } from './image-groups';
import { readLabel } from './read-label';

const LINES = {
  bear: 'a;mammalia;carnivora;ursidae;ursus;americanus;american black bear',
  bears: 'b;mammalia;carnivora;ursidae;;;bear family',
  puma: 'c;mammalia;carnivora;felidae;puma;concolor;puma',
  bird: 'd;aves;;;;;bird',
  blank: 'e;;;;;;blank',
} as const;

function image(filepath: string, name: keyof typeof LINES | null, score: number | null, capturedAt: string | null) {
  const label = name === null ? null : readLabel(LINES[name]);
  return {
    image: {
      filepath,
      size: 1,
      inference: null,
      prediction: null,
      animals: [],
      place: null,
      rejected: null,
      heldBack: [],
      smoothed: null,
      review: null,
    },
    filepath,
    fileName: filepath,
    kind: label?.kind ?? 'failed',
    label,
    labelLine: name === null ? null : LINES[name],
    score,
    scoreIs: 'score',
    count: 1,
    capturedAt,
    isGeofenced: false,
    rolledUpTo: null,
    others: [],
    problem: null,
    smoothed: null,
    review: null,
    machine: null,
  } satisfies ImageDescription;
}

const images = [
  image('A/1.jpg', 'bear', 0.9, '2010-11-06T04:04:00'),
  image('A/2.jpg', 'bears', 0.7, null),
  image('A/3.jpg', 'puma', 0.35, '2010-11-07T04:04:00'),
  image('B/4.jpg', 'bird', 1, '2010-11-05T04:04:00'),
  image('B/5.jpg', 'blank', 0.5, '2010-11-04T04:04:00'),
  image('B/6.jpg', null, null, null),
];
const at = (place: Place): ImagePlace => ({
  ...place,
  latitude: null,
  longitude: null,
  source: 'survey',
  isCountryDerived: false,
  isRegionDerived: false,
});
const UNKNOWN = { eventFiles: null, differing: null };
const paths = (filter: Partial<ImageFilter>, sort: Parameters<typeof filterAndSort>[2] = 'name') =>
  filterAndSort(images, { ...NO_FILTER, ...filter }, sort, UNKNOWN)
    .map(({ filepath }) => filepath.slice(2, 3))
    .join('');

describe('filterAndSort', () => {
  it.each<[Partial<ImageFilter>, string]>([
    [{}, '123456'],
    [{ groups: ['mammalia'] }, '123'],
    [{ groups: ['mammalia;ursidae'] }, '12'],
    [{ groups: ['=mammalia;carnivora;ursidae;;', ':failed'] }, '26'],
    [{ text: 'bear' }, '12'],
    [{ text: 'AMERICANUS a/' }, '1'],
    [{ text: 'nothing like it' }, ''],
    [{ leastScore: 0.5 }, '1245'],
    [{ leastScore: 0.35, mostScore: 0.7 }, '235'],
    [{ groups: ['mammalia'], text: 'puma', leastScore: 0.5 }, ''],
  ])('%j', (filter, expected) => expect(paths(filter)).toBe(expected));

  it('puts what has no time or score last, whichever way', () => {
    expect(paths({}, 'newest')).toBe('314526');
    expect(paths({}, 'oldest')).toBe('541326');
    expect(paths({}, 'highest')).toBe('412536');
    expect(paths({}, 'lowest')).toBe('352146');
  });

  it('finds what was held back, at its place', () => {
    const place = { country: 'KEN', admin1Region: null };
    const held = { label: LINES.puma, became: LINES.bird, detection: null };
    const inKenya = { ...images[3]!, image: { ...images[3]!.image, heldBack: [held], place: at(place) } };
    const find = (label: string, country: string) =>
      filterAndSort(
        [...images, inKenya],
        { ...NO_FILTER, heldBack: { label, place: { ...place, country } } },
        'name',
        UNKNOWN,
      );
    expect(find(LINES.puma, 'KEN')).toEqual([inKenya]);
    expect(find(LINES.bird, 'KEN')).toEqual([]);
    expect(find(LINES.puma, 'TZA')).toEqual([]);
    expect(countFilters({ ...NO_FILTER, heldBack: { label: LINES.puma, place } })).toBe(1);
  });

  it('shows one event, and one change of names', () => {
    const event = { ...NO_FILTER, event: 'A/1.jpg' };
    const found = filterAndSort(images, event, 'name', { ...UNKNOWN, eventFiles: new Set(['A/1.jpg', 'B/5.jpg']) });
    expect(found.map(({ filepath }) => filepath)).toEqual(['A/1.jpg', 'B/5.jpg']);
    const change = { was: LINES.puma, label: LINES.bear, within: 'event', step: 'other' } as const;
    const smoothed = new Map([[2, change]]);
    const changed = { ...images[2]!, image: { ...images[2]!.image, smoothed } };
    const all = [...images, changed];
    expect(filterAndSort(all, { ...NO_FILTER, change }, 'name', UNKNOWN)).toEqual([changed]);
    expect(filterAndSort(all, { ...NO_FILTER, change: { ...change, label: LINES.bird } }, 'name', UNKNOWN)).toEqual([]);
    expect(filterAndSort(all, { ...NO_FILTER, change: { ...change, within: 'image' } }, 'name', UNKNOWN)).toEqual([]);
  });

  it('counts chips', () => {
    expect(countFilters(NO_FILTER)).toBe(0);
    expect(countFilters({ ...NO_FILTER, groups: ['a', 'b'], text: ' x', leastScore: 0.2 })).toBe(4);
    expect(
      countFilters({
        ...NO_FILTER,
        event: 'A/1.jpg',
        change: { was: 'a', label: 'b', within: 'event', step: 'other' },
      }),
    ).toBe(2);
    expect(countFilters({ ...NO_FILTER, differs: { what: 'any' } })).toBe(1);
  });
});

describe('groups', () => {
  const tree = buildGroupTree(images);
  const flat = (nodes: readonly GroupNode[], depth = 0): string[] =>
    nodes.flatMap((node) => [
      `${'-'.repeat(depth)}${node.key} ${String(node.count)}`,
      ...flat(node.children, depth + 1),
    ]);

  it('nest class, family and label; a family with one label is left out', () => {
    expect(flat(tree)).toEqual([
      'mammalia 3',
      '-mammalia;ursidae 2',
      '--=mammalia;carnivora;ursidae;;  1'.replace('  ', ' '),
      '--=mammalia;carnivora;ursidae;ursus;americanus 1',
      '-=mammalia;carnivora;felidae;puma;concolor 1',
      'aves 1',
      '-=aves;;;; 1',
      ':blank 1',
      ':failed 1',
    ]);
  });

  it('toggles whole groups by their own key and parts by theirs', () => {
    const first = toggleGroup(tree, new Set(), 'mammalia');
    expect(first).toEqual(['mammalia']);
    const withoutPuma = toggleGroup(tree, new Set(first), '=mammalia;carnivora;felidae;puma;concolor');
    expect(withoutPuma).toEqual(['mammalia;ursidae']);
    expect(toggleGroup(tree, new Set(withoutPuma), '=mammalia;carnivora;felidae;puma;concolor')).toEqual(['mammalia']);
    expect(toggleGroup(tree, new Set(['mammalia']), 'mammalia')).toEqual([]);
  });

  it('shows partly ticked groups', () => {
    const mammals = tree[0]!;
    expect(tickOf(mammals, new Set(['mammalia;ursidae']), false)).toBe('mixed');
    expect(tickOf(mammals, new Set(['mammalia']), false)).toBe('on');
    expect(tickOf(mammals, new Set(['aves']), false)).toBe('off');
  });

  it('count labels', () => {
    expect(countByLabel([...images, images[3]!]).map(({ key, count }) => [key, count])[0]).toEqual(['=aves;;;;', 2]);
  });
});

describe('scoreHistogram', () => {
  it('puts 1.00 in the last bin and leaves out what has no score', () => {
    expect(scoreHistogram(images, 2)).toEqual([1, 4]);
  });
});
