import { expect, it } from 'vitest';
import { LINES, surveyImage } from '../../../../test/gallery/survey-images';
import { emptyReview, observationOf } from '../../../domain/review/image-review';
import type { SurveyImage } from '../../state/app-state';
import { describeImage } from './describe-image';
import { imageAnswerOf, isRead, machineAnswerOf } from './image-answer';

const review = { ...emptyReview('a.jpg'), observations: [observationOf(LINES.puma)] };

it.each<[string, SurveyImage, boolean]>([
  ['was not looked at yet', surveyImage('a.jpg', null, { inference: null }), false],
  ['could not be read', surveyImage('a.jpg', null), false],
  ['could not be read and was named by a person', surveyImage('a.jpg', null, { review }), false],
  ['was read', surveyImage('a.jpg', 'bear'), true],
  ['was read and was named by a person', surveyImage('a.jpg', 'bear', { review }), true],
])('tells whether the networks have read an image that %s, and its answers as described', (_, image, wasRead) => {
  expect(isRead(image)).toBe(wasRead);
  const { kind, label, labelLine, machine } = describeImage(image, []);
  expect(imageAnswerOf(image, [])).toEqual({ kind, label, labelLine });
  expect(machineAnswerOf(image, [])).toMatchObject(
    machine === null
      ? { kind, label, labelLine }
      : { kind: machine.kind, label: machine.label, labelLine: machine.labelLine },
  );
});

it('reads an image that has no place', () => {
  const image = surveyImage('a.jpg', 'bear');
  expect(isRead({ ...image, inference: { ...image.inference!, failures: ['GEOLOCATION'] } })).toBe(true);
});
