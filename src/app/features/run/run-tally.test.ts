import { expect, it } from 'vitest';
import { surveyImage } from '../../../../test/gallery/survey-images';
import type { SurveyImage } from '../../state/app-state';
import { createRunTally } from './run-tally';

const LABELS: readonly string[] = [];
const waiting = (filepath: string): SurveyImage => ({
  ...surveyImage(filepath, 'bear'),
  inference: null,
  prediction: null,
});

/** A run over some images, with a review, a failure that is done again, and an order that changes. */
function* course(): Generator<readonly SurveyImage[]> {
  const paths = ['A/0.jpg', 'A/1.jpg', 'A/2.jpg', 'A/3.jpg', 'A/4.jpg'];
  let images: readonly SurveyImage[] = paths.slice(0, 3).map(waiting);
  const set = (position: number, image: SurveyImage) => (images = images.with(position, image));
  yield images;
  yield set(0, surveyImage(paths[0]!, 'bear'));
  yield set(1, surveyImage(paths[1]!, null));
  yield (images = [...images, waiting(paths[3]!), waiting(paths[4]!)]);
  yield set(4, surveyImage(paths[4]!, null));
  yield set(2, surveyImage(paths[2]!, 'bear'));
  yield set(1, surveyImage(paths[1]!, 'puma')); // read the second time
  yield images.toReversed();
  yield images.slice(1);
  yield images.map(({ filepath }) => waiting(filepath)); // started over
}

it('tells at each step what counting everything would tell', () => {
  const tally = createRunTally();
  let steps = 0;
  for (const images of course()) {
    const anew = createRunTally()(images, LABELS);
    expect(tally(images, LABELS)).toEqual(anew);
    expect(tally(images, LABELS)).toEqual(anew); // drawn twice
    steps += 1;
  }
  expect(steps).toBe(10);
});

it('counts labels, and lists what could not be read in the order of the list', () => {
  const tally = createRunTally();
  const images = [
    surveyImage('A/0.jpg', null),
    surveyImage('A/1.jpg', 'bear'),
    waiting('A/2.jpg'),
    surveyImage('A/3.jpg', 'bear'),
    surveyImage('A/4.jpg', null),
  ];
  const { counts, failed } = tally(images, LABELS);
  expect(counts.map(({ key, count }) => `${key} ${count}`)).toEqual(['=mammalia;carnivora;ursidae;ursus;americanus 2']);
  expect(failed.map(({ filepath }) => filepath)).toEqual(['A/0.jpg', 'A/4.jpg']);
  expect(tally(images.slice(0, 2), ['other']).counts[0]?.count).toBe(1);
});
