import { expect, it } from 'vitest';
import { emptyReview, observationOf } from '../../../domain/review/image-review';
import type { SurveyImage } from '../../state/app-state';
import { alikeGroupOf } from './alike-group';
import type { SpeciesBox } from './species-boxes';

const box = (filepath: string, index = 0): SpeciesBox => ({ filepath, index, bbox: [0, 0, 1, 1] });
const GROUP = [box('a'), box('b'), box('b', 1), box('c'), box('d')];
const ALONE = [box('e')];

/** Labels that people gave, by path. */
const saying =
  (labels: Readonly<Record<string, string>>) =>
  (filepath: string): SurveyImage => {
    const label = labels[filepath];
    const review = label === undefined ? null : { ...emptyReview(filepath), observations: [observationOf(label)] };
    return {
      filepath,
      size: 0,
      inference: null,
      prediction: null,
      animals: [],
      place: null,
      rejected: null,
      heldBack: [],
      smoothed: null,
      review,
    };
  };

it('asks about the images of the group that nobody has named, each once', () => {
  const group = alikeGroupOf([GROUP, ALONE], GROUP[1], saying({ a: 'fox', d: 'fox', c: 'jackal' }));
  expect(group).toMatchObject({ left: ['b'], suggested: { label: 'fox', count: 2, reviewed: 3 } });
});

it('suggests nothing where nobody has named anything, and is none for a crop that is alone', () => {
  expect(alikeGroupOf([GROUP, ALONE], GROUP[0], saying({}))).toMatchObject({
    left: ['a', 'b', 'c', 'd'],
    suggested: null,
  });
  expect(alikeGroupOf([GROUP, ALONE], ALONE[0], saying({}))).toBeNull();
  expect(alikeGroupOf([GROUP, ALONE], undefined, saying({}))).toBeNull();
});
