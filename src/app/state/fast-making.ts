import type { StoreApi } from 'zustand/vanilla';
import type { FastDetector, FastWay } from '../../domain/model-package';
import type { Condition } from './condition';

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

const UNDER_WAY: ReadonlySet<FastMakingView['step']> = new Set([
  'preparing',
  'calibrating',
  'writing',
  'reference',
  'fast',
]);

/** True until it is known what came of it. */
export function isUnderWay(making: FastMakingView | null): boolean {
  return making !== null && UNDER_WAY.has(making.step);
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
