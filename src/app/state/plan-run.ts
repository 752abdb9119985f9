import { fastDetectorRef, withFastDetector } from '../../domain/fast-detector/fast-detector';
import type { ModelPackage } from '../../domain/model-package';
import { stepsOf } from '../../pipeline/infer-image';
import type { AppStorage } from '../../storage/app-storage';
import type { OpenSession } from './open-session';
import { planRunWork, type RunWork } from './run-work';
import type { RunKind } from './run-kind';
import { planSecondLook } from './second-look-work';

/** What a run does, and with which networks. */
export interface PlannedRun {
  readonly work: RunWork;
  /** The package as the run opens it: with its fast detector where the survey asks for it. */
  readonly modelPackage: ModelPackage;
}

/** Null when the survey asks for a fast detector that is not there: the reference's never stands in for it unasked. */
export async function planRun(
  storage: AppStorage,
  target: OpenSession,
  order: { readonly modelPackage: ModelPackage; readonly labels: readonly string[]; readonly kind: RunKind },
): Promise<PlannedRun | null> {
  const { modelPackage, labels, kind } = order;
  if (kind === 'second-look') return { work: await planSecondLook(target, labels), modelPackage };
  const { speedPreset = 'reference', mode } = target.survey().settings;
  if (speedPreset === 'reference' || !stepsOf(mode).detector) {
    return { work: await planRunWork(storage, target, modelPackage, { labels, fast: null }), modelPackage };
  }
  const { fastDetector } = modelPackage;
  const whole = withFastDetector(modelPackage);
  if (fastDetector === undefined || whole === null) return null;
  const fast = fastDetectorRef(fastDetector);
  return { work: await planRunWork(storage, target, modelPackage, { labels, fast }), modelPackage: whole };
}
