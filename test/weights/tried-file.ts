/** What became of a checkpoint in a process of its own. */
export interface TriedFile {
  readonly outcome: TriedOutcome;
  /** The process's highest resident memory, 10^6 bytes. */
  readonly peakMb: number;
}

export type TriedOutcome =
  | {
      readonly kind: 'imported';
      /** Of all outputs of one run; null when it was not run. */
      readonly isFinite: boolean | null;
      readonly warnings: readonly string[];
    }
  | {
      readonly kind: 'refused';
      /** Of the error's class. */
      readonly name: string;
      readonly code: string | null;
      readonly message: string;
    };
