import type { ConditionDetails, ConditionWords } from '../condition-words';

/** Files with names of labels that can't be used. */
export const labelConditions = {
  'names-refused': (details: ConditionDetails): ConditionWords => ({
    title: `${details.text('name', 'The file')} is no list of common names`,
    meaning: 'Nothing was changed.',
    next: 'It must be a CSV file of at most 8 MB whose first line names the columns: “scientific name” (or “label”, “uuid”) and “common name”, perhaps “language”. The line that is wrong stands under Details.',
    action: 'choose-files',
  }),
} as const;
