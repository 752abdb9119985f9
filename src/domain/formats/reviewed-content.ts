import type { JsonValue } from '../python-json';
import type { ExportRow } from './export-format';
import { classNamesOf, type MegadetectorContent } from './megadetector-mapping';
import { isRowReviewed, reviewedRow } from './reviewed-row';

type Content = Omit<MegadetectorContent, 'images'> & { readonly images: Iterable<JsonValue> };

/** Rows to be written with the names of the review, and what the review says of each box. */
export interface NotedReview {
  /** The rows as the review leaves them; the names of their boxes are noted as each is read. */
  readonly rows: Iterable<ExportRow>;
  /** The content of these rows with the name of each box; ids of classes stay, new ones follow. */
  readonly name: (content: Content) => Content;
}

/**
 * For the file in which every detection has the image's class: a person may have named boxes of one photo differently. A box of
 * a kind that nobody observed has no class.
 */
export function noteReview(rows: Iterable<ExportRow>): NotedReview {
  const byFile = new Map<string, readonly (string | null)[]>();
  function* noting() {
    for (const row of rows) {
      const reviewed = reviewedRow(row);
      const { inference, animals } = reviewed;
      const isNamed = isRowReviewed(row) && row.review?.observations != null && inference.detections !== null;
      // The conversion writes paths with slashes.
      if (isNamed)
        byFile.set(inference.filepath.replaceAll('\\', '/'), animals?.map((one) => one?.label ?? null) ?? []);
      yield reviewed;
    }
  }
  return {
    rows: noting(),
    name: (content) => (byFile.size === 0 ? content : named(content, byFile)),
  };
}

function named(content: Content, byFile: ReadonlyMap<string, readonly (string | null)[]>): Content {
  const idOf = new Map([...content.classificationDescriptions].map(([id, label]) => [label, id]));
  for (const labels of byFile.values()) {
    for (const label of labels) if (label !== null && !idOf.has(label)) idOf.set(label, String(idOf.size));
  }
  const { names, descriptions } = classNamesOf(idOf);
  function* images(): Generator<JsonValue> {
    for (const image of content.images) {
      const labels = byFile.get((image as unknown as MappedImage).file);
      yield labels === undefined || (image as unknown as MappedImage).detections === null
        ? image
        : withNames(image as unknown as MappedImage, labels, idOf);
    }
  }
  return { ...content, classificationCategories: names, classificationDescriptions: descriptions, images: images() };
}

/** An image as `mapToMegadetector` makes it. */
type MappedImage = { readonly [key: string]: JsonValue } & {
  readonly file: string;
  /** Null = it failed. */
  readonly detections:
    | readonly ({ readonly [key: string]: JsonValue } & {
        readonly classifications?: readonly [readonly [id: string, score: number]];
      })[]
    | null;
};

function withNames(
  { detections, ...image }: MappedImage,
  labels: readonly (string | null)[],
  idOf: ReadonlyMap<string, string>,
): JsonValue {
  const named = (detections ?? []).map(({ classifications, ...box }, place): JsonValue => {
    const label = labels[place];
    if (label === undefined) return { ...box, ...(classifications !== undefined && { classifications }) };
    return label === null ? box : { ...box, classifications: [[idOf.get(label)!, 1]] };
  });
  return { ...image, detections: named };
}
