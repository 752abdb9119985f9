import { useEffect, useState } from 'react';
import { whenIdle } from '../when-idle';

/** Finds the small picture of an image; null when there is none. */
export type LoadPreview = (filepath: string) => Promise<string | null>;

export type Preview =
  { readonly step: 'loading' } | { readonly step: 'none' } | { readonly step: 'shown'; readonly url: string };

const LOADING: Preview = { step: 'loading' };

/**
 * The preview of an image while it is on the screen. `version` changes when there may be a picture now where there was
 * none: the image was finished. What arrives for an image that has left the screen is dropped; while the page is busy with
 * scrolling, images that only pass by are not asked for at all.
 */
export function usePreview(filepath: string, load: LoadPreview, version: unknown): Preview {
  const [found, setFound] = useState<{ readonly filepath: string; readonly preview: Preview } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const callOff = whenIdle(() => {
      void load(filepath).then((url) => {
        if (isWanted) setFound({ filepath, preview: url === null ? { step: 'none' } : { step: 'shown', url } });
      });
    });
    return () => {
      callOff();
      isWanted = false;
    };
  }, [filepath, load, version]);
  return found?.filepath === filepath ? found.preview : LOADING;
}
