import { describe, expect, it } from 'vitest';
import {
  CARNIVORA,
  FELIDAE,
  LEOPARD,
  LION,
  MAMMAL,
  PANTHERA,
  SMALL_LABELS,
  SMALL_TAXONOMY,
} from '../../../../test/small-package';
import { createLabelCatalogue } from '../../../domain/labels/label-catalogue';
import { noteUse, pinLabel } from '../../../domain/labels/change-label-use';
import { NO_LABEL_USE } from '../../../domain/labels/label-use';
import { ownLabelLine, type OwnLabel } from '../../../domain/labels/own-label';
import { ANIMAL, BLANK, HUMAN, UNKNOWN, VEHICLE } from '../../../domain/special-labels';
import { groupOfFound, groupsWithoutQuery, labelsOnDigits, taxonomicPath } from './label-choices';

const own = (taxon: string, name: string): OwnLabel => ({ id: '6f776e6c-3c52-8d11-9a40-1f2e3d4c5b6a', taxon, name, isOffered: true }); // prettier-ignore
const WHITE = own('mammalia;carnivora;felidae;panthera;leo', 'white lion');
const catalogue = createLabelCatalogue({ taxonomy: SMALL_TAXONOMY, labels: SMALL_LABELS }, [WHITE]);
const use = [LION, 'u-gone;aves;;;;;gone', BLANK].reduce(noteUse, pinLabel(NO_LABEL_USE, LEOPARD));

describe('the choices', () => {
  it('before anything is typed, each label once, and none that this package does not offer', () => {
    expect(groupsWithoutQuery(catalogue, use)).toEqual([
      { id: 'favourites', items: [{ label: LEOPARD, digit: 1, isFavourite: true }] },
      {
        id: 'recent',
        items: [
          { label: LION, digit: 2, isFavourite: false },
          { label: BLANK, digit: 4, isFavourite: false },
        ],
      },
      { id: 'own', items: [{ label: ownLabelLine(WHITE), digit: null, isFavourite: false }] },
      {
        id: 'general',
        items: [ANIMAL, HUMAN, VEHICLE, UNKNOWN].map((label) => ({ label, digit: null, isFavourite: false })),
      },
    ]);
    expect(labelsOnDigits(catalogue, use).slice(0, 5)).toEqual([LEOPARD, LION, null, BLANK, null]);
  });

  it('keep the order of the search, and tell digits there too', () => {
    expect(groupOfFound(catalogue, use, [FELIDAE, LION])).toEqual([
      {
        id: 'found',
        items: [
          { label: FELIDAE, digit: null, isFavourite: false },
          { label: LION, digit: 2, isFavourite: false },
        ],
      },
    ]);
    expect(groupOfFound(catalogue, use, [])).toEqual([]);
  });
});

describe('taxonomicPath', () => {
  it.each([
    [LION, 'Mammals › Carnivora › Felidae'],
    [PANTHERA, 'Mammals › Carnivora › Felidae'],
    [FELIDAE, 'Mammals › Carnivora'],
    [CARNIVORA, 'Mammals'],
    [MAMMAL, ''],
    [ANIMAL, ''],
    [UNKNOWN, ''],
    [ownLabelLine(WHITE), 'Mammals › Carnivora › Felidae › Panthera leo'],
    [ownLabelLine(own('mammalia;carnivora;felidae;panthera;', 'big cat')), 'Mammals › Carnivora › Felidae › Panthera'],
    [ownLabelLine(own('mammalia;carnivora;felidae;;', 'cat, unknown')), 'Mammals › Carnivora › Felidae'],
    [ownLabelLine(own('mammalia;;;;', 'something small')), 'Mammals'],
  ])('%s: %s', (label, path) => expect(taxonomicPath(label)).toBe(path));
});
