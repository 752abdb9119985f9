import { formatBytes } from '../../shared/format/format-bytes';
import { formatNumber } from '../../shared/format/number-format';
import { plural } from '../plural';
import type { ConditionDetails, ConditionWords } from '../condition-words';

/** What can happen to the place where results are kept. */
export const storageConditions = {
  'no-space': (details: ConditionDetails): ConditionWords => {
    const stored = details.number('stored');
    const needed = details.number('needed');
    return {
      title: 'No space left on this computer',
      meaning:
        stored === null
          ? 'Everything finished so far is saved, and nothing was half-written.'
          : `${formatNumber(stored)} ${plural(stored, { one: 'photo is', other: 'photos are' })} saved; the run is paused.`,
      next:
        needed === null
          ? 'Free some space on the disk, or delete surveys and packages that are not needed, then go on.'
          : `Free ${formatBytes(needed)}, or delete surveys and packages that are not needed, then continue.`,
      action: 'show-storage',
    };
  },
  'storage-unavailable': (): ConditionWords => ({
    title: 'The browser does not let Understory store anything',
    meaning: 'Without storage no run can start, because finished photos could be lost. Your photos are untouched.',
    next: 'Leave private mode, or allow this site to store data in the browser’s settings, then reload.',
    action: 'reload',
  }),
  'storage-damaged': (): ConditionWords => ({
    title: 'Part of the stored data can’t be read',
    meaning: 'What could be read is shown. Your photos are untouched.',
    next: 'Export what is here, then run the survey again: photos without a stored result are analysed again.',
    action: 'reload',
  }),
  'storage-newer': (): ConditionWords => ({
    title: 'The stored data was made by a newer version of Understory',
    meaning: 'This older version leaves it alone, so that nothing is damaged.',
    next: 'Reload to get the newer version.',
    action: 'reload',
  }),
  'storage-blocked': (): ConditionWords => ({
    title: 'Another tab with an older version of Understory holds the storage',
    meaning: 'Nothing is lost; the data can’t be opened until that tab lets go of it.',
    next: 'Close the other tabs of Understory, then reload this one.',
    action: 'reload',
  }),
  'service-worker-missing': (): ConditionWords => ({
    title: 'Working offline is not set up yet',
    meaning: 'Everything works while you are connected. The network log is not kept.',
    next: 'Reload once. If it stays like this, the browser does not allow service workers here, as in some private windows.',
    action: 'reload',
  }),
} as const;
