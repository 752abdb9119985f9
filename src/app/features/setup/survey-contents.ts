import type { SurveyImage } from '../../state/app-state';
import { factOf } from '../../state/survey-row';

export interface SurveyContents {
  readonly photos: number;
  readonly folders: number;
  /** 0 when sizes were never listed. */
  readonly bytes: number;
}

/** What lies in the folder: photos, folders that hold some, bytes. */
export function contentsOf(images: readonly SurveyImage[]): SurveyContents {
  const folders = new Set<string>();
  let bytes = 0;
  for (const { filepath, size } of images) {
    folders.add(filepath.slice(0, Math.max(0, filepath.lastIndexOf('/'))));
    bytes += size;
  }
  return { photos: images.length, folders: folders.size, bytes };
}

/** A few images spread over the list that have a picture by now. */
export function samplesOf(images: readonly SurveyImage[], count: number): readonly string[] {
  const done = images.filter((image) => (factOf(image)?.size ?? null) !== null);
  const step = done.length / count;
  if (done.length <= count) return done.map(({ filepath }) => filepath);
  return Array.from({ length: count }, (_, index) => done[Math.floor(index * step)]!.filepath);
}
