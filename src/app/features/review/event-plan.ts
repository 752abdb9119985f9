import type { ReviewStep } from '../../../domain/review/review-deed';
import { findMaxN, type MaxN } from '../../../domain/review-modes/find-max-n';
import { isWiderTaxon, taxonAtLevel } from '../../../domain/review-modes/taxon-at-level';
import { BLANK } from '../../../domain/special-labels';
import { readLabel } from '../../shared/images/read-label';
import { SHOWN_CONF } from '../../shared/images/shown-boxes';
import type { EventFrame } from './event-frames';

/** What an event shows, as one answer. */
export interface EventAnswer {
  readonly line: string;
  /** The highest count of it in any single frame; null for an empty event, or where no frame has a box of it. */
  readonly highest: MaxN | null;
}

/** What an answer does to the frames. */
export interface EventPlan {
  /** To be done as one act; empty = there is nothing to do. */
  readonly steps: readonly ReviewStep[];
  /** Frames that keep their label, and frames that get the event's, by the label that they have. */
  readonly kept: ReadonlyMap<string, number>;
  readonly changed: ReadonlyMap<string, number>;
}

/**
 * The label that most frames speak for: those that have it, and those with a wider one ("deer family" beside "white-tailed deer").
 * Of equal ones the first. Without anything seen it is blank; null = no frame says anything.
 */
export function suggestAnswer(frames: readonly EventFrame[]): EventAnswer | null {
  const lines = frames.flatMap(({ line }) => (line === null ? [] : [line]));
  if (lines.length === 0) return null;
  const seen = lines.filter((line) => readLabel(line).kind !== 'blank');
  let [best, most] = [BLANK, 0];
  for (const line of new Set(seen)) {
    const votes = seen.filter((other) => other === line || isWider(other, line)).length;
    if (votes > most) [best, most] = [line, votes];
  }
  return { line: best, highest: highestOf(frames, best) };
}

/** Boxes of wider groups count: they become what the event is called. */
export function highestOf(frames: readonly EventFrame[], line: string): MaxN | null {
  const counted = frames.map(({ filepath, boxes }) => ({
    filepath,
    boxes: boxes.map(({ label, conf }) => ({ label: isWider(label, line) ? line : label, conf })),
  }));
  return findMaxN(counted, SHOWN_CONF).find(({ label }) => label === line) ?? null;
}

/**
 * What the machine suggests is right for the whole event: frames that nobody has reviewed keep their label where it is that of the
 * event, blank, or of another kind (a person in an event of deer), and get the event's otherwise. The highest count goes to its frame, unless a person has counted so many there.
 */
export function planConfirm(frames: readonly EventFrame[], { line, highest }: EventAnswer): EventPlan {
  const { kind } = readLabel(line);
  const left = frames.filter(({ isReviewed }) => !isReviewed);
  const changed = left.filter(
    (frame) => frame.line === null || (frame.line !== line && readLabel(frame.line).kind === kind),
  );
  const kept = left.filter((frame) => !changed.includes(frame));
  const counted = frames.find(({ filepath }) => filepath === highest?.filepath);
  const known = counted?.isReviewed === true ? highestOf(frames, line)?.count : null;
  const isCountable = counted !== undefined && (counted.line === line || changed.includes(counted));
  return planOf(kept, changed, line, isCountable && highest?.count !== known ? highest : null);
}

/** Another label for the whole event: for all frames in which something was seen, or for all of them if nothing was. */
export function planLabel(frames: readonly EventFrame[], line: string): EventPlan {
  const seen = frames.filter((frame) => frame.line !== BLANK);
  const changed = line === BLANK || seen.length === 0 ? frames : seen;
  const kept = frames.filter((frame) => !changed.includes(frame) && !frame.isReviewed);
  return planOf(kept, changed, line, null);
}

function planOf(
  kept: readonly EventFrame[],
  changed: readonly EventFrame[],
  line: string,
  highest: MaxN | null,
): EventPlan {
  const steps: ReviewStep[] = [];
  if (kept.length > 0) steps.push({ filepaths: pathsOf(kept), deed: { kind: 'confirm' } });
  if (changed.length > 0) steps.push({ filepaths: pathsOf(changed), deed: { kind: 'label', label: line } });
  const { count = 0, filepath = '' } = highest ?? {};
  if (count > 0) steps.push({ filepaths: [filepath], deed: { kind: 'details', index: 0, details: { count } } });
  return { steps, kept: countLines(kept), changed: countLines(changed.filter((frame) => frame.line !== line)) };
}

const pathsOf = (frames: readonly EventFrame[]) => frames.map(({ filepath }) => filepath);

function countLines(frames: readonly EventFrame[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { line } of frames) counts.set(line ?? '', (counts.get(line ?? '') ?? 0) + 1);
  return counts;
}

const isWider = (line: string, other: string) =>
  isWiderTaxon(taxonAtLevel(line, 'species'), taxonAtLevel(other, 'species'));
