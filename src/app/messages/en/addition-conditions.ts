import type { ConditionDetails, ConditionWords } from '../condition-words';

/** Why a file that is no package by itself found no place among the installed packages. */
export const additionConditions = {
  'no-package-for-rules': (details: ConditionDetails): ConditionWords => ({
    title: `No installed package has a ${details.text('role', 'table')} that this file could update`,
    meaning: 'The file is fine. Nothing was stored and nothing else has changed.',
    next: 'Add SpeciesNet’s .tar.gz first; it brings its own. Then drop this file again to update it.',
    action: 'choose-files',
  }),
} as const;
