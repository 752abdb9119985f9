import { expect, it } from 'vitest';
import type { SurveyEvent } from '../../../domain/events';
import type { SurveyImage } from '../../state/app-state';
import { secondsOf, seenIn } from './event-row';

const FOX = 'u;mammalia;carnivora;canidae;vulpes;vulpes;red fox';
const DEER = 'u;mammalia;artiodactyla;cervidae;odocoileus;virginianus;white-tailed deer';
const BLANK = 'u;;;;;;blank';

const event: SurveyEvent = {
  id: 'A/1.jpg',
  deployment: 'A',
  filepaths: ['A/1.jpg', 'A/2.jpg', 'A/3.jpg', 'A/4.jpg', 'A/5.jpg'],
  start: '2024-05-01T23:59:30',
  end: '2024-05-02T00:00:10',
};

function image(filepath: string, label: string): SurveyImage {
  return {
    filepath,
    size: 1,
    inference: {
      filepath,
      size: { width: 4, height: 3 },
      capturedAt: null,
      detections: [],
      crops: {},
      failures: [],
      problem: null,
    },
    prediction: { label, score: 0.9, source: 'classifier', rule: '4a' },
    animals: [],
    place: null,
    heldBack: [],
    rejected: null,
    smoothed: null,
    review: null,
  };
}

it('lasts from its first image to its last', () => expect(secondsOf(event)).toBe(40));

it('names what is seen, the most frequent first, without blanks and images that are gone', () => {
  const images = new Map(
    [image('A/1.jpg', FOX), image('A/2.jpg', DEER), image('A/3.jpg', DEER), image('A/4.jpg', BLANK)].map(
      (one) => [one.filepath, one] as const,
    ),
  );
  const imageOf = (filepath: string) => images.get(filepath) ?? null;
  expect(seenIn(event, imageOf, [])).toEqual(['White-tailed deer ×2', 'Red fox']);
  expect(seenIn(event, () => null, [])).toEqual([]);
});
