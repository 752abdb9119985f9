import { findImages } from './find-images';
import { expectList, expectObject, ParseError } from './parse-error';
import { parseJson } from './partial-predictions';
import { isGiven } from './place';
import { strippedLines } from './python-text';

/** The reference's ways to say which images to process; exactly one must be given and not empty. */
export interface InstanceSources {
  /** An instances object itself, taken as it is. */
  readonly instancesDict?: unknown;
  /** Path of an instances file. */
  readonly instancesJson?: string;
  readonly filepaths?: readonly string[];
  /** Path of a text file with one filepath per line. */
  readonly filepathsTxt?: string;
  readonly folders?: readonly string[];
  /** Path of a text file with one folder per line; a blank line is the current folder. */
  readonly foldersTxt?: string;
  /** Set on every instance when not empty. */
  readonly country?: string | null;
  /** Set on every instance when neither it nor the country is empty. */
  readonly admin1Region?: string | null;
}

/** The files that instances are read from. */
export interface InstanceFiles {
  /** Text of a file; throws when it is missing. */
  readText(path: string): string;
  /** All files below the current folder, forward slashes, for folder walks. */
  readonly paths: readonly string[];
}

/**
 * The instances object of a run (speciesnet 5.0.4, prepare_instances_dict): `{instances: [{filepath, country?, …}]}`. As in
 * the reference, what is given as JSON is not checked, and only an override of the place rebuilds it. Throws ParseError
 * when not exactly one source is given, when JSON is broken, and when an override meets something that is no list of objects.
 */
export function prepareInstances(sources: InstanceSources, files: InstanceFiles): unknown {
  const given = Object.entries(READERS).filter(([name]) => isTruthy(sources[name as SourceName]));
  const [source] = given;
  if (source === undefined || given.length > 1) {
    const names = given.map(([name]) => name).join(', ');
    throw new ParseError('instances', `exactly one of ${Object.keys(READERS).join(', ')}`, names || 'none');
  }
  const instances = source[1](sources, files);
  return isGiven(sources.country ?? null) ? withPlace(instances, sources) : instances;
}

type SourceName = 'instancesDict' | 'instancesJson' | 'filepaths' | 'filepathsTxt' | 'folders' | 'foldersTxt';

const READERS: Readonly<Record<SourceName, (sources: InstanceSources, files: InstanceFiles) => unknown>> = {
  instancesDict: ({ instancesDict }) => instancesDict,
  instancesJson: ({ instancesJson = '' }, files) => parseJson(files.readText(instancesJson), instancesJson),
  filepaths: ({ filepaths = [] }) => instancesOf(filepaths),
  filepathsTxt: ({ filepathsTxt = '' }, files) => instancesOf(strippedLines(files.readText(filepathsTxt))),
  folders: ({ folders = [] }, files) => instancesOf(findImages(folders, files.paths)),
  foldersTxt: ({ foldersTxt = '' }, files) =>
    instancesOf(findImages(strippedLines(files.readText(foldersTxt)), files.paths)),
};

function instancesOf(filepaths: readonly string[]): unknown {
  return { instances: filepaths.map((filepath) => ({ filepath })) };
}

function withPlace(value: unknown, { country, admin1Region = null }: InstanceSources): unknown {
  const list = expectList(expectObject(value, 'instances file')['instances'], 'instances');
  return {
    instances: list.map((instance, index) => ({
      ...expectObject(instance, `instances[${index}]`),
      country,
      ...(isGiven(admin1Region) && { admin1_region: admin1Region }),
    })),
  };
}

/** Python's truth: empty texts, lists and objects are false. */
function isTruthy(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return Boolean(value);
}
