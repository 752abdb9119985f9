import type { ImageProblemCode } from '../../../domain/failure';

/** Why a photo could not be read or analysed. `short` stands in a tile, `full` in the image view. */
export const imageProblems: Readonly<Record<ImageProblemCode, { readonly short: string; readonly full: string }>> = {
  'file-missing': {
    short: 'file is not there',
    full: 'Could not be read: the file is not there any more, or the browser may no longer read it. Connect the folder and continue the run.',
  },
  'file-empty': {
    short: 'file is empty',
    full: 'Could not be read: the file has 0 bytes. It stays in the results as a failure.',
  },
  'not-an-image': {
    short: 'not an image',
    full: 'Could not be read: the file is not an image, whatever its ending says. It stays in the results as a failure.',
  },
  'file-ends-early': {
    short: 'file ends early',
    full: 'Could not be read: the file ends early. It stays in the results as a failure. If the card still has it, copy it again.',
  },
  'too-large': {
    short: 'too many pixels',
    full: 'Could not be read: the image has more than 178,956,970 pixels, the limit of the reference program. It stays in the results as a failure.',
  },
  undecodable: {
    short: 'damaged or unknown kind',
    full: 'Could not be read: it looks like an image, but it is damaged or of a kind this browser does not know. It stays in the results as a failure.',
  },
  'not-in-file': {
    short: 'not in the result files',
    full: 'The result files that this survey is made from do not hold both boxes and classes of this image. It stays in the results as a failure.',
  },
  'detector-failed': {
    short: 'detector stopped',
    full: 'The detector could not work on this image, so it has no boxes. It stays in the results as a failure; other images are not affected.',
  },
  'classifier-failed': {
    short: 'classifier stopped',
    full: 'The classifier could not work on this image, so it has boxes but no species. It stays in the results as a failure; other images are not affected.',
  },
};
