import { isDeeperThan } from './json-depth';
import { expectList, expectObject, expectText, ParseError } from './parse-error';

/** A record of some result file; only `filepath` is known to be there. */
export type AnyRecord = Readonly<Record<string, unknown>>;

/** Which component wrote a result file. */
export type PredictionsOrigin = 'ensemble' | 'classifier' | 'detector' | 'unknown' | 'invalid';

/** What a result file of an earlier run saves us. */
export interface PartialPredictions<Instance> {
  /** Reused records by filepath, in the file's order. */
  readonly reused: ReadonlyMap<string, AnyRecord>;
  /** Instances that are still to do, in their order. */
  readonly toProcess: readonly Instance[];
}

/**
 * Reads the result file of an earlier run (speciesnet 5.0.4, load_partial_predictions). Every record must belong to an
 * instance. A record with a `failures` key, whatever its value, is to be tried again; of several good ones the last wins.
 * `text` null = no file. Throws ParseError for broken JSON, a record or instance without filepath, and a foreign filepath.
 */
export function loadPartialPredictions<Instance>(
  text: string | null,
  instances: readonly Instance[],
): PartialPredictions<Instance> {
  if (text === null) return { reused: new Map(), toProcess: instances };
  const filepaths = instances.map((instance, index) => filepathOf(instance, `instances[${index}]`));
  const known = new Set(filepaths);
  const reused = new Map<string, AnyRecord>();
  const file = expectObject(parseJson(text, 'predictions file'), 'predictions file');
  for (const [index, value] of expectList(file['predictions'], 'predictions').entries()) {
    const where = `predictions[${index}]`;
    const filepath = filepathOf(value, where);
    if (!known.has(filepath)) {
      throw new ParseError(`${where}: filepath`, 'a file of this run', `"${filepath}"`);
    }
    const record = expectObject(value, where);
    if (!('failures' in record)) reused.set(filepath, record);
  }
  return { reused, toProcess: instances.filter((_, index) => !reused.has(filepaths[index]!)) };
}

/**
 * Guesses which component wrote these records (speciesnet 5.0.4, guess_predictions_source): any `prediction` key means the
 * ensemble, classifications and detections together without one are invalid. Only the presence of keys counts.
 */
export function guessOrigin(records: Iterable<AnyRecord>): PredictionsOrigin {
  let hasClassifications = false;
  let hasDetections = false;
  for (const record of records) {
    if ('prediction' in record) return 'ensemble';
    hasClassifications ||= 'classifications' in record;
    hasDetections ||= 'detections' in record;
    if (hasClassifications && hasDetections) return 'invalid';
  }
  if (hasClassifications) return 'classifier';
  return hasDetections ? 'detector' : 'unknown';
}

/**
 * The result list of a single-component run (speciesnet 5.0.4, merge_results): one record for each filepath in order, an
 * earlier one before a new one; a file with neither has failed.
 */
export function mergeResults(
  filepaths: readonly string[],
  fresh: ReadonlyMap<string, AnyRecord>,
  reused: ReadonlyMap<string, AnyRecord>,
  failure: 'CLASSIFIER' | 'DETECTOR',
): readonly AnyRecord[] {
  return filepaths.map((filepath) => {
    return reused.get(filepath) ?? fresh.get(filepath) ?? { filepath, failures: [failure] };
  });
}

/** Python gives up at about 1,000 lists and objects in each other, and no file that is read here is a tenth as deep. */
const DEEPEST = 500;
/** A shorter text can't be deep enough to hurt a parser. */
const SHALLOW_LENGTH = 10_000;

/**
 * JSON.parse with a ParseError instead of a SyntaxError, also for what is too deep; `where` names the file. A byte-order mark
 * is an error.
 */
export function parseJson(text: string, where: string): unknown {
  if (text.length > SHALLOW_LENGTH && isDeeperThan(DEEPEST, text)) {
    throw new ParseError(where, `at most ${DEEPEST} lists and objects in each other`, 'more');
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ParseError(where, 'JSON', error instanceof Error ? error.message : String(error));
  }
}

function filepathOf(value: unknown, where: string): string {
  return expectText(expectObject(value, where)['filepath'], `${where}: filepath`);
}
