import { expect, it } from 'vitest';
import { describeImage } from '../../shared/images/describe-image';
import type { Photo } from '../../shared/images/use-photos';
import type { SurveyImage } from '../../state/app-state';
import { differenceOf } from './difference';
import type { EventFrames } from './event-frames';

const frames: EventFrames = { filepaths: ['a.jpg', 'b.jpg'], index: 1, hasEvent: true, previous: 'a.jpg', next: null };
const LARGE = { width: 40, height: 30 };

function shot(filepath: string, photo: Photo, size: typeof LARGE | null = LARGE) {
  const inference = { filepath, size, capturedAt: null, detections: [], crops: {}, failures: [], problem: null };
  const image = { filepath, inference, prediction: null, animals: [], rejected: null, smoothed: null };
  return { description: describeImage(image as unknown as SurveyImage, []), photo };
}

const full = (url: string): Photo => ({ step: 'full', url });
const now = shot('b.jpg', full('now'));
const before = shot('a.jpg', full('before'));

it('lays the photo before over the photo', () => {
  expect(differenceOf(frames, now, before)).toEqual({ step: 'shown', url: 'before', to: before.description });
});

it.each([
  ['loading', null, now, before],
  ['no-event', { ...frames, hasEvent: false }, now, null],
  ['first', frames, now, null],
  ['loading', frames, now, shot('a.jpg', { step: 'loading', previewUrl: 'small' })],
  ['loading', frames, shot('b.jpg', { step: 'loading', previewUrl: null }), before],
  ['unreadable', frames, now, shot('a.jpg', { step: 'preview', url: 'small' })],
  ['unreadable', frames, now, shot('a.jpg', full('before'), null)],
  ['size', frames, now, shot('a.jpg', full('before'), { width: 30, height: 40 })],
] as const)('says why there is none: %s', (reason, around, shown, earlier) => {
  expect(differenceOf(around, shown, earlier)).toEqual({ step: 'none', reason });
});
