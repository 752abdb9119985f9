import type { DamageKind } from './create-mutant';
import type { Outcome } from './try-checkpoint';

/** What a process says first. */
export const READY = 'ready';

/** Which mutant to try. */
export interface ChildTask {
  readonly seed: number;
  readonly number: number;
}

/** What became of it. */
export interface ChildAnswer {
  readonly number: number;
  readonly base: string;
  readonly damage: DamageKind;
  readonly outcome: Outcome;
  /** Of import and writing, without making the mutant. */
  readonly milliseconds: number;
  /** The process's highest resident memory so far, 10^6 bytes. */
  readonly peakMb: number;
}
