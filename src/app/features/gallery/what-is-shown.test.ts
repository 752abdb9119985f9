import { expect, it } from 'vitest';
import { questionOf, surveyImage } from '../../../../test/gallery/survey-images';
import { runToEnd } from '../../../../test/run-to-end';
import { createListMemory, listImages, type ListQuestion } from '../../shared/gallery/gallery-list';
import { NO_FILTER } from '../../shared/images/image-filter';
import { whatIsShown } from './what-is-shown';

const images = [surveyImage('A/1.jpg', 'bear'), surveyImage('A/2.jpg', 'blank')];
const ELSEWHERE = { ...NO_FILTER, folders: ['B'] };
const listOf = (part: Partial<ListQuestion>) => runToEnd(listImages(questionOf(images, part), createListMemory()));

it.each<[string, Partial<ListQuestion>, ReturnType<typeof whatIsShown>]>([
  ['images', {}, 'grid'],
  ['images of a survey that is being opened', { isPart: true }, 'grid'],
  ['no image that matches', { filter: ELSEWHERE }, 'no-match'],
  ['none that matches among the first ones', { filter: ELSEWHERE, isPart: true }, 'reading'],
  ['no animal', { tile: 'crops' }, 'no-crops'],
  ['no animal among the first images', { tile: 'crops', isPart: true }, 'reading'],
])('of %s', (_, part, expected) => {
  expect(whatIsShown(listOf(part), part.filter ?? NO_FILTER)).toBe(expected);
});

it('waits for the list without a filter where the one of before is empty', () => {
  expect(whatIsShown(listOf({ filter: ELSEWHERE }), NO_FILTER)).toBe('nothing');
});
