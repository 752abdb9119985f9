import { describe, expect, it } from 'vitest';
import { animalBox, indexOf, LINES, surveyImage } from '../../../../test/gallery/survey-images';
import type { Inference } from '../../../domain/inference';
import { emptyReview, observationOf, type ImageReview } from '../../../domain/review/image-review';
import type { SmoothedClass } from '../../../domain/smoothed-image';
import type { SurveyImage } from '../../state/app-state';
import { describeImage } from '../images/describe-image';
import { IMAGE_KINDS } from '../images/image-groups';
import { namesAt } from './image-index';
import { NAME_ORIGINS } from './image-facets';
import { numberOf } from './image-places';
import { REVIEW_STATES } from './review-states';

const BOXES = [animalBox(0.9), animalBox(0.6), animalBox(0.15)];
const species = (...names: (keyof typeof LINES | null)[]) =>
  names.map((name) => name && ({ label: LINES[name], score: 0.8, source: 'classifier' } as const));
const said = (...names: (keyof typeof LINES)[]): Pick<ImageReview, 'observations'> => ({
  observations: names.map((name) => observationOf(LINES[name], 1)),
});
const review = (part: Partial<ImageReview>): ImageReview => ({ ...emptyReview(''), ...part });
const smoothed: SmoothedClass = { label: LINES.puma, was: LINES.bear, within: 'event', step: 'nondominant' };
const withoutRules = (image: SurveyImage, part: Partial<Inference> = {}): SurveyImage => ({
  ...image,
  prediction: null,
  inference: { ...image.inference!, ...part },
});

/** Every way in which an image comes to its name. */
const images: readonly SurveyImage[] = [
  surveyImage('A/waiting.jpg', null, { inference: null }),
  surveyImage('A/waiting, noted.jpg', null, { inference: null, review: review({ note: 'who?' }) }),
  surveyImage('A/waiting, said.jpg', null, { inference: null, review: review(said('puma')) }),
  surveyImage('A/unread.jpg', null),
  surveyImage('A/unread, said.jpg', null, { review: review(said('bear', 'bird')) }),
  surveyImage('A/concluded.jpg', 'bear', { at: '2010-11-06T23:04:00', detections: BOXES, classes: [0.7, 0.2] }),
  surveyImage('A/blank.jpg', 'blank', { score: 0.4, at: 'some day' }),
  surveyImage('A/others.jpg', 'bears', { detections: BOXES, animals: species('bear', 'bird', 'puma') }),
  surveyImage('A/wider.jpg', 'bear', { detections: BOXES, animals: species('bear', 'bears', null) }),
  surveyImage('A/rejected.jpg', 'puma', {
    detections: BOXES,
    animals: species('puma', 'bird'),
    rejected: new Set([1]),
  }),
  surveyImage('A/smoothed.jpg', 'bear', { detections: BOXES, smoothed: new Map([[0, smoothed]]) }),
  surveyImage('B/same.jpg', 'bear', { review: review({ ...said('bear'), isFlagged: true }) }),
  surveyImage('B/other.jpg', 'bear', { review: review({ ...said('human', 'puma'), isStarred: true }) }),
  surveyImage('B/smoothed, said.jpg', 'bear', { smoothed: new Map([[0, smoothed]]), review: review(said('puma')) }),
  withoutRules(surveyImage('B/boxes.jpg', 'bear', { detections: BOXES })),
  withoutRules(surveyImage('B/faint.jpg', 'bear', { detections: [animalBox(0.1)] })),
  withoutRules(surveyImage('B/no box.jpg', 'bear')),
  withoutRules(surveyImage('B/boxes, said.jpg', 'bear', { detections: BOXES, review: review(said('bird')) })),
  withoutRules(surveyImage('B/classes.jpg', 'bear', { classes: [0.8, 0.1] }), { detections: null }),
  withoutRules(surveyImage('B/nothing.jpg', 'bear'), { detections: null }),
];
const LABELS = [LINES.puma, LINES.bear];
const index = indexOf(images, null, LABELS);

describe('the index of images', () => {
  it.each(images.map((image, number) => [image.filepath, number] as const))(
    'says what %s is described as',
    (_, number) => {
      const {
        kind,
        label,
        others,
        score,
        review: people,
        machine,
        smoothed: change,
      } = describeImage(images[number]!, LABELS);
      expect(namesAt(index, number)).toMatchObject({ kind, label, others });
      expect(IMAGE_KINDS[index.kinds[number]!]).toBe(kind);
      expect(index.scores[number]).toBe(score ?? NaN);
      expect(index.species[number]).toBe((kind === 'animal' ? 1 : 0) + others.length);
      expect((index.origins[number]! & bitOf(NAME_ORIGINS, 'smoothed')) > 0).toBe(change !== null);
      const states = REVIEW_STATES.filter((state) => (index.reviews[number]! & bitOf(REVIEW_STATES, state)) > 0);
      expect(states).toEqual([
        machine === null ? 'none' : machine.isSame ? 'confirmed' : 'changed',
        ...(people?.isFlagged === true ? ['flagged'] : []),
        ...(people?.isStarred === true ? ['starred'] : []),
        ...(people?.note ? ['noted'] : []),
      ]);
    },
  );

  it('has the same names as one object, its leaf the last of its own groups', () => {
    const [concluded, same] = ['A/concluded.jpg', 'B/same.jpg'].map((path) => numberOf(index, path)!);
    expect(namesAt(index, concluded!)).toBe(namesAt(index, same!));
    const others = numberOf(index, 'A/others.jpg')!;
    expect(namesAt(index, others).groups).toContain('aves');
    expect(index.groups.values[index.groups.of[others]!]).toBe(namesAt(index, others).groups);
    expect(index.leaves.values[index.leaves.of[others]!]).toBe('=mammalia;carnivora;ursidae;;');
  });

  it('knows where an image stands', () => {
    expect(images.map(({ filepath }) => numberOf(index, filepath))).toEqual([...images.keys()]);
    expect(numberOf(index, 'A/none.jpg')).toBeUndefined();
  });
});

const bitOf = <Word>(words: readonly Word[], word: Word) => 1 << words.indexOf(word);
