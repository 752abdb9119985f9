import type { ReviewAct } from '../../../domain/review-modes/estimate-time-left';
import type { ActSummary } from '../../../storage/review-store';

const SETTLING: ReadonlySet<ActSummary['deed']> = new Set(['confirm', 'label', 'add', 'relabel']);

/** The acts that say what is in images: flags, stars and notes finish none. */
export const settlingActs = (acts: readonly ActSummary[]): readonly ReviewAct[] =>
  acts.filter(({ deed, images }) => SETTLING.has(deed) && images > 0);
