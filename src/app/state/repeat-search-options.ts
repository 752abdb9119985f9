import { cameraFolderOf } from '../../domain/megadetector/camera-folder';
import { leafFolder } from '../../domain/megadetector/leaf-folder';
import { DEFAULT_REPEAT_OPTIONS, type RepeatOptions } from '../../domain/megadetector/repeat-options';

/** What the photos of one camera lie in: their folder, or the folder above those that cameras open when one is full. */
export type CameraBy = 'folder' | 'camera-folder';

/** What can be chosen of a search for repeats, as it is stored. Fractions, as in `RepeatOptions`. */
export interface RepeatSearchOptions {
  readonly minConf: number;
  readonly maxConf: number;
  readonly minIou: number;
  readonly minOccurrences: number;
  readonly maxArea: number;
  readonly isCategoryAgnostic: boolean;
  readonly cameraBy: CameraBy;
}

const CAMERA_RULES: Readonly<Record<CameraBy, (filepath: string) => string>> = {
  folder: leafFolder(),
  'camera-folder': cameraFolderOf,
};

/** The reference's defaults. */
export const DEFAULT_REPEAT_SEARCH: RepeatSearchOptions = {
  minConf: DEFAULT_REPEAT_OPTIONS.minConf,
  maxConf: DEFAULT_REPEAT_OPTIONS.maxConf,
  minIou: DEFAULT_REPEAT_OPTIONS.minIou,
  minOccurrences: DEFAULT_REPEAT_OPTIONS.minOccurrences,
  maxArea: DEFAULT_REPEAT_OPTIONS.maxArea,
  isCategoryAgnostic: DEFAULT_REPEAT_OPTIONS.isCategoryAgnostic,
  cameraBy: 'folder',
};

/** The camera of an image, by its filepath. */
export const cameraRuleOf = (cameraBy: CameraBy): ((filepath: string) => string) => CAMERA_RULES[cameraBy];

export function repeatOptionsOf({ cameraBy, ...options }: RepeatSearchOptions): RepeatOptions {
  return { ...DEFAULT_REPEAT_OPTIONS, ...options, cameraOf: cameraRuleOf(cameraBy) };
}

/** What is stored, in whatever version: parts that are not usable are the default's. */
export function parseRepeatSearch(kept: unknown): RepeatSearchOptions {
  if (typeof kept !== 'object' || kept === null) return DEFAULT_REPEAT_SEARCH;
  const record = kept as Readonly<Record<string, unknown>>;
  const fraction = (name: 'minConf' | 'maxConf' | 'minIou' | 'maxArea') => {
    const value = record[name];
    return typeof value === 'number' && value > 0 && value <= 1 ? value : DEFAULT_REPEAT_SEARCH[name];
  };
  const { minOccurrences, isCategoryAgnostic, cameraBy } = record;
  return {
    minConf: fraction('minConf'),
    maxConf: fraction('maxConf'),
    minIou: fraction('minIou'),
    maxArea: fraction('maxArea'),
    minOccurrences:
      typeof minOccurrences === 'number' && Number.isInteger(minOccurrences) && minOccurrences >= LEAST_OCCURRENCES
        ? minOccurrences
        : DEFAULT_REPEAT_SEARCH.minOccurrences,
    isCategoryAgnostic: isCategoryAgnostic === true,
    cameraBy: cameraBy === 'camera-folder' ? 'camera-folder' : 'folder',
  };
}

/** One box alone is no repeat. */
export const LEAST_OCCURRENCES = 2;

export function isSameSearch(one: RepeatSearchOptions, other: RepeatSearchOptions): boolean {
  const names = Object.keys(DEFAULT_REPEAT_SEARCH) as (keyof RepeatSearchOptions)[];
  return names.every((name) => one[name] === other[name]);
}
