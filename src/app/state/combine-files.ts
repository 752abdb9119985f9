import { createLabelNumbers, importedInference } from '../../domain/imported-inference';
import type { Inference } from '../../domain/inference';
import type { ClassificationsRecord, DetectionRecord } from '../../domain/speciesnet-record';
import type { AppStorage } from '../../storage/app-storage';
import { readResultItems, type ResultItem } from './attached-files';
import { letPageAnswer } from './let-page-answer';
import type { OpenSession } from './open-session';
import type { SurveyOpening } from './survey-opening';

/** Facts handed to the store at a time. */
const BATCH = 250;

/** Who steers a combination of two files. */
export interface CombineControl {
  /** Asked between batches; what is stored by then stays. */
  readonly isStopped: () => boolean;
  readonly onBatch: () => void;
}

/** The run without networks: facts of all images that have none yet, from the two attached files. */
export async function combineFiles(
  part: { readonly storage: AppStorage; readonly opening: SurveyOpening },
  target: OpenSession,
  labels: readonly string[],
  { isStopped, onBatch }: CombineControl,
): Promise<void> {
  const { storage, opening } = part;
  const survey = target.survey();
  const [detections, classifications, done] = await Promise.all([
    readResultItems(storage, target.id, 'detections'),
    readResultItems(storage, target.id, 'classifications'),
    storage.facts.readDoneFilepaths(target.id),
  ]);
  const numbers = createLabelNumbers(labels, survey.extraLabels);
  const reader = { packageType: target.modelPackage()?.type ?? 'always_crop', mode: survey.settings.mode } as const;
  const waiting = target.rows.snapshot().filter(({ filepath }) => !done.has(filepath));
  for (let start = 0; start < waiting.length && !isStopped(); start += BATCH) {
    const facts = waiting.slice(start, start + BATCH).map(({ filepath }): Inference => {
      const parts = {
        detections: partOf(detections.get(filepath), 'detections') as readonly DetectionRecord[] | null,
        classifications: partOf(classifications.get(filepath), 'classifications') as ClassificationsRecord | null,
      };
      return importedInference(filepath, parts, reader, numbers);
    });
    // The labels first: a fact must never name a class that nobody knows.
    await opening.keepExtraLabels(target, numbers.extraLabels());
    await storage.facts.putFacts(target.id, facts);
    for (const fact of facts) target.addNewFact(fact);
    onBatch();
    await letPageAnswer();
  }
}

/** A record with a `failures` key has failed, whatever else it holds (speciesnet 5.0.4). */
function partOf(record: ResultItem | undefined, key: 'detections' | 'classifications'): unknown {
  return record === undefined || 'failures' in record ? null : (record[key] ?? null);
}
