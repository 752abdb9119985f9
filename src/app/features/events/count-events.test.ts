import { expect, it } from 'vitest';
import { EVENT_DEFAULTS, findEvents } from '../../../domain/events';
import { finishPieces } from '../../../domain/finish-pieces';
import { countEvents } from './count-events';

const counted = (images: readonly (readonly [filepath: string, capturedAt: string | null])[]) =>
  countEvents(
    finishPieces(
      findEvents(
        images.map(([filepath, capturedAt]) => ({ filepath, capturedAt })),
        EVENT_DEFAULTS,
      ),
    ),
  );

it('counts events, cameras and images', () => {
  const images = [
    ['A/1.jpg', '2024-05-01T06:30:00'],
    ['A/2.jpg', '2024-05-01T06:30:30'],
    ['A/3.jpg', '2024-05-01T06:31:00'],
    ['A/4.jpg', '2024-05-01T07:00:00'],
    ['B/1.jpg', '2024-05-01T06:30:00'],
    ['B/2.jpg', null],
  ] as const;
  expect(counted(images)).toEqual({ events: 3, cameras: 2, meanImages: 5 / 3, mostImages: 3, untimed: 1 });
});

it('counts nothing of nothing', () => {
  expect(counted([])).toEqual({ events: 0, cameras: 0, meanImages: 0, mostImages: 0, untimed: 0 });
});
