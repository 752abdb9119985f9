import { findEvents, type EventOptions, type SurveyEvents } from '../../domain/events';
import { cameraFolderOf, folderOf, rememberFolder } from '../../domain/megadetector/camera-folder';
import type { EventSettings } from '../../domain/survey';
import type { SurveyImage } from './app-state';
import type { FoundEvents } from './event-state';
import { factOf } from './survey-row';

/** The events of images that have facts: of the others the time is not known yet. */
export function* findSurveyEvents(
  images: readonly SurveyImage[],
  settings: EventSettings,
): Generator<unknown, FoundEvents, void> {
  const found: SurveyEvents = yield* findEvents(timesOf(images), eventOptionsOf(settings));
  const indexOf = new Map<string, number>();
  for (const [index, { id }] of found.events.entries()) {
    indexOf.set(id, index);
    yield;
  }
  return { ...found, indexOf };
}

function* timesOf(images: readonly SurveyImage[]) {
  for (const image of images) {
    const fact = factOf(image);
    if (fact !== null) yield { filepath: image.filepath, capturedAt: fact.capturedAt };
  }
}

/** What the settings of events mean. */
export function eventOptionsOf({ gapSeconds, camera }: EventSettings): EventOptions {
  return { gapSeconds, deploymentOf: rememberFolder(camera === 'folder' ? folderOf : cameraFolderOf) };
}
