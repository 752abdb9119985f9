import { expect, it } from 'vitest';
import { finishPieces } from '../../../domain/finish-pieces';
import { findSurveyEvents } from '../../state/find-survey-events';
import { filesOfEvent } from '../../state/event-files';
import { NO_EVENTS, type EventsView } from '../../state/event-state';
import type { SurveyImage } from '../../state/app-state';
import { eventPlaceOf } from './event-place';

const taken = (filepath: string, capturedAt: string | null) =>
  ({ filepath, inference: { filepath, capturedAt } }) as SurveyImage;

const images = [
  taken('A/1.jpg', '2024-05-01T06:30:00'),
  taken('A/100RECNX/2.jpg', '2024-05-01T06:30:40'),
  taken('A/3.jpg', '2024-05-01T09:00:00'),
  taken('B/1.jpg', '2024-05-01T06:30:00'),
  taken('B/2.jpg', null),
  { ...taken('B/3.jpg', null), inference: null },
];
const foundWith = (camera: 'camera-folder' | 'folder'): EventsView => ({
  isFinding: false,
  found: finishPieces(findSurveyEvents(images, { gapSeconds: 60, camera })),
});
const view = foundWith('camera-folder');

it('says which event, which photo of it, and what is beside', () => {
  expect(eventPlaceOf(view, 'A/100RECNX/2.jpg')).toEqual({
    event: { index: 0, imageIndex: 1, images: 2, seconds: 40 },
    events: 3,
    previous: null,
    next: 'A/3.jpg',
  });
  expect(eventPlaceOf(view, 'B/1.jpg')).toMatchObject({ previous: 'A/3.jpg', next: null });
});

it('knows of no event without a time, and of none before they are found', () => {
  expect(eventPlaceOf(view, 'B/2.jpg')).toEqual({ event: null, events: 3, previous: null, next: null });
  expect(eventPlaceOf(NO_EVENTS, 'A/1.jpg')).toBeNull();
  expect(view.found?.untimed).toEqual(['B/2.jpg']); // a photo that is not done yet is not without a time
});

it('takes each folder for a camera when asked to', () => {
  expect(foundWith('folder').found?.events).toHaveLength(4);
});

it('gives the files of an event by any of its images', () => {
  expect(filesOfEvent(view, null)).toBeNull();
  expect([...filesOfEvent(view, 'A/100RECNX/2.jpg')!]).toEqual(['A/1.jpg', 'A/100RECNX/2.jpg']);
  expect([...filesOfEvent(view, 'B/2.jpg')!]).toEqual(['B/2.jpg']);
  expect([...filesOfEvent(NO_EVENTS, 'A/1.jpg')!]).toEqual(['A/1.jpg']);
});
