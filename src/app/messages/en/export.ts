import { formatNumber } from '../../shared/format/number-format';

const images = (count: number) => (count === 1 ? '1 image' : `${formatNumber(count)} images`);

export const exportDialog = {
  title: 'Export',
  of: (count: number, survey: string) => `${images(count)} of ${survey}`,
  close: 'Close',
  cancel: 'Cancel',
  formats: 'Format',
  about: {
    speciesnet: { name: 'SpeciesNet JSON', says: 'The same form as the Python program writes' },
    megadetector: { name: 'MegaDetector JSON', says: 'Boxes and names, strict format 1.6' },
    timelapse: { name: 'Timelapse', says: 'MegaDetector JSON in the form that Timelapse reads best' },
    'survey-file': {
      name: 'Understory survey file',
      says: 'Everything that is known of this survey, to move it to another computer or to merge parts of it. Photos are not in it.',
    },
  } as Readonly<Record<string, { readonly name: string; readonly says: string }>>,
  written: 'What is written',
  writtenDone: (count: number) => `${images(count)} with results`,
  writtenFailed: (count: number) => `${images(count)} that could not be read, as failures`,
  writtenOpen: (count: number) =>
    `${images(count)} ${count === 1 ? 'is' : 'are'} not done yet and ${count === 1 ? 'is' : 'are'} left out`,
  writtenListed: (count: number) =>
    `${images(count)} ${count === 1 ? 'is' : 'are'} not done yet and ${count === 1 ? 'is' : 'are'} listed without results`,
  writtenNoPhotos: 'The photos themselves are not in the file',
  continueRun: 'Continue run',
  smoothed: (count: number) =>
    count === 1 ? '1 box has its smoothed name' : `${formatNumber(count)} boxes have their smoothed names`,
  notSmoothed: 'Names as the ensemble concluded them: smoothing is not written in this format',
  smoothing: 'Names are being smoothed; the file waits for them',
  demo: 'These are results of the demonstration package: they show the form, not real species.',
  preview: 'Preview',
  previewHint: 'the first lines',
  previewLabel: 'First lines of the file',
  previewLoading: 'The preview is being made',
  local: (size: string) => `Written to your disk only. About ${size}.`,
  localOnly: 'Written to your disk only.',
  save: 'Save',
  saving: 'Saving',
  failed: 'The file was not saved. The results are safe; try again or choose another place.',
  details: 'Details',
  nothing: 'Nothing to export yet. No photo of this survey is done. Start the run first.',
  openSetup: 'Set-up',
} as const;
