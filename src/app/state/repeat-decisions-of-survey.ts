import { applyRepeatDecisions, type RepeatVerdict } from '../../domain/megadetector/repeat-decisions';
import { addDetection, type DetectionSet, type OpenDetectionSet } from '../../domain/megadetector/detection-set';
import type { RepeatImage } from '../../domain/megadetector/repeat-detections';
import type { AppStorage } from '../../storage/app-storage';
import type { OpenSession } from './open-session';
import { repeatAttachment, restoreRepeats } from './repeat-attachment';
import type { RepeatsState } from './repeats-state';
import { runInPieces } from './run-in-pieces';
import { withDecided } from './list-stacks';

/** The images with facts, in their order. */
export function* repeatImagesOf({ rows }: OpenSession): Generator<RepeatImage> {
  for (const { inference } of rows.snapshot()) if (inference !== null) yield inference;
}

/** The verdicts that were stored of a survey take effect, as far as its facts still have those detections. */
export async function readRepeats(storage: AppStorage, target: OpenSession): Promise<void> {
  const kept = await storage.attachments.read(target.id, 'repeats');
  if (kept === null) return;
  const { options, decided } = await runInPieces(
    restoreRepeats(kept, {
      images: repeatImagesOf(target),
      imageOf: (filepath) => target.rows.get(filepath)?.inference ?? undefined,
    }),
  );
  const rejected = await runInPieces(rejectedBy(decided));
  const change = { options, decided, rejected, stacks: withDecided([], decided) };
  await target.rejectRepeats(change, rejected.keys());
}

export async function writeRepeats(
  storage: AppStorage,
  surveyId: string,
  state: Pick<RepeatsState, 'options' | 'decided'>,
): Promise<void> {
  await storage.attachments.put(surveyId, 'repeats', repeatAttachment(state));
}

/** The detections that follow from the verdicts. Yields every few thousand members. */
export function* rejectedBy(decided: RepeatsState['decided']): Generator<void, DetectionSet> {
  const verdicts = new Map<string, RepeatVerdict>();
  const spared: OpenDetectionSet = new Map();
  for (const [id, entry] of decided) {
    verdicts.set(id, entry.verdict);
    for (const member of entry.spared) addDetection(spared, member);
  }
  const stacks = [...decided.values()].map(({ stack }) => stack);
  return yield* applyRepeatDecisions(stacks, { verdicts, spared });
}
