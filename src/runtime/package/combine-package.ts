import { withoutFastDetector } from '../../domain/fast-detector/fast-detector';
import {
  fileOf,
  type BackendSelfTest,
  type ModelPackage,
  type PackageFile,
  type PackageNote,
} from '../../domain/model-package';
import type { CheckedRuleFile, PackageApi } from '../../rpc/package-api';
import { computePackageId } from './package-id';

type Addition = Parameters<PackageApi['combine']>[1];

/** A package with the detector of another, or with a newer rule file: see PackageApi.combine. */
export async function combinePackage(base: ModelPackage, addition: Addition): Promise<ModelPackage> {
  const combined =
    'detectorOf' in addition ? withDetector(base, addition.detectorOf) : withRules(base, addition.ruleFile);
  return { ...combined, id: await computePackageId(combined.files) };
}

const isOfDetector = ({ role }: PackageFile) => role === 'detector' || role === 'detector-weights';

function withDetector(base: ModelPackage, from: ModelPackage): ModelPackage {
  if (from.detector === null) throw new Error(`package ${from.id}: expected a detector, got none`);
  return {
    ...withoutFastDetector(base),
    files: [...base.files.filter((file) => !isOfDetector(file)), ...from.files.filter(isOfDetector)],
    detector: from.detector,
    missingDetector: null,
    importer: fileOf(base, 'classifier') === null ? from.importer : olderOf(base.importer, from.importer),
    selfTests: combineSelfTests(base, from),
    notes: [...from.notes.filter(isAboutDetector), ...base.notes.filter((note) => !isAboutDetector(note))],
  };
}

/** Null when one of both networks was not converted here: nothing may be said of the whole then. */
function olderOf(first: string | null, second: string | null): string | null {
  if (first === null || second === null) return null;
  return Number(first) < Number(second) ? first : second;
}

function withRules(base: ModelPackage, { part, count }: CheckedRuleFile): ModelPackage {
  return {
    ...base,
    files: [...base.files.filter(({ role }) => role !== part.role), part],
    counts: { ...base.counts, ...(part.role === 'taxonomy' ? { taxa: count } : { geofencedTaxa: count }) },
  };
}

function isAboutDetector({ code }: PackageNote): boolean {
  return code !== 'output-is-logits' && code !== 'output-is-probabilities';
}

/**
 * What is known of a backend when some networks were tried in one package and some in another: it passes when both
 * passed, and fails when one failed. A backend on which one of both was never tried is left out.
 */
function combineSelfTests(base: ModelPackage, from: ModelPackage): readonly BackendSelfTest[] {
  // The time of a detector that is exchanged is within the base's and can't be taken out again.
  const isTimeKnown = base.detector === null;
  return from.selfTests.flatMap((one) => {
    const other = base.selfTests.find(({ backend }) => backend === one.backend);
    return other === undefined ? [] : [combineTests(other, one, isTimeKnown)];
  });
}

const VERDICTS = ['failed', 'not-tried', 'passed'] as const;

function combineTests(base: BackendSelfTest, from: BackendSelfTest, isTimeKnown: boolean): BackendSelfTest {
  const verdict = VERDICTS.find((worst) => base.verdict === worst || from.verdict === worst)!;
  const decisive = base.verdict === verdict ? base : from;
  const times = [base.milliseconds, from.milliseconds];
  const differences = [base.difference, from.difference].filter((difference) => difference !== null);
  return {
    backend: base.backend,
    verdict,
    detail: decisive.detail,
    ...(decisive.finding !== undefined && { finding: decisive.finding }),
    difference: verdict === 'not-tried' || differences.length === 0 ? null : Math.max(...differences),
    milliseconds:
      isTimeKnown && times.every((time) => time !== null) ? times.reduce((sum, time) => sum + time, 0) : null,
    testedAt: Math.min(base.testedAt, from.testedAt),
  };
}
