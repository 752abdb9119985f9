import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startFuzzChild, type FuzzChild } from './child-process';
import { createMutant } from './create-mutant';
import type { FuzzArguments } from './fuzz-arguments';
import type { ChildAnswer } from './fuzz-child-messages';
import { readBases } from './read-bases';

/** No file may take longer, or more memory. */
export const DEADLINE_MS = 5000;
export const MOST_MB = 512;

/** A mutant that the importer did not handle as it must. */
export interface Finding {
  readonly number: number;
  readonly what: string;
}

export interface FuzzReport {
  readonly imported: number;
  /** Refusals by CheckpointErrorCode. */
  readonly refused: Readonly<Record<string, number>>;
  /** Refusals and imports by kind of damage: `pickle`: 12 of 40 imported. */
  readonly byDamage: Readonly<Record<string, { readonly imported: number; readonly tried: number }>>;
  readonly slowest: { readonly number: number; readonly milliseconds: number };
  readonly peakMb: number;
  readonly findings: readonly Finding[];
}

/** Tries mutants `first` … `first + count - 1` in processes of their own; findings are written to a folder for study. */
export async function fuzz(wanted: FuzzArguments, say: (line: string) => void): Promise<FuzzReport> {
  const tally = createTally();
  let next = wanted.first;
  const end = wanted.first + wanted.count;
  const work = async () => {
    const tester = createTester(wanted);
    try {
      while (next < end) {
        const number = next++;
        const judged = await tester.judge(number);
        tally.add(number, judged);
        if (typeof judged === 'string') say(keep(wanted, { number, what: judged }));
        if ((number - wanted.first + 1) % 1000 === 0) say(`${number - wanted.first + 1} of ${wanted.count} tried`);
      }
    } finally {
      tester.stop();
    }
  };
  await Promise.all(Array.from({ length: Math.min(wanted.jobs, wanted.count) }, work));
  return tally.report();
}

/** Judges mutants in one process after the other: an answer, or what is wrong. */
function createTester({ folder, seed }: FuzzArguments) {
  let child: FuzzChild | null = null;
  const stop = () => {
    child?.stop();
    child = null;
  };
  const tryIn = async (number: number): Promise<ChildAnswer | string> => {
    child ??= await startFuzzChild(folder, DEADLINE_MS);
    const answer = await child.try({ seed, number });
    if (!('outcome' in answer)) {
      stop();
      return answer.kind === 'hang' ? `no answer within ${answer.seconds} s` : `the process ended: ${answer.how}`;
    }
    if (answer.peakMb > MOST_MB) {
      stop();
      return `${Math.round(answer.peakMb)} MB of memory`;
    }
    return answer.outcome.kind === 'bug' ? answer.outcome.error : answer;
  };
  return {
    stop,
    /** What goes wrong once may be the computer's or an earlier mutant's doing: it counts when it happens again. */
    judge: async (number: number) => {
      const judged = await tryIn(number);
      if (typeof judged !== 'string') return judged;
      stop();
      return tryIn(number);
    },
  };
}

function createTally() {
  let imported = 0;
  let slowest = { number: 0, milliseconds: 0 };
  let peakMb = 0;
  const refused: Record<string, number> = {};
  const byDamage: Record<string, { imported: number; tried: number }> = {};
  const findings: Finding[] = [];
  return {
    add(number: number, judged: ChildAnswer | string) {
      if (typeof judged === 'string') {
        findings.push({ number, what: judged });
        return;
      }
      const { outcome, damage, milliseconds } = judged;
      const count = (byDamage[damage] ??= { imported: 0, tried: 0 });
      count.tried += 1;
      if (outcome.kind === 'imported') {
        imported += 1;
        count.imported += 1;
      }
      if (outcome.kind === 'refused') refused[outcome.code] = (refused[outcome.code] ?? 0) + 1;
      if (milliseconds > slowest.milliseconds) slowest = { number, milliseconds };
      peakMb = Math.max(peakMb, judged.peakMb);
    },
    report: (): FuzzReport => ({ imported, refused, byDamage, slowest, peakMb, findings }),
  };
}

/** Writes the file that a finding is about. */
function keep({ folder, seed, findings }: FuzzArguments, { number, what }: Finding): string {
  const { base, damage, bytes } = createMutant(readBases(folder), seed, number);
  mkdirSync(findings, { recursive: true });
  const path = join(findings, `seed-${seed}-number-${number}.pt`);
  writeFileSync(path, bytes);
  return `FOUND number ${number}, ${damage} of ${base}: ${what}\n  kept as ${path}`;
}
