import { useEffect, useState } from 'react';
import type { OpenSurvey } from '../../state/app-state';
import { useActions } from '../../state/app-store';

/** What can be shown of a photo right now. */
export interface LargePhoto {
  /** Null = nothing, not yet or not at all. */
  readonly url: string | null;
  /** `preview`: the photo itself can't be had. */
  readonly step: 'loading' | 'full' | 'preview';
}

interface Found extends LargePhoto {
  readonly filepath: string;
}

const LOADING: LargePhoto = { url: null, step: 'loading' };

/** The small picture at once, the photo when it can be drawn; then the one that comes next is made ready. */
export function useLargePhoto({ survey, folder }: OpenSurvey, filepath: string, next: string | null): LargePhoto {
  const actions = useActions();
  const [found, setFound] = useState<Found | null>(null);
  const isConnected = folder.step === 'connected';
  useEffect(() => {
    let isWanted = true;
    const put = (photo: LargePhoto) => {
      if (isWanted) setFound({ filepath, ...photo });
    };
    const load = async () => {
      const preview = await actions.previewUrl(survey.id, filepath);
      put({ url: preview, step: isConnected ? 'loading' : 'preview' });
      if (!isConnected) return;
      const answer = await actions.photoUrl(filepath);
      const url = 'url' in answer && (await isDrawable(answer.url)) ? answer.url : null;
      put(url === null ? { url: preview, step: 'preview' } : { url, step: 'full' });
      if (!isWanted || next === null) return;
      const ahead = await actions.photoUrl(next);
      if ('url' in ahead) await isDrawable(ahead.url);
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, [actions, survey.id, filepath, next, isConnected]);
  return found?.filepath === filepath ? found : LOADING;
}

/** Waits until the browser has decoded it. False = it can't show it. */
async function isDrawable(url: string): Promise<boolean> {
  const image = new Image();
  image.src = url;
  return image.decode().then(
    () => true,
    () => false, // the browser's answer to a photo that it can't decode
  );
}
