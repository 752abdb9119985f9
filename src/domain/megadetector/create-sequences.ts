import { expectList, expectText, isJsonObject, kindOf, ParseError } from '../parse-error';
import { formatCctTime, parseCctTime, secondsBetween } from './cct-time';

/** An image of a COCO Camera Traps file as create_sequences reads it; other keys are kept. */
export interface CctImage {
  readonly file_name: string;
  /** Free text, see `parseCctTime`; null when there is none. */
  readonly datetime: string | null;
  /** The camera. Texts and numbers don't mix in one list. */
  readonly location: string | number | null;
  readonly [key: string]: unknown;
}

/** The same image with its sequence. `datetime` is ISO text now, or null when it was unreadable. */
export interface SequencedImage extends CctImage {
  /** `location_<location>_sequence_index_00000`; numbered for each location from 0, in order of time. */
  readonly seq_id: string;
  /** How many images the sequence has. */
  readonly seq_num_frames: number;
  /** Place in the sequence, from 0. */
  readonly frame_num: number;
}

/** How images become sequences; see `SEQUENCE_DEFAULTS`. */
export interface SequenceOptions {
  /** A longer time than this since the previous image starts a new sequence. Seconds. */
  readonly gapSeconds: number;
  /** What to do with a time that can't be read: an error, or a sequence of one image. */
  readonly onUnreadableTime: 'fail' | 'set-apart';
  /** `YYYY-MM-DD`: the date of texts that have only a time, see `parseCctTime`. */
  readonly today: string;
}

/** The reference's settings (megadetector 10.0.24, SequenceOptions). */
export const SEQUENCE_DEFAULTS: Omit<SequenceOptions, 'today'> = { gapSeconds: 60, onUnreadableTime: 'set-apart' };

interface TimedImage {
  readonly index: number;
  readonly micros: number | null;
}

/**
 * Groups images into sequences as megadetector 10.0.24 does (create_sequences): for each location in order of time, equal
 * times in the list's order; an image more than `gapSeconds` after the one before starts a new sequence. Images without a
 * readable time come last and have a sequence each. Returns the images in the list's order; one step for each image and each
 * sequence. Throws ParseError for an image without datetime or location, for locations of several kinds, and for unreadable
 * times when they are to fail.
 */
export function* createSequences(
  images: readonly CctImage[],
  options: SequenceOptions,
): Generator<void, readonly SequencedImage[], void> {
  const sequenced = new Array<SequencedImage>(images.length);
  for (const [location, members] of yield* byLocation(images, options)) {
    let number = 0;
    for (const sequence of splitSequences(members, options.gapSeconds)) {
      const seq_id = `location_${pythonText(location)}_sequence_index_${String(number).padStart(5, '0')}`;
      number += 1;
      sequence.forEach(({ index, micros }, frame_num) => {
        const datetime = micros === null ? null : formatCctTime(micros);
        const seq_num_frames = sequence.length;
        sequenced[index] = { ...images[index]!, datetime, seq_id, seq_num_frames, frame_num };
      });
      yield;
    }
  }
  return sequenced;
}

/**
 * The files of each sequence of a COCO Camera Traps file, or of its list of images: what sequence-level smoothing takes.
 * Sequences and files in the order in which they first come. Throws ParseError for an image without file_name or seq_id.
 */
export function parseSequences(json: unknown): readonly (readonly string[])[] {
  const images = expectList(isJsonObject(json) ? json['images'] : json, 'images');
  const sequences = new Map<unknown, string[]>();
  images.forEach((image, index) => {
    const where = `images[${index}]`;
    const { file_name, seq_id } = isJsonObject(image) ? image : {};
    if (seq_id === undefined) throw new ParseError(`${where}.seq_id`, "the sequence's id", 'nothing');
    const files = sequences.get(seq_id);
    const file = expectText(file_name, `${where}.file_name`);
    if (files === undefined) sequences.set(seq_id, [file]);
    else files.push(file);
  });
  return [...sequences.values()];
}

function* byLocation(
  images: readonly CctImage[],
  options: SequenceOptions,
): Generator<void, ReadonlyMap<CctImage['location'], TimedImage[]>, void> {
  const locations = new Map<CctImage['location'], TimedImage[]>();
  for (const [index, image] of images.entries()) {
    const member = { index, micros: microsOf(image, `images[${index}]`, options) };
    const members = locations.get(image.location);
    if (members === undefined) locations.set(image.location, [member]);
    else members.push(member);
    yield;
  }
  const kinds = new Set([...locations.keys()].map(kindOf));
  if (kinds.size > 1) throw new ParseError('images[].location', 'one kind of location', [...kinds].join(' and '));
  if (kinds.has('nothing')) throw new ParseError('images[].location', 'a location', 'nothing');
  return locations;
}

function microsOf({ datetime }: CctImage, where: string, options: SequenceOptions): number | null {
  if ((datetime as unknown) === undefined) throw new ParseError(`${where}.datetime`, 'a time or null', 'nothing');
  const micros = typeof datetime === 'string' ? parseCctTime(datetime, options.today) : null;
  if (micros === null && options.onUnreadableTime === 'fail') {
    throw new ParseError(`${where}.datetime`, 'a time', datetime === null ? 'null' : `"${datetime}"`);
  }
  return micros;
}

/** Times ascending, none last; sorting is stable, as Python's is. */
function* splitSequences(members: TimedImage[], gapSeconds: number): Generator<readonly TimedImage[]> {
  members.sort((a, b) => (a.micros ?? Infinity) - (b.micros ?? Infinity) || 0);
  let sequence: TimedImage[] = [];
  let previous: number | null = null;
  for (const member of members) {
    const { micros } = member;
    const isNext = previous !== null && micros !== null && secondsBetween(previous, micros) <= gapSeconds;
    if (!isNext && sequence.length > 0) {
      yield sequence;
      sequence = [];
    }
    sequence.push(member);
    previous = micros;
  }
  if (sequence.length > 0) yield sequence;
}

function pythonText(location: CctImage['location']): string {
  return location === null ? 'None' : String(location);
}
