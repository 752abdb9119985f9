import { splitQuery } from '../shared/gallery/address-text';
import type { GalleryLook } from './gallery-query';
import { printLook } from './gallery-query';

/** What changes in many small steps while somebody types or drags: such steps are one, for Back. */
const SLIDING: ReadonlySet<string> = new Set(['text', 'score', 'conf', 'noneabove', 'hours', 'days']);

/** Rest after which another change of the same part is a step of its own. */
const STEP_MS = 2000;

/** The last change of the look: which parts, and when. */
export interface LookStep {
  readonly parts: readonly string[];
  readonly atMs: number;
}

/** What a change of the look does to the browser's history; null = the look is the same. */
export function stepOf(
  before: GalleryLook,
  after: GalleryLook,
  last: LookStep | null,
  nowMs: number,
): { readonly step: LookStep; readonly kind: 'push' | 'replace' } | null {
  const parts = changedParts(printLook(before), printLook(after));
  if (parts.length === 0) return null;
  const [part] = parts;
  const isSliding = parts.length === 1 && part !== undefined && SLIDING.has(part);
  const goesOn = isSliding && last !== null && last.parts.join() === part && nowMs - last.atMs < STEP_MS;
  return { step: { parts, atMs: nowMs }, kind: goesOn ? 'replace' : 'push' };
}

function changedParts(before: string, after: string): readonly string[] {
  const [one, other] = [splitQuery(before), splitQuery(after)];
  return [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name));
}
