import { ParseError } from '../../domain/parse-error';
import type { SmoothedClasses } from '../../domain/smoothed-image';
import type { Smoothing, SurveySettings } from '../../domain/survey';
import type { SurveyRules } from '../../pipeline/conclude';
import { NO_EVENTS, NO_SMOOTHING, type EventsView, type SmoothingView } from './event-state';
import { findSurveyEvents } from './find-survey-events';
import { runInPieces } from './run-in-pieces';
import type { SurveyRows } from './survey-rows';

/** Events and smoothing of the open survey, kept up to date beside its rows. */
export interface EventWork {
  /** Facts or images came or went: found and smoothed anew when no more come, or after a while. */
  rowsChanged(): void;
  /** All was concluded anew: smoothed anew, soon. */
  conclusionsChanged(): void;
  /** Settings of the survey may have changed: acts at once where they concern events or smoothing. */
  settingsChanged(): void;
  /** All facts are here: before, nothing is done. */
  loaded(): void;
  /** Resolves when the rows are smoothed as the settings want it; at once when smoothing is off. */
  settled(): Promise<void>;
  close(): void;
}

export interface EventWorkNeeds {
  readonly rows: SurveyRows;
  readonly settings: () => SurveySettings;
  readonly rules: () => SurveyRules | null;
  readonly isLoading: () => boolean;
  /** `areRowsChanged`: smoothing changed what images are called. */
  readonly tell: (
    views: { readonly events: EventsView; readonly smoothing: SmoothingView },
    areRowsChanged: boolean,
  ) => void;
}

/** Rest before it is worth to begin; a run that never rests waits at most so long, and this many times the last pass. */
const REST_MS = 600;
const MOST_MS = 10_000;
const SHARE = 10;

