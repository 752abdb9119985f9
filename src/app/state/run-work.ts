import { importedDetections } from '../../domain/imported-inference';
import type { FactSpeed } from '../../domain/fast-detector/fact-speed';
import type { FastDetectorRef } from '../../domain/fast-detector/fast-detector';
import type { ModelPackage } from '../../domain/model-package';
import type { DetectionRecord } from '../../domain/speciesnet-record';
import { parseTargetSpecies } from '../../domain/target-species';
import type { KnownDetections } from '../../pipeline/infer-image';
import { lackingAnimals } from '../../pipeline/lacking-animals';
import type { AppStorage } from '../../storage/app-storage';
import { readResultItems, type ResultItem } from './attached-files';
import type { OpenSession } from './open-session';
import { runInPieces } from './run-in-pieces';
import type { RunOrder } from './survey-run';
import { inferencesOf } from './survey-row';

/** What is left to do for a run, and what it need not ask the detector. */
export interface RunWork extends Pick<RunOrder, 'done' | 'knownOf' | 'targets' | 'speedOf' | 'isAnswer' | 'kind'> {
  /** These files are not what they were: nothing is known of them any more. */
  forget(filepaths: readonly string[]): void;
  /** False for images that are left alone, although they are not done. */
  isAsked(filepath: string): boolean;
}

/**
 * Images with facts are done, unless every animal is to have a species and some boxes of the image have none: then only
 * the classifier runs, on the boxes that are known.
 */
export async function planRunWork(
  storage: AppStorage,
  target: OpenSession,
  { type }: Pick<ModelPackage, 'type'>,
  { labels, fast }: { readonly labels: readonly string[]; readonly fast: FastDetectorRef | null },
): Promise<RunWork> {
  const { mode, speciesPer, targetSpecies } = target.survey().settings;
  const done = await storage.facts.readDoneFilepaths(target.id);
  const known = new Map<string, KnownDetections>();
  const speeds = new Map<string, FactSpeed | null>();
  const facts = inferencesOf(target.rows.snapshot());
  const lacking = await runInPieces(lackingAnimals(facts, { mode, speciesPer, type }));
  for (const { filepath, detections, faintDetections, speed = null } of lacking) {
    done.delete(filepath);
    speeds.set(filepath, speed); // its boxes stay, and what made them
    known.set(filepath, { detections: detections ?? [], faint: faintDetections ?? null });
  }
  const given: ReadonlyMap<string, ResultItem> =
    mode === 'classify-detections' ? await readResultItems(storage, target.id, 'detections') : new Map();
  return {
    done,
    targets: parseTargetSpecies(targetSpecies, labels).classes,
    forget(filepaths) {
      for (const filepath of filepaths) {
        done.delete(filepath);
        known.delete(filepath);
        speeds.delete(filepath);
      }
    },
    speedOf(filepath) {
      const earlier = speeds.get(filepath);
      if (earlier !== undefined) return earlier;
      return fast === null || given.has(filepath) ? null : { preset: 'fast', detector: fast };
    },
    isAnswer: () => true,
    isAsked: () => true,
    kind: 'run',
    knownOf(filepath) {
      const found = known.get(filepath);
      if (found !== undefined) return found;
      // A record without detections, or one that failed: the reference looks at the whole image then.
      const detections = given.get(filepath)?.['detections'] as readonly DetectionRecord[] | undefined;
      return detections === undefined ? null : { detections: importedDetections(detections), faint: null };
    },
  };
}
