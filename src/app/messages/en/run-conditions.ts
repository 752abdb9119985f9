import { formatNumber } from '../../shared/format/number-format';
import { plural } from '../plural';
import type { ConditionDetails, ConditionWords } from '../condition-words';

const SAVED = 'Everything done is saved.';

/** What can happen while a folder is opened, read and analysed. */
export const runConditions = {
  'worker-died': (): ConditionWords => ({
    title: 'The part that runs the networks stopped',
    meaning: `${SAVED} Nothing is lost.`,
    next: 'Continue the run: it starts that part again and goes on with the next photo.',
    action: 'continue-run',
  }),
  'device-lost': (details: ConditionDetails): ConditionWords => {
    const rate = details.number('imagesPerMinute');
    return {
      title: 'The graphics processor stopped answering',
      meaning: 'Nothing is lost.',
      next:
        rate === null
          ? 'The run goes on with WASM, which is slower.'
          : `The run goes on with WASM, about ${formatNumber(rate)} per min.`,
      action: null,
    };
  },
  'fell-back': (): ConditionWords => ({
    title: 'The graphics processor could not go on',
    meaning: 'Nothing is lost.',
    next: 'The run goes on with WASM, which is slower.',
    action: null,
  }),
  'running-elsewhere': (): ConditionWords => ({
    title: 'This survey is running in another tab',
    meaning: 'Only one tab at a time may run it, so that no photo is analysed twice. This one follows.',
    next: 'Pause or stop the run in the other tab. When it ends there, it can go on here.',
    action: null,
  }),
  'run-under-way': (): ConditionWords => ({
    title: 'A run is going on',
    meaning: 'This would change what the run is working on, so it waits until the run has ended. Nothing has changed.',
    next: 'Stop the run first; everything done is saved and it can go on later.',
    action: null,
  }),
  'run-failed': (): ConditionWords => ({
    title: 'The run stopped',
    meaning: `${SAVED} None is lost.`,
    next: 'Continue the run. If it stops again at the same place, the details say why.',
    action: 'continue-run',
  }),
  'models-failed': (): ConditionWords => ({
    title: 'The model package could not be started',
    meaning: SAVED,
    next: 'Test the package again on the Models screen, try WASM in Settings, or add the package again.',
    action: 'open-models',
  }),
  'networks-unavailable': (): ConditionWords => ({
    title: 'The networks could not be opened',
    meaning: SAVED,
    next: 'Try again with WASM in Settings, or add the package again. The details say what was refused.',
    action: 'open-models',
  }),
  'package-missing': (): ConditionWords => ({
    title: 'The model package of this survey is not on this computer',
    meaning: 'Results and reviews are here; new photos can’t be analysed without it.',
    next: 'Add the package again, or choose another one in Set-up.',
    action: 'open-models',
  }),
  'folder-gone': (details: ConditionDetails): ConditionWords => ({
    title: `${details.text('name', 'The folder')} is not connected`,
    meaning: 'Results and reviews are here; full-size photos are not.',
    next: 'Connect the drive and open the folder again.',
    action: 'reconnect-folder',
  }),
  'permission-denied': (details: ConditionDetails): ConditionWords => ({
    title: `The browser may not read ${details.text('name', 'the folder')}`,
    meaning: 'Results and reviews are here; full-size photos are not.',
    next: 'Connect the folder again and allow reading when the browser asks.',
    action: 'reconnect-folder',
  }),
  'nothing-found': (details: ConditionDetails): ConditionWords => {
    const files = details.number('files');
    return {
      title:
        files === null || files === 0
          ? 'There are no photos in what was opened'
          : `None of the ${formatNumber(files)} ${plural(files, { one: 'file', other: 'files' })} is a photo`,
      meaning: 'No survey was made.',
      next: 'Open the folder with the photos: .jpg, .jpeg, .png, .tif, .webp and more are read, in folders of any depth.',
      action: null,
    };
  },
  'demo-unavailable': (): ConditionWords => ({
    title: 'The demo could not be loaded',
    meaning: 'Nothing else has changed.',
    next: 'The demo is fetched from this app’s own address the first time. Connect to the network once, then try again.',
    action: null,
  }),
  'no-survey': (): ConditionWords => ({
    title: 'This survey is not on this computer',
    meaning: 'Surveys are kept in the browser they were made in. Nothing was deleted now.',
    next: 'Open its folder again to make it anew, or use the browser it was made in.',
    action: null,
  }),
  'download-failed': (details: ConditionDetails): ConditionWords => ({
    title: `${details.text('name', 'A file')} could not be loaded`,
    meaning: 'Nothing else has changed.',
    next: 'Connect to the network once, then try again.',
    action: null,
  }),
  'save-failed': (details: ConditionDetails): ConditionWords => ({
    title: `${details.text('name', 'The file')} could not be saved`,
    meaning: 'The results in Understory are not affected; the file may be incomplete.',
    next: 'Check that there is space and that you may write there, then save again.',
    action: null,
  }),
  'start-failed': (): ConditionWords => ({
    title: 'Understory could not start',
    meaning: 'Surveys and results stay on this computer; nothing was deleted.',
    next: 'Reload the page. If it stays like this, try a current version of Chrome, Edge, Firefox or Safari.',
    action: 'reload',
  }),
} as const;
