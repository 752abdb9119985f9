import { matchPaths, type PathMatches } from '../../domain/comparison/match-paths';
import { guessOrigin } from '../../domain/partial-predictions';
import type { ResultRecord } from '../../domain/parse-result-record';
import type { RunMode } from '../../domain/survey';
import type { ImportBlock, ImportKind, ImportOffer, ImportUse } from './import-view';
import type { ImportContent } from './read-import';

/** What the open survey holds, as far as it decides what a file can be used for. */
export interface ImportTarget {
  readonly filepaths: readonly string[];
  readonly hasLabel: (label: string) => boolean;
  readonly hasPackage: boolean;
  readonly isDone: (filepath: string) => boolean;
  /** Some images are done. */
  readonly hasResults: boolean;
  readonly mode: RunMode;
}

/** An offer, and the content under the survey's own paths. */
export interface OfferedImport {
  readonly offer: ImportOffer;
  readonly content: ImportContent;
}

/** Names of entries that belong to nothing, shown to the person. */
const SHOWN_UNMATCHED = 5;

/** What a file is, how much of it belongs to the survey, and what it can be used for; giving way in between. */
export function* offerImport(
  fileName: string,
  content: ImportContent,
  target: ImportTarget,
): Generator<void, OfferedImport> {
  const names = namesIn(content);
  const kind = kindOf(content);
  const base = { fileName, kind, count: names.length, prefix: '', uses: USES[kind] };
  if (content.kind === 'geofence-rules' || content.kind === 'target-species') {
    const unmatched = content.kind === 'geofence-rules' ? [] : names.filter((name) => !target.hasLabel(name));
    return { offer: completeOffer(base, unmatched, target), content };
  }
  const paths = yield* matchPaths(names, target.filepaths);
  const toSurvey = createRename(paths);
  const known = new Set(target.filepaths);
  const unmatched = names.filter((name) => !known.has(toSurvey(name)));
  const prefix = paths.method === 'without-prefix' ? paths.prefixA : '';
  const offer = completeOffer({ ...base, prefix }, unmatched, target);
  const listed = content.kind === 'instances' ? new Set(names.map(toSurvey)) : null;
  const leavesOut = listed !== null && target.filepaths.some((path) => target.isDone(path) && !listed.has(path));
  return {
    offer: leavesOut ? { ...offer, blocked: { instances: 'leaves-out-results', ...offer.blocked } } : offer,
    content: names.some((name) => toSurvey(name) !== name) ? renamed(content, toSurvey) : content,
  };
}

const USES: Readonly<Record<ImportKind, readonly ImportUse[]>> = {
  predictions: ['continue', 'compare', 'merge', 'detections', 'classifications'],
  detections: ['detections', 'continue', 'compare'],
  classifications: ['classifications', 'continue', 'compare'],
  megadetector: ['detections', 'continue', 'compare'],
  'megadetector-species': ['continue', 'detections', 'compare'],
  instances: ['instances'],
  'geofence-rules': ['geofence-rules'],
  'target-species': ['target-species'],
  'survey-file': ['merge'],
};

function completeOffer(
  base: Omit<ImportOffer, 'matched' | 'unmatched' | 'blocked'>,
  unmatched: readonly string[],
  target: ImportTarget,
): ImportOffer {
  const matched = base.count - unmatched.length;
  const blocked: Partial<Record<ImportUse, ImportBlock>> = {};
  for (const use of base.uses) {
    const block = blockOf(use, base.kind, matched, target);
    if (block !== null) blocked[use] = block;
  }
  return { ...base, matched, unmatched: unmatched.slice(0, SHOWN_UNMATCHED), blocked };
}

function blockOf(use: ImportUse, kind: ImportKind, matched: number, target: ImportTarget): ImportBlock | null {
  const { hasPackage, hasResults, mode } = target;
  // Classes are kept by their numbers in the package's list, and a list of species is compared with it.
  const needsLabels = use === 'target-species' || (use === 'continue' && kind !== 'detections');
  if (needsLabels && kind !== 'megadetector' && !hasPackage) return 'no-package';
  if (matched === 0 && kind !== 'survey-file') return 'nothing-matches'; // those also find photos by their content
  if (use === 'target-species' && hasResults) return 'has-results';
  // Boxes alone would stand among results with names as images whose classifier failed.
  const isBoxesAlone = kind === 'detections' || kind === 'megadetector';
  return use === 'continue' && isBoxesAlone && hasResults && mode !== 'detections' ? 'has-results' : null;
}

function kindOf(content: ImportContent): ImportKind {
  if (content.kind === 'results') return kindOfResults(content.records);
  if (content.kind !== 'megadetector') return content.kind;
  const hasClasses = content.images.some(({ classes }) => classes.some((best) => best !== null));
  return hasClasses ? 'megadetector-species' : 'megadetector';
}

/** By what the entries hold: a file that was cut off in the middle may hold failures only. */
function kindOfResults(records: readonly ResultRecord[]): ImportKind {
  const origin = guessOrigin(
    records.map(({ prediction, classifications, detections }) => ({
      ...(prediction !== null && { prediction }),
      ...(classifications !== null && { classifications }),
      ...(detections !== null && { detections }),
    })),
  );
  if (origin === 'detector') return 'detections';
  return origin === 'classifier' ? 'classifications' : 'predictions';
}

function namesIn(content: ImportContent): readonly string[] {
  switch (content.kind) {
    case 'results':
      return content.records.map(({ filepath }) => filepath);
    case 'megadetector':
      return content.images.map(({ filepath }) => filepath);
    case 'instances':
      return content.instances.map(({ filepath }) => filepath);
    case 'geofence-rules':
      return content.fixes.map(({ taxon }) => taxon);
    case 'target-species':
      return content.lines;
    case 'survey-file':
      return content.images.map(({ listed }) => listed.filepath);
  }
}

/** Other spellings and prefixes of the file become the survey's, also for entries that have no image. */
function createRename({ method, pairs, prefixA, prefixB }: PathMatches): (path: string) => string {
  const hasPrefix = method === 'without-prefix';
  return (path) =>
    pairs.get(path) ?? (hasPrefix && path.startsWith(prefixA) ? prefixB + path.slice(prefixA.length) : path);
}

function renamed(content: ImportContent, toSurvey: (path: string) => string): ImportContent {
  const rename = <Entry extends { readonly filepath: string }>(entry: Entry): Entry => ({
    ...entry,
    filepath: toSurvey(entry.filepath),
  });
  switch (content.kind) {
    case 'results':
      return { ...content, records: content.records.map(rename) };
    case 'megadetector':
      return { ...content, images: content.images.map(rename) };
    case 'instances':
      return { ...content, instances: content.instances.map(rename) };
    case 'geofence-rules':
    case 'target-species':
    case 'survey-file': // a merge finds the images by itself
      return content;
  }
}
