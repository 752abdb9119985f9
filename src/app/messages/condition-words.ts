/** What a button beside an error does. Whoever shows the error brings the deeds it can offer. */
export type ConditionAction =
  'choose-files' | 'open-models' | 'show-storage' | 'reconnect-folder' | 'continue-run' | 'reload';

/** What happened. What it means for the data. What to do next. */
export interface ConditionWords {
  readonly title: string;
  readonly meaning: string;
  readonly next: string;
  readonly action: ConditionAction | null;
}

/** Values of a condition, read with care: whoever raised it may not have known them all. */
export interface ConditionDetails {
  /** The value as text, or the words to use when it is not there. */
  text(key: string, otherwise: string): string;
  number(key: string): number | null;
}

export function readDetails(details: Readonly<Record<string, string | number>>): ConditionDetails {
  return {
    text: (key, otherwise) => {
      const value = details[key];
      return value === undefined || value === '' ? otherwise : String(value);
    },
    number: (key) => {
      const value = details[key];
      return typeof value === 'number' && Number.isFinite(value) ? value : null;
    },
  };
}
