import { useEffect, useState } from 'react';
import type { Bbox } from '../../../domain/detection';
import { useActions } from '../../state/app-store';
import { planCut } from './cut-crop';

/** Crops that stay in memory as object URLs: more than two sheets, some 30 kB each. */
const MOST = 120;

const cuts = new Map<string, Promise<string | null>>();
/** How many cells show each crop right now. */
const wanted = new Map<string, number>();
/** One photo at a time: each takes some 50 MB while it is open. */
let tail: Promise<unknown> = Promise.resolve();

/**
 * The crop cut out of the photo itself; null while it is being made, and where the photo can't be read: then the preview has to
 * do. A crop that left the screen while it waited is not made.
 */
export function useSharpCrop(
  surveyId: string,
  filepath: string,
  rect: Bbox | null,
  isConnected: boolean,
): string | null {
  const actions = useActions();
  const [found, setFound] = useState<{ readonly key: string; readonly url: string } | null>(null);
  const key = rect === null || !isConnected ? null : `${surveyId}/${filepath} ${rect.join()}`;
  useEffect(() => {
    if (key === null || rect === null) return;
    let isShown = true;
    wanted.set(key, (wanted.get(key) ?? 0) + 1);
    const load = async (): Promise<string | null> => {
      if (!wanted.has(key)) return null;
      const photo = await actions.photoUrl(filepath);
      return 'url' in photo ? cut(photo.url, rect) : null;
    };
    void remember(key, load).then((url) => {
      if (isShown && url !== null) setFound({ key, url });
    });
    return () => {
      isShown = false;
      const others = (wanted.get(key) ?? 1) - 1;
      if (others === 0) wanted.delete(key);
      else wanted.set(key, others);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says all of the rectangle
  }, [actions, filepath, key]);
  return found?.key === key ? found.url : null;
}

function remember(key: string, load: () => Promise<string | null>): Promise<string | null> {
  const known = cuts.get(key);
  if (known !== undefined) return known;
  const job = tail.then(load).catch(() => null); // a photo that can't be drawn: the preview stays
  tail = job;
  cuts.set(key, job);
  void job.then((url) => {
    if (url === null && cuts.get(key) === job) cuts.delete(key); // the folder may be back next time
  });
  const oldest = cuts.keys().next();
  if (cuts.size > MOST && oldest.done === false) forget(oldest.value);
  return job;
}

function forget(key: string): void {
  const job = cuts.get(key);
  cuts.delete(key);
  void job?.then((url) => {
    if (url !== null) URL.revokeObjectURL(url);
  });
}

/** Decoded beside the page, turned as the camera says. */
async function cut(photoUrl: string, rect: Bbox): Promise<string | null> {
  const photo = new Image();
  photo.src = photoUrl;
  await photo.decode();
  const { from, to } = planCut(rect, { width: photo.naturalWidth, height: photo.naturalHeight });
  const canvas = new OffscreenCanvas(to.width, to.height);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(photo, from.x, from.y, from.width, from.height, 0, 0, to.width, to.height);
  return URL.createObjectURL(await canvas.convertToBlob({ type: 'image/webp', quality: 0.9 }));
}
