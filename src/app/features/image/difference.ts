import type { ImageDescription } from '../../shared/images/describe-image';
import type { Photo } from '../../shared/images/use-photos';
import type { EventFrames } from './event-frames';

/** What is laid over a photo so that only what changed since the photo before stays bright. */
export type Difference =
  | { readonly step: 'shown'; readonly url: string; readonly to: ImageDescription }
  | { readonly step: 'none'; readonly reason: 'loading' | 'first' | 'no-event' | 'size' | 'unreadable' };

interface Shot {
  readonly description: ImageDescription;
  readonly photo: Photo;
}

/** `before` is the photo before it in its event; null = there is none. */
export function differenceOf(frames: EventFrames | null, now: Shot, before: Shot | null): Difference {
  if (frames === null) return none('loading');
  if (!frames.hasEvent) return none('no-event');
  if (before === null) return none('first');
  const [size, sizeBefore] = [now, before].map(({ description }) => description.image.inference?.size ?? null);
  if (size == null || sizeBefore == null) return none('unreadable');
  if (size.width !== sizeBefore.width || size.height !== sizeBefore.height) return none('size');
  if (now.photo.step === 'loading' || before.photo.step === 'loading') return none('loading');
  // A small picture and a full photo differ everywhere: their edges are not as sharp.
  if (before.photo.url === null || now.photo.step !== before.photo.step) return none('unreadable');
  return { step: 'shown', url: before.photo.url, to: before.description };
}

const none = (reason: Extract<Difference, { step: 'none' }>['reason']): Difference => ({ step: 'none', reason });
