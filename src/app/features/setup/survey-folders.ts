import type { SurveyImage } from '../../state/app-state';

/** A folder of a survey, and how many images lie in it and below it. */
export interface SurveyFolderCount {
  /** Relative to the survey's folder, forward slashes. */
  readonly folder: string;
  readonly images: number;
}

/** All folders below the survey's own that hold images, at whatever depth, in the order of their first image. */
export function surveyFolders(images: readonly Pick<SurveyImage, 'filepath'>[]): readonly SurveyFolderCount[] {
  const counts = new Map<string, number>();
  for (const { filepath } of images) {
    for (let slash = filepath.indexOf('/'); slash !== -1; slash = filepath.indexOf('/', slash + 1)) {
      const folder = filepath.slice(0, slash);
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
  }
  return [...counts].map(([folder, count]) => ({ folder, images: count }));
}
