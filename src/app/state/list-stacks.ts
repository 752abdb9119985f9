import { addDetection, hasDetection, type OpenDetectionSet } from '../../domain/megadetector/detection-set';
import { compareCertainty } from '../../domain/megadetector/repeat-stacks';
import type { FoundStack, RepeatsState } from './repeats-state';

/** So many members are looked at between two yields. */
const PIECE = 2000;

/**
 * What a search found together with what was decided before, most certain first. Of a found stack whose members were all
 * decided on, in whatever stack, only the decided one is listed; one that has new members is listed as found, in place of
 * the smaller one of its id. Decided stacks that this search did not find are listed too: they can be taken back.
 */
export function* listStacks(
  found: readonly FoundStack[],
  decided: RepeatsState['decided'],
): Generator<void, readonly FoundStack[]> {
  const known: OpenDetectionSet = new Map();
  let looked = 0;
  for (const { stack } of decided.values()) {
    for (const member of stack.members) {
      addDetection(known, member);
      if (++looked % PIECE === 0) yield;
    }
  }
  const listed: FoundStack[] = [];
  for (const stack of found) {
    if (stack.members.some((member) => !hasDetection(known, member))) listed.push(stack);
    looked += stack.members.length;
    if (looked < PIECE) continue;
    looked = 0;
    yield;
  }
  return withDecided(listed, decided);
}

/** The list with every decided stack in it, under its id once. The same list when nothing is missing. */
export function withDecided(listed: readonly FoundStack[], decided: RepeatsState['decided']): readonly FoundStack[] {
  const ids = new Set(listed.map(({ id }) => id));
  const missing = [...decided.values()].map(({ stack }) => stack).filter(({ id }) => !ids.has(id));
  return missing.length === 0 ? listed : [...listed, ...missing].sort(compareCertainty);
}
