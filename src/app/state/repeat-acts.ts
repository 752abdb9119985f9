import type { RepeatVerdict } from '../../domain/megadetector/repeat-decisions';
import type { FoundStack, RepeatAct, RepeatsState } from './repeats-state';

type Decided = RepeatsState['decided'];

/** The act that gives these stacks this verdict; null = undecided. Spared members stay spared as long as the stack is the same. */
export function decideStacks(
  stacks: readonly FoundStack[],
  verdict: RepeatVerdict | null,
  decided: Decided,
): RepeatAct {
  return stacks.map((stack) => {
    const before = decided.get(stack.id) ?? null;
    if (verdict === null) return { id: stack.id, before, after: null };
    const spared = before?.stack === stack ? before.spared : [];
    return { id: stack.id, before, after: { stack, verdict, spared } };
  });
}

/** What undoes an act. */
export function invert(act: RepeatAct): RepeatAct {
  return act.map(({ id, before, after }) => ({ id, before: after, after: before }));
}

/** The decisions after an act. */
export function withAct(decided: Decided, act: RepeatAct): Decided {
  const next = new Map(decided);
  for (const { id, after } of act) {
    if (after === null) next.delete(id);
    else next.set(id, after);
  }
  return next;
}

/** Filepaths of the images whose detections an act can concern. */
export function touchedBy(act: RepeatAct): ReadonlySet<string> {
  const filepaths = new Set<string>();
  for (const { before, after } of act) {
    for (const { filepath } of before?.stack.members ?? []) filepaths.add(filepath);
    for (const { filepath } of after?.stack.members ?? []) filepaths.add(filepath);
  }
  return filepaths;
}
