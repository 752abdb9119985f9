import { describe, expect, it } from 'vitest';
import { surveyImage } from '../../../../test/gallery/survey-images';
import { describeImage } from './describe-image';
import { buildGroupTree, createLabelCounts, searchTree, tickOf, toggleGroup, type GroupNode } from './image-groups';
import { groupName } from './image-words';

const images = (['bear', 'bears', 'puma', 'bird', 'blank', null] as const).map((name, number) =>
  describeImage(surveyImage(`A/${number}.jpg`, name), []),
);
const tree = buildGroupTree(images.map((names) => ({ names, count: 2 })));
const PUMA = '=mammalia;carnivora;felidae;puma;concolor';

function flat(nodes: readonly GroupNode[], depth = 0): string[] {
  return nodes.flatMap((node) => [`${'-'.repeat(depth)}${node.key} ${node.count}`, ...flat(node.children, depth + 1)]);
}

describe('groups', () => {
  it('nest class, family and label; a family with one label is left out', () => {
    expect(flat(tree)).toEqual([
      'mammalia 6',
      '-mammalia;ursidae 4',
      '--=mammalia;carnivora;ursidae;; 2',
      '--=mammalia;carnivora;ursidae;ursus;americanus 2',
      `-${PUMA} 2`,
      'aves 2',
      '-=aves;;;; 2',
      ':blank 2',
      ':failed 2',
    ]);
  });

  it('toggles whole groups by their own key and parts by theirs', () => {
    const first = toggleGroup(tree, new Set(), 'mammalia');
    expect(first).toEqual(['mammalia']);
    const withoutPuma = toggleGroup(tree, new Set(first), PUMA);
    expect(withoutPuma).toEqual(['mammalia;ursidae']);
    expect(toggleGroup(tree, new Set(withoutPuma), PUMA)).toEqual(['mammalia']);
    expect(toggleGroup(tree, new Set(['mammalia']), 'mammalia')).toEqual([]);
  });

  it('shows partly ticked groups', () => {
    const mammals = tree[0]!;
    expect(tickOf(mammals, new Set(['mammalia;ursidae']), false)).toBe('mixed');
    expect(tickOf(mammals, new Set(['mammalia']), false)).toBe('on');
    expect(tickOf(mammals, new Set(['aves']), false)).toBe('off');
  });

  it('are found by words, with what is above them; a group with all that is in it', () => {
    const found = (text: string) => flat(searchTree(tree, text, groupName));
    expect(found('PUMA')).toEqual(['mammalia 6', `-${PUMA} 2`]);
    expect(found('bear black')).toEqual([
      'mammalia 6',
      '-mammalia;ursidae 4',
      '--=mammalia;carnivora;ursidae;ursus;americanus 2',
    ]);
    expect(found('ursidae')).toHaveLength(4);
    expect(found('walrus')).toEqual([]);
    expect(searchTree(tree, '  ', groupName)).toBe(tree);
  });

  it('count labels', () => {
    const counts = createLabelCounts();
    const read = () => counts.read().map(({ key, count }) => `${key} ${count}`);
    for (const description of [...images, images[3]!]) counts.add(description);
    expect(read()[0]).toBe('=aves;;;; 2');
    counts.remove(images[3]!);
    expect(read()).toContain('=aves;;;; 1');
    counts.remove(images[3]!);
    expect(read().join()).not.toContain('aves');
    expect(() => counts.remove(images[3]!)).toThrow('was not counted');
  });
});
