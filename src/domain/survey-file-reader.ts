import { expectWholeWithin } from './bounded-values';
import { expectFilepath } from './expect-filepath';
import { expectObject, ParseError } from './parse-error';
import { parseInference } from './parse-inference';
import { parseSurveyFileHeader } from './parse-survey-file-header';
import { parseJson } from './partial-predictions';
import { parseReview } from './review/parse-review';
import type { ListedImage } from './survey';
import { SURVEY_FILE_FORMAT, type SurveyFileHeader, type SurveyFileImage } from './survey-file';

/** Reads a survey file as its text comes in. */
export interface SurveyFileReader {
  /** The first line; null until it has come. */
  readonly header: () => SurveyFileHeader | null;
  /** Images of the lines that are complete with this piece of text, one by one; all must be taken before the next call. */
  readonly read: (text: string) => Generator<SurveyFileImage>;
  /** To be called after the last text: the number of images. Throws ParseError when the file was cut. */
  readonly finish: () => number;
}

const FILE = 'survey file';
/** The header with a label list of some thousand lines is the longest line of ours: below a million characters. */
const MAX_LINE_LENGTH = 8_388_608;
const MAX_IMAGES = 5_000_000;
const MAX_SIZE = Number.MAX_SAFE_INTEGER;
/** The range of JavaScript's dates. */
const TIME_RANGE = [-8.64e15, 8.64e15] as const;

interface State {
  header: SurveyFileHeader | null;
  /** Length of the label list, when it is known. */
  classCount: number | null;
  line: number;
  /** True once the last line has come. */
  hasEnded: boolean;
  readonly filepaths: Set<string>;
}

/**
 * A reader for the text of a survey file in pieces of any size (decoded from UTF-8 as a stream). Lines are bounded in length, every
 * field is checked, and a file that was cut, repeats an image or goes on behind its end is refused.
 *
 * @throws ParseError while reading: `survey file: line 12: inference.detections[0].conf: expected …`.
 */
export function createSurveyFileReader(): SurveyFileReader {
  const state: State = { header: null, classCount: null, line: 0, hasEnded: false, filepaths: new Set() };
  const lines = createLineSplitter();
  return {
    header: () => state.header,
    *read(text) {
      for (const line of lines.split(text)) {
        const image = readLine(line, state);
        if (image !== null) yield image;
      }
    },
    finish() {
      const rest = lines.rest();
      // The newline behind the last line may have got lost. Any other rest is a line that was cut.
      if (isLastLine(rest)) readLine(rest, state);
      if (!state.hasEnded) throw cutOff(state);
      return state.filepaths.size;
    },
  };
}

function isLastLine(text: string): boolean {
  return text.startsWith(`{"format":"${SURVEY_FILE_FORMAT}"`) && text.endsWith('}');
}

function cutOff({ filepaths }: State): ParseError {
  return new ParseError(FILE, 'a last line with the number of images', `the end of the file after ${filepaths.size}`);
}

function createLineSplitter() {
  let parts: string[] = [];
  let length = 0;
  const keep = (part: string) => {
    length += part.length;
    if (length > MAX_LINE_LENGTH) throw new ParseError(FILE, `lines of at most ${MAX_LINE_LENGTH} characters`, 'more');
    if (part !== '') parts.push(part);
  };
  const take = () => {
    const line = parts.join('');
    parts = [];
    length = 0;
    return line.endsWith('\r') ? line.slice(0, -1) : line;
  };
  return {
    *split(text: string): Generator<string> {
      let start = 0;
      for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
        keep(text.slice(start, end));
        start = end + 1;
        yield take();
      }
      keep(text.slice(start));
    },
    rest: take,
  };
}

function readLine(text: string, state: State): SurveyFileImage | null {
  state.line++;
  const where = `${FILE}: line ${state.line}`;
  if (state.hasEnded) throw new ParseError(where, 'nothing behind the last line', `"${text.slice(0, 40)}"`);
  const value = parseJson(state.line === 1 ? text.replace(/^\ufeff/, '') : text, where);
  if (state.header === null) {
    state.header = parseSurveyFileHeader(value, where);
    state.classCount = classCountOf(state.header);
    return null;
  }
  const object = expectObject(value, where);
  if (object['format'] === SURVEY_FILE_FORMAT) {
    expectCount(object['images'], state.filepaths.size, where);
    state.hasEnded = true;
    return null;
  }
  return readImage(object, where, state);
}

function classCountOf({ package: made }: SurveyFileHeader): number | null {
  if (made === null) return null;
  return 'sha256' in made.labels ? made.labels.count : made.labels.length;
}

function expectCount(value: unknown, count: number, where: string): void {
  const expected = expectWholeWithin(value, [0, MAX_IMAGES], `${where}.images`);
  if (expected !== count) throw new ParseError(where, `${expected} images above`, String(count));
}

function readImage(object: Readonly<Record<string, unknown>>, where: string, state: State): SurveyFileImage {
  const listed = parseListed(object['listed'], `${where}: listed`);
  const { filepath } = listed;
  if (state.filepaths.has(filepath)) throw new ParseError(where, 'each image once', `"${filepath}" again`);
  if (state.filepaths.size === MAX_IMAGES) throw new ParseError(FILE, `at most ${MAX_IMAGES} images`, 'more');
  state.filepaths.add(filepath);
  const review =
    object['review'] == null ? null : { review: parseReview(object['review'], filepath, `${where}: review`) };
  if (object['inference'] === null) return { inference: null, listed, ...review };
  const inference = parseInference(object['inference'], `${where}: inference`, state.classCount);
  if (inference.filepath === filepath) return { inference, listed, ...review };
  throw new ParseError(`${where}: inference.filepath`, `"${filepath}"`, `"${inference.filepath}"`);
}

function parseListed(value: unknown, where: string): ListedImage {
  const { filepath, size, lastModified } = expectObject(value, where);
  return {
    filepath: expectFilepath(filepath, `${where}.filepath`),
    size: expectWholeWithin(size, [0, MAX_SIZE], `${where}.size`),
    lastModified: expectWholeWithin(lastModified, TIME_RANGE, `${where}.lastModified`),
  };
}