export function createEventWork({ rows, settings, rules, isLoading, tell }: EventWorkNeeds): EventWork {
  let events = NO_EVENTS;
  let smoothing = NO_SMOOTHING;
  /** Count what changed; a pass notes what it began with, so that nothing which comes meanwhile is missed. */
  let wanted = { events: 0, smoothing: 0 };
  let done = { events: -1, smoothing: -1 };
  let settingsKey = keyOf(settings());
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waitsSinceMs = 0;
  let lastPassMs = 0;
  let running: { readonly abort: AbortController; readonly ended: Promise<void> } | null = null;
  let isClosed = false;

  const level = (): Smoothing => settings().smoothing;
  const areEventsStale = () => done.events !== wanted.events;
  /** Rows are smoothed, or were before it was switched off. */
  let areRowsSmoothed = false;
  const isSmoothingStale = () => (level() === 'off' ? areRowsSmoothed : done.smoothing !== wanted.smoothing);
  const say = (areRowsChanged = false) => {
    if (!isClosed) tell({ events, smoothing }, areRowsChanged);
  };

  /** Screens say that names are being smoothed. */
  function wait(): void {
    if (level() === 'off' || smoothing.isSmoothing) return;
    smoothing = { ...smoothing, isSmoothing: true };
    say();
  }

  function schedule(): void {
    if (isClosed || isLoading()) return;
    const nowMs = performance.now();
    if (timer === null) waitsSinceMs = nowMs;
    else clearTimeout(timer);
    const latestMs = waitsSinceMs + Math.max(MOST_MS, SHARE * lastPassMs);
    timer = setTimeout(() => void begin(), Math.max(0, Math.min(REST_MS, latestMs - nowMs)));
  }

  /** What is under way is of no use any more. */
  function startAgain(delay: 'soon' | 'now'): void {
    running?.abort.abort();
    if (delay === 'soon') schedule();
    else void begin();
  }

  async function begin(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (isClosed || isLoading()) return;
    if (running !== null) {
      await running.ended;
      if (areEventsStale() || isSmoothingStale()) await begin();
      return;
    }
    const abort = new AbortController();
    const startedMs = performance.now();
    const ended = pass(abort.signal).catch((error: unknown) => {
      if (!abort.signal.aborted) throw error;
    });
    running = { abort, ended };
    try {
      await ended;
    } finally {
      running = null;
    }
    if (!abort.signal.aborted) lastPassMs = performance.now() - startedMs;
  }

  async function pass(signal: AbortSignal): Promise<void> {
    if (areEventsStale()) await findAnew(signal);
    if (!isSmoothingStale()) return;
    await (level() === 'off' ? forget(signal) : smoothAnew(signal));
  }

  /** Every row is called again what was concluded. */
  async function forget(signal: AbortSignal): Promise<void> {
    await runInPieces(rows.smooth(rows.snapshot(), NOTHING_CHANGED.changesOf), signal);
    areRowsSmoothed = false;
    say(true);
  }

  async function findAnew(signal: AbortSignal): Promise<void> {
    const begunWith = wanted.events;
    events = { ...events, isFinding: true };
    say();
    const found = await runInPieces(findSurveyEvents(rows.snapshot(), settings().events), signal);
    done = { ...done, events: begunWith };
    events = { isFinding: false, found };
    say();
  }

  async function smoothAnew(signal: AbortSignal): Promise<void> {
    const begunWith = wanted.smoothing;
    const { smoothing: wantedLevel, ...others } = settings();
    const images = rows.snapshot();
    const concludedWith = rules();
    if (wantedLevel === 'off' || events.found === null) return;
    if (smoothing.outcome === null) wait();
    const { smoothOpenSurvey } = await import('./smooth-open-survey');
    try {
      const { changesOf, descriptionOf, groups } =
        concludedWith === null
          ? NOTHING_CHANGED
          : await runInPieces(
              smoothOpenSurvey(images, { ...others, smoothing: wantedLevel }, concludedWith, events.found),
              signal,
            );
      areRowsSmoothed = true;
      await runInPieces(rows.smooth(images, changesOf), signal);
      const detections = groups.reduce((sum, group) => sum + group.detections, 0);
      smoothing = {
        isSmoothing: false,
        outcome: { detections, images: changesOf.size, groups, descriptionOf },
        problem: null,
      };
    } catch (error) {
      if (!(error instanceof ParseError)) throw error; // labels that the reference could not smooth either
      await runInPieces(rows.smooth(images, NOTHING_CHANGED.changesOf), signal);
      smoothing = { isSmoothing: false, outcome: null, problem: error.message };
    }
    done = { ...done, smoothing: begunWith };
    say(true);
  }

  return {
    rowsChanged() {
      wanted = { events: wanted.events + 1, smoothing: wanted.smoothing + 1 };
      schedule();
    },
    conclusionsChanged() {
      wanted = { ...wanted, smoothing: wanted.smoothing + 1 };
      if (level() === 'off') return;
      wait();
      startAgain('soon');
    },
    settingsChanged() {
      const key = keyOf(settings());
      if (key.events === settingsKey.events && key.smoothing === settingsKey.smoothing) return;
      const isOff = level() === 'off';
      const isOther = key.events !== settingsKey.events;
      settingsKey = key;
      wanted = { events: wanted.events + Number(isOther), smoothing: wanted.smoothing + 1 };
      running?.abort.abort();
      if (isOther) events = { ...events, isFinding: true };
      smoothing = isOff ? NO_SMOOTHING : { ...smoothing, isSmoothing: true };
      say();
      startAgain('now');
    },
    loaded: schedule,
    async settled() {
      // Not for what comes meanwhile: a run might never let this end. When it is off, exports read no smoothed names.
      const wantedNow = wanted.smoothing;
      while (!isClosed && !isLoading() && level() !== 'off' && done.smoothing < wantedNow) await begin();
    },
    close() {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
      running?.abort.abort();
    },
  };
}

const NOTHING_CHANGED = {
  changesOf: new Map<string, SmoothedClasses>(),
  descriptionOf: new Map<string, string>(),
  groups: [],
};

function keyOf({ events, smoothing, smoothingAncestors }: SurveySettings) {
  return { events: JSON.stringify(events), smoothing: `${smoothing} ${smoothingAncestors ?? ''}` };
}
