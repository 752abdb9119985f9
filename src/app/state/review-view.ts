import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { TaxonomyLevel } from '../../domain/prediction';
import type { BlankCheckGoal } from '../../domain/review-modes/blank-check-goal';
import type { Confidence } from '../../domain/review-modes/proportion-interval';
import type { UncertaintyMeasure } from '../../domain/review-modes/uncertainty';

export const CONFIDENCES: readonly Confidence[] = [0.9, 0.95, 0.99];
/** Shares that a blank check may be stopped below. */
export const GOAL_SHARES = [0.005, 0.01, 0.02, 0.05, 0.1] as const;
export const LEVELS: readonly TaxonomyLevel[] = ['species', 'genus', 'family', 'order', 'class'];
export const MEASURES: readonly UncertaintyMeasure[] = ['margin', 'least-confidence', 'entropy'];

/** What is chosen on the review screens of a survey. What was reviewed is in the reviews themselves. */
export interface ReviewView {
  readonly confidence: Confidence;
  readonly goal: BlankCheckGoal;
  readonly level: TaxonomyLevel;
  readonly measure: UncertaintyMeasure;
  /** The label line that is gone through; null = none is chosen yet. */
  readonly species: string | null;
  readonly areAllEventsShown: boolean;
}

const START: ReviewView = {
  confidence: 0.95,
  goal: { of: 'highest', share: 0.05 },
  level: 'species',
  measure: 'margin',
  species: null,
  areAllEventsShown: false,
};
const KEY = 'understory-review-';

const store = createStore<Readonly<Record<string, ReviewView>>>(() => ({}));

/** For this tab, so that Back and a reload find the same choices. */
export function useReviewView(surveyId: string): ReviewView {
  return useStore(store, (views) => views[surveyId]) ?? firstView(surveyId);
}

export function changeReviewView(surveyId: string, change: Partial<ReviewView>): void {
  const next = { ...(store.getState()[surveyId] ?? firstView(surveyId)), ...change };
  store.setState({ [surveyId]: next });
  try {
    sessionStorage.setItem(KEY + surveyId, JSON.stringify(next));
  } catch {
    return; // no room or no storage: the choices then last until the page is reloaded
  }
}

const firstViews = new Map<string, ReviewView>();

function firstView(surveyId: string): ReviewView {
  const found = firstViews.get(surveyId);
  if (found !== undefined) return found;
  const view = parseReviewView(readKept(surveyId));
  firstViews.set(surveyId, view);
  return view;
}

function readKept(surveyId: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(KEY + surveyId) ?? 'null') as unknown;
  } catch {
    return null; // unreadable: start with the usual choices
  }
}

/** Anything may lie in the browser's storage: unknown parts start anew. */
export function parseReviewView(kept: unknown): ReviewView {
  if (!isRecord(kept)) return START;
  const goal = isRecord(kept['goal']) ? kept['goal'] : {};
  return {
    confidence: oneOf(CONFIDENCES, kept['confidence'], START.confidence),
    goal: {
      of: oneOf(['highest', 'half-width'] as const, goal['of'], START.goal.of),
      share: oneOf<number>(GOAL_SHARES, goal['share'], START.goal.share),
    },
    level: oneOf(LEVELS, kept['level'], START.level),
    measure: oneOf(MEASURES, kept['measure'], START.measure),
    species: typeof kept['species'] === 'string' ? kept['species'] : null,
    areAllEventsShown: kept['areAllEventsShown'] === true,
  };
}

function oneOf<Value>(values: readonly Value[], value: unknown, otherwise: Value): Value {
  return values.find((one) => one === value) ?? otherwise;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
