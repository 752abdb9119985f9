import { useEffect, useState } from 'react';
import type { ImageDescription } from '../../shared/images/describe-image';
import type { FolderState } from '../../state/app-state';
import { useActions } from '../../state/app-store';

export type Photo =
  | { readonly step: 'loading'; readonly previewUrl: string | null }
  | { readonly step: 'full'; readonly url: string }
  /** The photo can't be had: the small picture, if one is kept. */
  | { readonly step: 'preview'; readonly url: string | null };

interface Found {
  readonly filepath: string;
  readonly preview: string | null;
  readonly full: string | null | undefined;
}

/** The small picture at once, the photo as soon as it is read. What comes too late for this image is dropped. */
export function usePhoto(surveyId: string, { filepath, kind, image }: ImageDescription, folder: FolderState): Photo {
  const actions = useActions();
  const [found, setFound] = useState<Found | null>(null);
  const isConnected = folder.step === 'connected';
  const canBeShown = kind !== 'failed' || image.inference?.size != null;
  useEffect(() => {
    let isWanted = true;
    const put = (part: Partial<Found>) => {
      if (!isWanted) return;
      setFound((before) => ({
        ...(before?.filepath === filepath ? before : { filepath, preview: null, full: undefined }),
        ...part,
      }));
    };
    void actions.previewUrl(surveyId, filepath).then((preview) => put({ preview }));
    if (isConnected && canBeShown) {
      void actions.photoUrl(filepath).then((answer) => put({ full: 'url' in answer ? answer.url : null }));
    } else {
      put({ full: null });
    }
    return () => {
      isWanted = false;
    };
  }, [actions, surveyId, filepath, isConnected, canBeShown]);
  if (found?.filepath !== filepath) return { step: 'loading', previewUrl: null };
  if (found.full === undefined) return { step: 'loading', previewUrl: found.preview };
  return found.full === null ? { step: 'preview', url: found.preview } : { step: 'full', url: found.full };
}
