import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FastDetector, FastWay } from '../../domain/fast-detector/fast-detector';
import type { AppParts } from './app-parts';
import type { Condition } from './condition';
import { loadOnce } from './load-once';

/** What a person asks for. */
export type FastWish =
  | { readonly way: 'int8' }
  /** Longest side of the pictures in pixels. */
  | { readonly way: 'smaller-input'; readonly longSide: number }
  | { readonly way: 'other-detector'; readonly packageId: string };

/** A fast detector on its way, from the click to its numbers. */
export interface FastMakingView {
  readonly packageId: string;
  readonly way: FastWay;
  /** `refused`: see `refusal`; `stopped`: see `condition`. Before `made` nothing is stored. */
  readonly step:
    'preparing' | 'calibrating' | 'writing' | 'reference' | 'fast' | 'made' | 'refused' | 'cancelled' | 'stopped';
  /** Photos of this step. */
  readonly done: number;
  readonly total: number;
  readonly refusal: 'too-few-photos' | 'too-different' | 'run-going' | null;
  /** With `made`, and with `too-different`: what was measured. */
  readonly fast: FastDetector | null;
  readonly condition: Condition | null;
}

export interface FastMakerState {
  /** The last one; null when there was none, or when it was dismissed. */
  readonly making: FastMakingView | null;
}

export interface FastMakerActions {
  /** With the photos of the open survey. */
  makeFromSurvey(packageId: string, wish: FastWish): Promise<void>;
  makeFromFiles(packageId: string, wish: FastWish, files: readonly File[]): Promise<void>;
  remove(packageId: string): Promise<void>;
  cancel(): void;
  dismiss(): void;
}

/**
 * Makes fast detectors of installed packages. One at a time, and none while a survey's run goes on, because networks need
 * much memory. Its own store: only the cards that show it listen.
 */
export interface FastMaker extends FastMakerActions {
  readonly store: Pick<StoreApi<FastMakerState>, 'getState' | 'getInitialState' | 'subscribe'>;
}

/** The work behind it is fetched by the first call. */
export function createFastMaker(parts: AppParts): FastMaker {
  const store = createStore<FastMakerState>(() => ({ making: null }));
  const load = loadOnce(async () => (await import('./fast-maker-actions')).createFastMakerActions(parts, store));
  const late = <Name extends keyof FastMakerActions>(name: Name) =>
    parts.guarded(async (...args: Parameters<FastMakerActions[Name]>) => {
      await ((await load())[name] as (...given: typeof args) => Promise<void> | void)(...args);
    });
  return {
    store,
    makeFromSurvey: late('makeFromSurvey'),
    makeFromFiles: late('makeFromFiles'),
    remove: late('remove'),
    cancel: () => void late('cancel')(),
    dismiss: () => void late('dismiss')(),
  };
}
