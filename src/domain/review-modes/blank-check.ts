import { estimateMissed, type MissedShare, type StratumCount } from './missed-share';
import type { BlankSample } from './order-blank-sample';
import type { Confidence } from './proportion-interval';

/** What a person says of an image that the machine calls blank: `missed` = it is not, `unclear` = it can't be told. */
export type BlankAnswer = 'blank' | 'missed' | 'unclear';

/** How far a blank check has come. */
export interface BlankCheck {
  /** How many images of the sample have an answer; the next one's place in it. */
  readonly answered: number;
  /** The path of the image to look at next; null when all have an answer. */
  readonly next: string | null;
  /** Answered images without the unclear ones. */
  readonly looked: number;
  readonly unclear: number;
  /** Paths of the missed ones, in the order of the sample. */
  readonly found: readonly string[];
  /** In the order of the sample's strata. */
  readonly strata: readonly (StratumCount & { readonly name: string })[];
  readonly missed: MissedShare;
}

/**
 * Where the check of a sample stands. Only images up to the first without an answer count: those answered beyond it
 * were looked at for another reason than chance. Unclear ones count as not looked at, so that even at the end they
 * leave a doubt.
 */
export function followBlankCheck(
  { filepaths, strata, stratumOf }: BlankSample,
  answerOf: (filepath: string) => BlankAnswer | undefined,
  confidence: Confidence,
): BlankCheck {
  const counts = strata.map((stratum) => ({ ...stratum, looked: 0, found: 0 }));
  const found: string[] = [];
  let [answered, unclear] = [0, 0];
  for (; answered < filepaths.length; answered++) {
    const filepath = filepaths[answered]!;
    const answer = answerOf(filepath);
    if (answer === undefined) break;
    if (answer === 'unclear') {
      unclear++;
      continue;
    }
    const count = counts[stratumOf[answered]!]!;
    count.looked++;
    if (answer === 'blank') continue;
    count.found++;
    found.push(filepath);
  }
  return {
    answered,
    next: filepaths[answered] ?? null,
    looked: answered - unclear,
    unclear,
    found,
    strata: counts,
    missed: estimateMissed(counts, confidence),
  };
}
