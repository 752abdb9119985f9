import type { DetectionRef, DetectionSet } from '../../domain/megadetector/detection-set';
import type { RepeatVerdict } from '../../domain/megadetector/repeat-decisions';
import type { RepeatStack } from '../../domain/megadetector/repeat-stacks';
import { DEFAULT_REPEAT_SEARCH, type CameraBy, type RepeatSearchOptions } from './repeat-search-options';

/** A stack and what of its search is needed to know its members and its camera again. */
export interface FoundStack extends RepeatStack {
  readonly minIou: number;
  readonly cameraBy: CameraBy;
}

/** A stack as it was when somebody decided on it, and what was said of it. */
export interface DecidedStack {
  readonly stack: FoundStack;
  readonly verdict: RepeatVerdict;
  /** Members that stay although the stack is rejected. */
  readonly spared: readonly DetectionRef[];
}

/** What one act changes about one stack; null = undecided. */
export interface RepeatChange {
  readonly id: string;
  readonly before: DecidedStack | null;
  readonly after: DecidedStack | null;
}

/** What a person did at once: one verdict, or many. */
export type RepeatAct = readonly RepeatChange[];

export type RepeatSearch =
  | { readonly step: 'none' }
  /** So many images of so many. */
  | { readonly step: 'searching'; readonly done: number; readonly total: number }
  /** So many images were searched. */
  | { readonly step: 'done'; readonly images: number };

/** Repeat detections of the open survey. */
export interface RepeatsState {
  /** Of the last search, also one of an earlier visit. */
  readonly options: RepeatSearchOptions;
  readonly search: RepeatSearch;
  /** Found by the last search or decided before, most certain first. Kept for this page only. */
  readonly stacks: readonly FoundStack[];
  /** By the stack's id. Stored. */
  readonly decided: ReadonlyMap<string, DecidedStack>;
  /** What follows from the verdicts. */
  readonly rejected: DetectionSet;
  /** Acts that can be taken back, the last one at the end; and those taken back, the next one at the end. */
  readonly past: readonly RepeatAct[];
  readonly future: readonly RepeatAct[];
  /** What was done last, to be told. */
  readonly last: { readonly way: 'done' | 'undone' | 'redone'; readonly act: RepeatAct } | null;
}

export const NO_REPEATS: RepeatsState = {
  options: DEFAULT_REPEAT_SEARCH,
  search: { step: 'none' },
  stacks: [],
  decided: new Map(),
  rejected: new Map(),
  past: [],
  future: [],
  last: null,
};

/**
 * The verdict on a stack of the list. A stack that has grown since it was decided is another one under the same id: it is
 * undecided, whatever was said of the smaller one.
 */
export function verdictOn(stack: FoundStack, decided: RepeatsState['decided']): RepeatVerdict | null {
  const known = decided.get(stack.id);
  return known?.stack === stack ? known.verdict : null;
}

export interface RepeatsSummary {
  readonly rejectedStacks: number;
  readonly rejectedBoxes: number;
  readonly rejectedImages: number;
  readonly keptStacks: number;
}

/** How much is decided, in counts. */
export function summarizeRepeats({ decided, rejected }: Pick<RepeatsState, 'decided' | 'rejected'>): RepeatsSummary {
  let rejectedStacks = 0;
  for (const { verdict } of decided.values()) if (verdict === 'rejected') rejectedStacks += 1;
  let rejectedBoxes = 0;
  for (const numbers of rejected.values()) rejectedBoxes += numbers.size;
  return {
    rejectedStacks,
    rejectedBoxes,
    rejectedImages: rejected.size,
    keptStacks: decided.size - rejectedStacks,
  };
}

/** The id of a stack by which this detection is rejected; null when there is none. */
export function stackRejecting({ decided }: Pick<RepeatsState, 'decided'>, wanted: DetectionRef): string | null {
  for (const [id, { stack, verdict }] of decided) {
    if (verdict !== 'rejected') continue;
    const isMember = ({ filepath, detection }: DetectionRef) =>
      filepath === wanted.filepath && detection === wanted.detection;
    if (stack.members.some(isMember)) return id;
  }
  return null;
}
