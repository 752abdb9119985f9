import { useEffect, useRef, useState } from 'react';
import type { ImageProblem, ImageProblemCode } from '../../../domain/failure';
import type { OpenSurvey } from '../../state/app-state';
import { useActions } from '../../state/app-store';
import type { ImageDescription } from './describe-image';

export type Photo =
  | { readonly step: 'loading'; readonly previewUrl: string | null }
  | { readonly step: 'full'; readonly url: string }
  /** The photo can't be had: the small picture, if one is kept. */
  | { readonly step: 'preview'; readonly url: string | null }
  /** There is no small picture, and the browser must not be given the file. */
  | { readonly step: 'refused'; readonly url: null; readonly problem: ImageProblemCode };

type PhotosByPath = ReadonlyMap<string, Photo>;

const LOADING: Photo = { step: 'loading', previewUrl: null };
const NONE: PhotosByPath = new Map();

/**
 * The photo on the stage and those that may be asked for next, by path. The first of `wanted` comes first, its small picture
 * at once; the others follow one by one, and are there when they can be drawn without a wait. What is not wanted any more
 * is let go.
 */
export function usePhotos(open: OpenSurvey, wanted: readonly ImageDescription[]): (filepath: string) => Photo {
  const actions = useActions();
  const surveyId = open.survey.id;
  const isConnected = open.folder.step === 'connected';
  const [photos, setPhotos] = useState(NONE);
  // While an element has it, the browser keeps what it decoded.
  const elements = useRef(new Map<string, HTMLImageElement>());
  // A text, because the list is made anew on each render.
  const wish = JSON.stringify(wanted.map((one) => [one.filepath, isConnected && canBeShown(one)]));
  useEffect(() => {
    const files = JSON.parse(wish) as [filepath: string, canBeRead: boolean][];
    const filepaths = new Set(files.map(([filepath]) => filepath));
    const held = elements.current;
    for (const filepath of held.keys()) if (!filepaths.has(filepath)) held.delete(filepath);
    let isWanted = true;
    const put = (filepath: string, photo: Photo) => {
      if (isWanted) setPhotos((before) => withPhoto(before, filepath, photo, filepaths));
    };
    const load = async (filepath: string, canBeRead: boolean, isFirst: boolean) => {
      const preview = actions.previewUrl(surveyId, filepath);
      if (isFirst) void preview.then((previewUrl) => put(filepath, { step: 'loading', previewUrl }));
      const answer = canBeRead ? await actions.photoUrl(filepath) : null;
      const photo = answer !== null && 'url' in answer ? fullPhoto(answer.url) : smallOr(answer, await preview);
      if (isFirst) put(filepath, photo);
      if (photo.url !== null && held.get(filepath)?.src !== photo.url) held.set(filepath, await decode(photo.url));
      const isDrawn = photo.step !== 'full' || held.get(filepath)?.naturalWidth !== 0;
      put(filepath, isDrawn ? photo : { step: 'preview', url: await preview });
    };
    const loadAll = async () => {
      for (const [index, [filepath, canBeRead]] of files.entries()) {
        if (!isWanted) return;
        await load(filepath, canBeRead, index === 0);
      }
    };
    void loadAll();
    return () => {
      isWanted = false;
    };
  }, [actions, surveyId, wish]);
  return (filepath) => photos.get(filepath) ?? LOADING;
}

/** The photo, or what is shown in its place. */
type Drawn = Exclude<Photo, { readonly step: 'loading' }>;

const fullPhoto = (url: string): Drawn => ({ step: 'full', url });

/** A file that is gone may come back; what its header says stays so. */
function smallOr(answer: { readonly problem: ImageProblem } | null, url: string | null): Drawn {
  const code = answer?.problem.code ?? 'file-missing';
  return url === null && code !== 'file-missing' ? { step: 'refused', url, problem: code } : { step: 'preview', url };
}

/** What can be drawn of a photo right now; null = nothing, not yet or not at all. */
export const drawnUrl = (photo: Photo): string | null => (photo.step === 'loading' ? photo.previewUrl : photo.url);

/** A step may have failed on it although the photo itself was read. */
export function canBeShown({ kind, image }: ImageDescription): boolean {
  return kind !== 'failed' || image.inference?.size != null;
}

function withPhoto(before: PhotosByPath, filepath: string, photo: Photo, wanted: ReadonlySet<string>): PhotosByPath {
  const known = before.get(filepath);
  // The small picture must not come back over the photo.
  const isOlder = known !== undefined && known.step !== 'loading' && photo.step === 'loading';
  if (isOlder || (known?.step === photo.step && 'url' in known && 'url' in photo && known.url === photo.url)) {
    return before;
  }
  const kept = [...before].filter(([other]) => wanted.has(other));
  return new Map([...kept, [filepath, photo]]);
}

/** Resolves also for what the browser can't show: it has no width then. */
async function decode(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  await image.decode().catch(() => undefined);
  return image;
}
