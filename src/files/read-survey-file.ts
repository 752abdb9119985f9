import { ParseError } from '../domain/parse-error';
import type { SurveyFileHeader, SurveyFileImage } from '../domain/survey-file';
import { createSurveyFileReader } from '../domain/survey-file-reader';

/** A survey file, read and checked. */
export interface SurveyFileContent {
  readonly header: SurveyFileHeader;
  readonly images: readonly SurveyFileImage[];
}

/** Characters that are parsed before the page may answer: a few milliseconds. */
const PIECE = 64 * 1024;

/**
 * Reads a survey file line by line as its bytes come. `onImages` hears how many images have come. Throws ParseError for what
 * is no survey file or was cut; rejects with the browser's DOMException when it can't be read.
 */
export async function readSurveyFile(
  file: Blob,
  onImages: (count: number) => void,
  signal?: AbortSignal,
): Promise<SurveyFileContent> {
  const reader = createSurveyFileReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const images: SurveyFileImage[] = [];
  const read = (text: string) => {
    for (const image of reader.read(text)) images.push(image);
    onImages(images.length);
  };
  const bytes = file.stream().getReader();
  try {
    for (;;) {
      const { value, done } = await bytes.read();
      signal?.throwIfAborted();
      const text = decode(decoder, value, done);
      for (let start = 0; start < text.length; start += PIECE) {
        if (start > 0) await nextTurn();
        read(text.slice(start, start + PIECE));
      }
      if (done) break;
    }
  } finally {
    await bytes.cancel();
  }
  reader.finish();
  const header = reader.header();
  if (header === null) throw new ParseError('survey file', 'a first line', 'none');
  return { header, images };
}

function decode(decoder: TextDecoder, value: Uint8Array | undefined, isDone: boolean): string {
  try {
    return isDone ? decoder.decode() : decoder.decode(value, { stream: true });
  } catch (error) {
    if (error instanceof TypeError) throw new ParseError('survey file', 'text in UTF-8', 'other bytes');
    throw error;
  }
}

/** Lets the page answer in between; also in background tabs, where timers are late. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
