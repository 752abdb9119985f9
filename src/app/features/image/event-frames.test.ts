import { expect, it } from 'vitest';
import { finishPieces } from '../../../domain/finish-pieces';
import type { SurveyImage } from '../../state/app-state';
import { NO_EVENTS } from '../../state/event-state';
import { findSurveyEvents } from '../../state/find-survey-events';
import { framesAround } from './event-frames';

const taken = (filepath: string, capturedAt: string | null) =>
  ({ filepath, inference: { filepath, capturedAt } }) as SurveyImage;
const images = [
  taken('A/1.jpg', '2024-05-01T06:30:40'),
  taken('A/2.jpg', '2024-05-01T06:30:00'),
  taken('A/3.jpg', '2024-05-01T06:31:10'),
  taken('A/4.jpg', null),
];
const found = finishPieces(findSurveyEvents(images, { gapSeconds: 60, camera: 'folder' }));
const view = { isFinding: false, found };

it('has the photos of the event in order of time', () => {
  expect(framesAround(view, 'A/1.jpg')).toEqual({
    filepaths: ['A/2.jpg', 'A/1.jpg', 'A/3.jpg'],
    index: 1,
    hasEvent: true,
    previous: 'A/2.jpg',
    next: 'A/3.jpg',
  });
  expect(framesAround(view, 'A/3.jpg')).toMatchObject({ index: 2, next: null });
});

it('has the photo alone where it has no time, and nothing before events are known', () => {
  expect(framesAround(view, 'A/4.jpg')).toEqual({
    filepaths: ['A/4.jpg'],
    index: 0,
    hasEvent: false,
    previous: null,
    next: null,
  });
  expect(framesAround(NO_EVENTS, 'A/1.jpg')).toBeNull();
});
