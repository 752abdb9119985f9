import type { ConditionDetails, ConditionWords } from '../condition-words';

/** Files that were dropped on a survey and can't be used. */
export const importConditions = {
  'import-refused': (details: ConditionDetails): ConditionWords => ({
    title: `${details.text('name', 'The file')} can’t be used for this survey`,
    meaning: 'Nothing was changed.',
    next: 'Here fit: predictions, detections, classifications or instances of SpeciesNet (JSON), results of MegaDetector (JSON), survey files of Understory (.understory.ndjson), geofence rules (CSV), a list of species (TXT). Model files belong on the Models screen.',
    action: 'choose-files',
  }),
  'geofence-rules-refused': (details: ConditionDetails): ConditionWords => ({
    title: `${details.text('name', 'The file')} is no list of geofence rules`,
    meaning: 'Nothing was changed.',
    next: 'It must be a CSV file with the columns species, rule, country_code and admin1_region_code. The line that is wrong stands under Details.',
    action: 'choose-files',
  }),
  'import-web-page': (details: ConditionDetails): ConditionWords => ({
    title: `${details.text('name', 'The file')} is a web page`,
    meaning: 'Nothing was changed.',
    next: 'Servers answer with a page when a file is gone or when they want you to sign in. Download the result file again.',
    action: 'choose-files',
  }),
  'import-empty': (details: ConditionDetails): ConditionWords => ({
    title: `${details.text('name', 'The file')} holds no results`,
    meaning: 'Nothing was changed.',
    next: 'Result files of SpeciesNet have a list “predictions” or “instances”, those of MegaDetector a list “images”, with at least one entry. Rule files of a model package belong on the Models screen.',
    action: 'choose-files',
  }),
  'import-unreadable': (details: ConditionDetails): ConditionWords => ({
    title: `${details.text('name', 'The file')} could not be read`,
    meaning: 'Nothing was changed.',
    next: 'Check that the file is still there and may be read, then choose it again.',
    action: 'choose-files',
  }),
} as const;
