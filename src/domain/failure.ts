/** Which step failed on an image, in the reference's words (speciesnet 5.0.4). */
export type Failure = 'CLASSIFIER' | 'DETECTOR' | 'GEOLOCATION';

/** The order in which the reference lists failures. */
export const FAILURE_ORDER: readonly Failure[] = ['CLASSIFIER', 'DETECTOR', 'GEOLOCATION'];

/** Why a step failed, for people. The code chooses the words; `detail` is the technical text. */
export interface ImageProblem {
  readonly code: ImageProblemCode;
  readonly detail: string;
}

/** What happened to an image, as far as the page tells cases apart. */
export type ImageProblemCode =
  | 'file-missing' // the file is gone or may not be read any more
  | 'file-empty' // zero bytes
  | 'not-an-image' // text, a web page, some other kind of file
  | 'file-ends-early' // cut before anything could be decoded
  | 'too-large' // above the reference's limit of 178,956,970 pixels
  | 'undecodable' // looks like an image, but no decoder takes it
  | 'not-in-file' // results come from files, and a part of them is not there
  | 'detector-failed'
  | 'classifier-failed';
