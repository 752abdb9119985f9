import type { FactDifference } from '../../domain/fact-differences';
import type { Inference } from '../../domain/inference';
import type { MergeChoice, MergeSummary } from '../../domain/merge-facts';
import type { Condition } from './condition';

/** An image of which both computers have facts that differ. */
export interface MergeConflict {
  /** As it is called here. */
  readonly filepath: string;
  readonly theirFilepath: string;
  readonly differences: readonly FactDifference[];
  /** Class numbers are those of this survey. */
  readonly theirs: Inference;
}

/** What a merge would do; nothing is stored yet. */
export interface MergePlan {
  readonly fileName: string;
  /** The survey that the file came from; null = a result file. */
  readonly surveyName: string | null;
  readonly counts: {
    /** Images that get facts from there: they had none here, or only a failure. */
    readonly taken: number;
    readonly equal: number;
    /** Here is as much or more. */
    readonly less: number;
    readonly conflicts: number;
    readonly unknown: number;
    /** Found by their content under another path. */
    readonly moved: number;
    /** Images of which people there have said something, or something newer. */
    readonly reviews: number;
  };
  readonly conflicts: readonly MergeConflict[];
  /** Paths there of images that are not here. */
  readonly unknown: readonly string[];
  readonly paths: MergeSummary['paths'];
  /** Labels of class numbers in facts, here and in the conflicts. */
  readonly labels: readonly string[];
  /** Name of the package that the survey takes over with the facts, because it has none of its own. */
  readonly adoptedPackage: string | null;
}

/** How the conflicts of a plan end. */
export interface MergeChoices {
  /** Of conflicts without a choice of their own. */
  readonly all: MergeChoice;
  /** By filepath. */
  readonly single: ReadonlyMap<string, MergeChoice>;
}

/** Bringing in results of another computer. */
export type MergeView =
  | { readonly step: 'none' }
  | { readonly step: 'reading'; readonly fileName: string; readonly entries: number }
  | { readonly step: 'refused'; readonly fileName: string; readonly condition: Condition }
  | { readonly step: 'comparing'; readonly fileName: string }
  | { readonly step: 'offered'; readonly plan: MergePlan; readonly choices: MergeChoices }
  | { readonly step: 'applying'; readonly plan: MergePlan; readonly stored: number; readonly total: number }
  /** Can be undone until the page closes. */
  | {
      readonly step: 'applied';
      readonly plan: MergePlan;
      /** Images that have new facts; those of them that had others before. */
      readonly stored: number;
      readonly replaced: number;
    };

/** Whose facts a conflict ends with. */
export function choiceOf({ all, single }: MergeChoices, filepath: string): MergeChoice {
  return single.get(filepath) ?? all;
}
