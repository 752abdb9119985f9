import { secondLookImages } from '../../domain/fast-detector/second-look';
import type { SurveyEvents } from '../../domain/events';
import type { Inference } from '../../domain/inference';
import { parseTargetSpecies } from '../../domain/target-species';
import type { SurveyImage } from './app-state';
import { findSurveyEvents } from './find-survey-events';
import type { OpenSession } from './open-session';
import { runInPieces } from './run-in-pieces';
import type { RunWork } from './run-work';
import { inferencesOf } from './survey-row';

/**
 * The images that a second look repeats: see `secondLookImages`. Those that a person has reviewed, or whose boxes were rejected
 * as repeats, stay: both name boxes by number.
 */
export function secondLookOf(
  images: readonly SurveyImage[],
  events: Pick<SurveyEvents, 'eventIdOf'>,
): Generator<void, readonly Inference[]> {
  const settled = new Set(
    images.flatMap(({ filepath, review, rejected }) =>
      review !== null || (rejected !== null && rejected.size > 0) ? [filepath] : [],
    ),
  );
  return secondLookImages(inferencesOf(images), events, (filepath) => settled.has(filepath));
}

/**
 * Only what a second look repeats is left to do, by the package's own networks. A photo that can't be read now keeps its first
 * answer.
 */
export async function planSecondLook(target: OpenSession, labels: readonly string[]): Promise<RunWork> {
  const { events, targetSpecies } = target.survey().settings;
  const images = target.rows.snapshot();
  const found = await runInPieces(findSurveyEvents(images, events));
  const chosen = await runInPieces(secondLookOf(images, found));
  const first = new Map(chosen.map((inference) => [inference.filepath, inference]));
  const done = new Set(images.flatMap(({ filepath }) => (first.has(filepath) ? [] : [filepath])));
  return {
    done,
    targets: parseTargetSpecies(targetSpecies, labels).classes,
    // Another picture under the same name: its first answer says nothing of it, and an ordinary run begins with it.
    forget(filepaths) {
      for (const filepath of filepaths) {
        first.delete(filepath);
        done.add(filepath);
      }
    },
    knownOf: () => null,
    speedOf(filepath) {
      const before = first.get(filepath);
      if (before?.speed?.preset !== 'fast') return null;
      const { speed, detections } = before;
      return { preset: 'second-look', first: { detector: speed.detector, detections: detections ?? [] } };
    },
    isAnswer: ({ failures }) => failures.length === 0,
    isAsked: (filepath) => first.has(filepath),
    kind: 'second-look',
  };
}
