import type { ActSummary, ReviewActKind, ReviewHistory } from '../../storage/review-store';

/** What was done to the reviews last, for the words that announce it. */
export interface ReviewEvent {
  readonly way: 'done' | 'undone' | 'redone';
  readonly deed: ReviewActKind;
  /** Images that it changed. */
  readonly images: number;
  /** The first of them. */
  readonly filepath: string | null;
  /** A new number for each event, so that the same words are said again. */
  readonly id: number;
}

/** People's reviews of the open survey: each image has its own; this is what is known of all. */
export interface ReviewingView {
  readonly history: ReviewHistory;
  readonly last: ReviewEvent | null;
  /** The last acts that stand, at most `KEPT_ACTS`, the newest last. */
  readonly acts: readonly ActSummary[];
}

/** As many as say something of the pace. */
export const KEPT_ACTS = 60;

export const NO_REVIEWING: ReviewingView = { history: { done: 0, undone: 0, revision: 0 }, last: null, acts: [] };
