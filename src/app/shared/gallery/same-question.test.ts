import { describe, expect, it } from 'vitest';
import { questionOf, surveyImage } from '../../../../test/gallery/survey-images';
import { NO_FILTER } from '../images/image-filter';
import type { ListQuestion } from './gallery-list';
import { isSameLook, isSameQuestion } from './same-question';

const images = [surveyImage('A/1.jpg', 'bear')];
const question = questionOf(images);

describe('the same question', () => {
  it('is one with the same parts', () => {
    expect(isSameQuestion(question, { ...question })).toBe(true);
  });

  it.each<[string, Partial<ListQuestion>]>([
    ['other images', { images: [...images] }],
    // A survey of few images has all of them from the start: opened, it is asked again.
    ['the same images while they are being read', { isPart: true }],
    ['other labels', { labels: ['bear'] }],
    ['another filter', { filter: { ...NO_FILTER } }],
    ['another order', { sort: 'highest' }],
  ])('is not one of %s', (_, part) => {
    expect(isSameQuestion(question, { ...question, ...part })).toBe(false);
  });

  it('has the same look when only its images are others', () => {
    expect(isSameLook(question, { ...question, images: [], isPart: true })).toBe(true);
    expect(isSameLook(question, { ...question, sort: 'highest' })).toBe(false);
  });
});
