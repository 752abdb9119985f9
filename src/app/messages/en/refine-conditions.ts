import type { ConditionDetails, ConditionWords } from '../condition-words';

const nothingChanged = 'Nothing was changed.';

/** Files of other computers and programs that can't stand beside this survey, or be part of it. */
export const refineConditions = {
  'compare-refused': (details: ConditionDetails): ConditionWords => ({
    title: `${details.text('name', 'The file')} can’t be compared with`,
    meaning: nothingChanged,
    next: 'Choose predictions of SpeciesNet or results of MegaDetector, as JSON. A survey file belongs to “Merge results of other computers”.',
    action: 'choose-files',
  }),
  'merge-refused': (details: ConditionDetails): ConditionWords => ({
    title: `${details.text('name', 'The file')} can’t be merged`,
    meaning: nothingChanged,
    next: 'Choose a survey file that was exported on the other computer (.understory.ndjson), or predictions of SpeciesNet (JSON). If it is one, it was cut or changed on its way: copy it again.',
    action: 'choose-files',
  }),
  'merge-no-package': (): ConditionWords => ({
    title: 'The file has no results',
    meaning: `Its survey had not been run when it was exported. ${nothingChanged}`,
    next: 'Run it on the other computer, export it again, and choose the new file.',
    action: 'choose-files',
  }),
  'merge-other-labels': (details: ConditionDetails): ConditionWords => ({
    title: 'The results there were made with another model package',
    meaning: `There it was ${details.text('name', 'another package')}, here it is ${details.text('own', 'this survey’s')}, and their lists of labels differ. Mixed, results would carry wrong names. ${nothingChanged}`,
    next: 'Run one of both again with the same package, or compare the two results instead.',
    action: 'choose-files',
  }),
  'merge-other-type': (details: ConditionDetails): ConditionWords => ({
    title: 'The results there were made with a package of another type',
    meaning: `${details.text('name', 'That package')} and ${details.text('own', 'this survey’s')} show the classifier other parts of a photo. ${nothingChanged}`,
    next: 'Run one of both again with the same package, or compare the two results instead.',
    action: 'choose-files',
  }),
  'merge-labels-unknown': (): ConditionWords => ({
    title: 'The file does not hold the labels of its model package',
    meaning: `Whether they are those of this survey can’t be told. ${nothingChanged}`,
    next: 'Export the survey again on the other computer, and choose the new file.',
    action: 'choose-files',
  }),
  'merge-package-missing': (details: ConditionDetails): ConditionWords => ({
    title: `${details.text('name', 'The model package')} is not in this browser`,
    meaning: `The results there were made with it, and this survey has none of its own yet. ${nothingChanged}`,
    next: 'Add that package on the Models screen, then choose the file again.',
    action: 'open-models',
  }),
  'merge-no-own-package': (): ConditionWords => ({
    title: 'This survey has no model package',
    meaning: `Its results were imported, so class numbers of another survey mean nothing here. ${nothingChanged}`,
    next: 'Choose its package in Set-up, then choose the file again.',
    action: null,
  }),
  'merge-other-mode': (): ConditionWords => ({
    title: 'The results there come from another kind of run',
    meaning: `They do not hold what this survey needs, or hold something else. ${nothingChanged}`,
    next: 'Run both with the same choice of what is computed in Set-up.',
    action: null,
  }),
} as const;
