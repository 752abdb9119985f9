import { describe, expect, it } from 'vitest';
import { finishPieces } from '../finish-pieces';
import type { TaxonomyLevel } from '../prediction';
import { BLANK } from '../special-labels';
import { findAgreement, type JudgedImage } from './find-agreement';

const FOX = 'f0;mammalia;carnivora;canidae;vulpes;vulpes;red fox';
const WOLF = 'f2;mammalia;carnivora;canidae;canis;lupus;grey wolf';
const DOGS = 'f1;mammalia;carnivora;canidae;;;canidae family';
const DEER = 'd0;mammalia;artiodactyla;cervidae;capreolus;capreolus;roe deer';

const find = (images: readonly JudgedImage[], level: TaxonomyLevel) => finishPieces(findAgreement(images, level));
const judged = (machine: string, human: string): JudgedImage => ({ machine, human });

const IMAGES = [
  judged(FOX, FOX),
  judged(DOGS, FOX),
  judged(FOX, DOGS),
  judged(WOLF, FOX),
  judged(BLANK, DEER),
  judged(FOX, FOX),
  judged(DEER, DEER),
];

describe('findAgreement', () => {
  it('at species', () => {
    const { images, agreed, share, taxa, cells } = find(IMAGES, 'species');
    expect([images, agreed, share]).toEqual([7, 3, 3 / 7]);
    expect(taxa.map(({ label, machine, human, both }) => [label, machine, human, both])).toEqual([
      [FOX, 3, 4, 2],
      [DOGS, 1, 1, 0],
      [DEER, 1, 2, 1],
      [WOLF, 1, 0, 0],
      [BLANK, 1, 0, 0],
    ]);
    expect(taxa.map(({ precision, recall }) => [precision, recall])).toEqual([
      [2 / 3, 1 / 2],
      [0, 0],
      [1, 1 / 2],
      [0, null],
      [0, null],
    ]);
    expect(cells.map(({ machine, human, relation, images: at }) => [machine, human, relation, at])).toEqual([
      [0, 0, 'same', [0, 5]],
      [0, 1, 'narrower', [2]],
      [1, 0, 'wider', [1]],
      [2, 2, 'same', [6]],
      [3, 0, 'other', [3]],
      [4, 2, 'other', [4]],
    ]);
  });

  it('at family, where a fox is of the family of dogs', () => {
    const { agreed, taxa, cells } = find(IMAGES, 'family');
    expect(agreed).toBe(6);
    expect(taxa.map(({ taxon, both }) => [taxon, both])).toEqual([
      ['mammalia;carnivora;canidae;;', 5],
      ['mammalia;artiodactyla;cervidae;;', 1],
      [BLANK, 0],
    ]);
    expect(cells[0]!.images).toEqual([0, 1, 2, 3, 5]);
  });

  it.each<readonly [TaxonomyLevel, number]>([
    ['genus', 3],
    ['order', 6],
    ['class', 6],
  ])('at %s %i agree', (level, agreed) => {
    expect(find(IMAGES, level).agreed).toBe(agreed);
  });

  it('without images has no shares', () => {
    expect(find([], 'species')).toEqual({ images: 0, agreed: 0, share: null, kappa: null, taxa: [], cells: [] });
  });

  // scikit-learn 1.9.1: cohen_kappa_score and precision_recall_fscore_support of this table, the machine's classes as
  // rows.
  it('gives the numbers of another program', () => {
    const table = [[118, 5, 0], [4, 60, 7], [2, 9, 31]]; // prettier-ignore
    const labels = [FOX, WOLF, DEER];
    const images = table.flatMap((row, machine) =>
      row.flatMap((count, human) => Array<JudgedImage>(count).fill(judged(labels[machine]!, labels[human]!))),
    );
    const { kappa, taxa } = find(images, 'species');
    expect(kappa).toBeCloseTo(0.8103232720128595, 14);
    const byLabel = new Map(taxa.map((taxon) => [taxon.label, taxon]));
    const expected = [
      [0.959349593495935, 0.9516129032258065],
      [0.8450704225352113, 0.8108108108108109],
      [0.7380952380952381, 0.8157894736842105],
    ];
    for (const [index, [precision, recall]] of expected.entries()) {
      expect(byLabel.get(labels[index]!)!.precision).toBeCloseTo(precision!, 14);
      expect(byLabel.get(labels[index]!)!.recall).toBeCloseTo(recall!, 14);
    }
  });
});
