import { userLocale } from '../../shared/format/number-format';
import { verdictOn, type FoundStack, type RepeatsState } from '../../state/repeats-state';
import type { RepeatsView, StackFilter } from '../../state/repeats-view';

type Decided = RepeatsState['decided'];

/** The stacks that pass the filter, in the order of the list. */
export function shownStacks(
  stacks: readonly FoundStack[],
  decided: Decided,
  { filter, camera }: Pick<RepeatsView, 'filter' | 'camera'>,
): readonly FoundStack[] {
  if (filter === 'all' && camera === null) return stacks;
  return stacks.filter(
    (stack) =>
      (camera === null || stack.camera === camera) &&
      (filter === 'all' || (verdictOn(stack, decided) ?? 'undecided') === filter),
  );
}

/** How many stacks each filter shows, of one camera or of all. */
export function countByFilter(
  stacks: readonly FoundStack[],
  decided: Decided,
  camera: string | null,
): Readonly<Record<StackFilter, number>> {
  const counts = { all: 0, undecided: 0, rejected: 0, kept: 0 };
  for (const stack of stacks) {
    if (camera !== null && stack.camera !== camera) continue;
    counts.all += 1;
    counts[verdictOn(stack, decided) ?? 'undecided'] += 1;
  }
  return counts;
}

/** Cameras with a stack, by name. */
export function camerasOf(stacks: readonly FoundStack[]): readonly string[] {
  return [...new Set(stacks.map(({ camera }) => camera))].sort((a, b) => a.localeCompare(b, userLocale()));
}

/**
 * Where the keyboard goes after a verdict on the stack at `index`: to the next undecided one, from the top when there is none
 * below; with none left, to the next.
 */
export function afterVerdict(shown: readonly FoundStack[], decided: Decided, index: number): FoundStack | null {
  const isOpen = (stack: FoundStack, place: number) => place !== index && verdictOn(stack, decided) === null;
  const below = shown.findIndex((stack, place) => place > index && isOpen(stack, place));
  if (below !== -1) return shown[below]!;
  return shown.find(isOpen) ?? shown[index + 1] ?? shown[index] ?? null;
}

/** How many of the stack's boxes are rejected, by whatever verdict. */
export function countRejected({ members }: FoundStack, rejected: RepeatsState['rejected']): number {
  if (rejected.size === 0) return 0;
  return members.filter(({ filepath, detection }) => rejected.get(filepath)?.has(detection) === true).length;
}
