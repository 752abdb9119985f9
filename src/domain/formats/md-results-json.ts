import type { MdResults } from '../megadetector/md-results';
import { pythonJsonWithList, type JsonValue, type PythonJsonStyle } from '../python-json';

/**
 * How the megadetector package writes JSON: indent 1, ASCII-escaped, floats as Python has them. Readers refuse a conf that is a
 * bare 1, so numbers under these keys are floats.
 */
const STYLE: PythonJsonStyle = {
  floatKeys: new Set([
    'conf',
    'bbox',
    'classifications',
    'raw_classifications',
    'max_detection_conf',
    'frame_rate',
    'typical_detection_threshold',
    'conservative_detection_threshold',
    'normalized_typical_inference_speed',
    'typical_classification_threshold',
  ]),
  roundsTo4: false,
  isAscii: true,
};

/** What stands in a file besides its images, by key, in order. */
export type MdEntries = readonly (readonly [key: string, value: unknown])[];

/** The text of a MegaDetector file in chunks. Keys keep their order; numbers are written as they are. */
export function mdResultsFile(results: MdResults): Generator<string> {
  const entries = Object.entries(results);
  const at = entries.findIndex(([key]) => key === 'images');
  return mdFile(results.images, entries.slice(0, at), () => entries.slice(at + 1));
}

/** The same when images are made one by one: `after` is asked for when all have been written. */
export function mdFile(images: Iterable<unknown>, before: MdEntries, after: () => MdEntries): Generator<string> {
  return pythonJsonWithList(asJson(before), 'images', images as Iterable<JsonValue>, STYLE, () => asJson(after()));
}

/** Results hold nothing but JSON, whatever their types leave open. */
function asJson(entries: MdEntries): readonly (readonly [string, JsonValue])[] {
  return entries as readonly (readonly [string, JsonValue])[];
}
