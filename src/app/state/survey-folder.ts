import { isMissingDetector, type ModelPackage } from '../../domain/model-package';
import { REFERENCE_SETTINGS, type ListedImage, type Survey } from '../../domain/survey';
import type { ImageSource } from '../../files/image-source';
import type { StatePart } from './app-setting';
import type { ListingProblem } from './app-state';
import type { OpenSession } from './open-session';

/** A new survey of a folder, with what was chosen last. */
export async function newSurvey(
  { storage }: Pick<StatePart, 'storage'>,
  name: string,
  isDemo: boolean,
): Promise<Survey> {
  const [settings, packages] = await Promise.all([storage.settings.readSettings(), storage.packages.listPackages()]);
  const usable = packages.filter((candidate) => candidate.isDemo === isDemo);
  const last = usable.find(({ id }) => id === settings.packageId);
  const now = Date.now();
  const isComplete = (candidate: ModelPackage) => !isMissingDetector(candidate);
  const complete = usable.filter(isComplete);
  // The one that was used last, unless it waits for its detector and another one is whole.
  const chosen = last !== undefined && (isComplete(last) || complete.length === 0) ? last : (complete[0] ?? usable[0]);
  return {
    id: crypto.randomUUID(),
    name,
    isDemo,
    createdAt: now,
    changedAt: now,
    settings: {
      ...REFERENCE_SETTINGS,
      packageId: chosen?.id ?? null,
      placeFromCoordinates: settings.placeFromCoordinates,
      speciesPer: settings.speciesPer,
      ...(!isDemo && { place: settings.place, geofence: settings.geofence }),
    },
    extraLabels: [],
    state: 'new',
    counts: { listed: 0, done: 0, failed: 0 },
  };
}

/** A folder being listed: its batches as they come, and what could not be looked at. */
export interface FolderListing {
  readonly batches: AsyncGenerator<readonly ListedImage[]>;
  /** Call when the survey of this folder is settled: only then the screens hear that the listing is complete. */
  complete(): void;
}

/** Lists the whole folder into the session and hands each batch on; the caller keeps the complete listing. */
export function listFolder(session: OpenSession, source: ImageSource, signal: AbortSignal): FolderListing {
  let found = 0;
  const skipped: ListingProblem[] = [];

  async function* batches() {
    session.setListing({ step: 'listing', found });
    for await (const { images, problems } of source.list(signal)) {
      found += images.length;
      skipped.push(...problems.map(({ path, message }) => ({ path, detail: message })));
      session.addListed(images);
      session.setListing({ step: 'listing', found });
      yield images;
    }
    session.sortRows();
  }

  return {
    batches: batches(),
    complete() {
      session.setListing({ step: 'listed', found, skipped });
      session.flush();
    },
  };
}

/** The survey that this folder was opened as before, when the listing tells so. */
export async function findEarlierSurvey(
  { storage }: Pick<StatePart, 'storage'>,
  source: ImageSource,
  images: readonly ListedImage[],
) {
  const { rootName, handle } = source;
  const { findSurveyForFolder } = await import('../../storage/find-survey');
  return findSurveyForFolder(storage, { rootName, handle, images });
}
