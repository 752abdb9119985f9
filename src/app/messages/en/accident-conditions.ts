import { formatNumber } from '../../shared/format/number-format';
import { plural } from '../plural';
import type { ConditionDetails, ConditionWords } from '../condition-words';

const NOTHING_STORED = 'Nothing was stored and nothing else has changed.';

/** What happens to the browser, its storage and its files behind the app's back. */
export const accidentConditions = {
  'save-no-space': (details: ConditionDetails): ConditionWords => ({
    title: `There is no space for ${details.text('name', 'the file')} where it was to be saved`,
    meaning: 'The results in Understory are not affected, and nothing half-written was left.',
    next: 'Free some space there, or choose another disk, then save again.',
    action: null,
  }),
  'save-not-allowed': (details: ConditionDetails): ConditionWords => ({
    title: `${details.text('name', 'The file')} may not be saved there`,
    meaning: 'The results in Understory are not affected, and nothing half-written was left.',
    next: 'Choose another folder, or close the program that holds the file, then save again.',
    action: null,
  }),
  'package-damaged': (details: ConditionDetails): ConditionWords => ({
    title: `${details.text('name', 'A file')} of the model package is damaged or gone in the browser’s storage`,
    meaning:
      'It would have given wrong results, so nothing was run with it and the package was taken out. Everything done is saved.',
    next: 'Add the package again on the Models screen, then continue the run.',
    action: 'open-models',
  }),
  'package-stuck': (details: ConditionDetails): ConditionWords => ({
    title: `${details.text('name', 'The network')} gives no answer on this computer`,
    meaning: `It was tried for 10 minutes and then stopped. ${NOTHING_STORED}`,
    next: 'It may be damaged, or made so that it never ends. Take the file from its authors again.',
    action: 'choose-files',
  }),
  'package-check-died': (details: ConditionDetails): ConditionWords => ({
    title: `The check of ${details.text('name', 'the package')} broke off`,
    meaning: NOTHING_STORED,
    next: 'It may need more memory than the browser gives. Close other tabs and programs and add it again.',
    action: 'choose-files',
  }),
  'storage-evicted': (details: ConditionDetails): ConditionWords => {
    const surveys = details.number('surveys') ?? 0;
    const photos = details.number('photos') ?? 0;
    return {
      title: 'The browser has cleared what Understory had stored',
      meaning: `${lossOf(surveys, photos)} gone from this browser. Your photos are untouched, and so is every file you exported.`,
      next: 'Open the folders again to run them anew, or open an exported file beside them. Settings shows how to let the browser keep the data.',
      action: 'show-storage',
    };
  },
  'update-waits': (): ConditionWords => ({
    title: 'A run is going on, so the new version waits',
    meaning: 'The run may still need files of the version it began with. Nothing is lost.',
    next: 'Reload when the run has ended, or stop it first. It may be in another tab.',
    action: null,
  }),
} as const;

/** "3 surveys with 1,204 finished photos are". */
function lossOf(surveys: number, photos: number): string {
  const of = `${formatNumber(photos)} finished ${plural(photos, { one: 'photo', other: 'photos' })}`;
  if (surveys <= 0) return `${of} ${plural(photos, { one: 'is', other: 'are' })}`;
  const what = `${formatNumber(surveys)} ${plural(surveys, { one: 'survey', other: 'surveys' })}`;
  return `${what}${photos > 0 ? ` with ${of}` : ''} ${plural(surveys, { one: 'is', other: 'are' })}`;
}
