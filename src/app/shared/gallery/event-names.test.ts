import { expect, it } from 'vitest';
import { surveyImage } from '../../../../test/gallery/survey-images';
import { describeImage } from '../images/describe-image';
import { imageName } from '../images/image-words';
import { eventNames } from './event-names';

it('calls an event after its most frequent animal, also among more blanks', () => {
  const names = (['blank', 'blank', 'blank', 'puma', 'bear', 'puma', null] as const).map((name, number) =>
    surveyImage(`A/${number}.jpg`, name),
  );
  const called = names.map((image) => describeImage(image, []));
  expect(eventNames(called).map(({ example, count }) => [imageName(example), count])).toEqual([
    ['Puma', 2],
    ['American black bear', 1],
    ['Blank', 3],
    ['Could not be read', 1],
  ]);
  expect(eventNames([])).toEqual([]);
});
