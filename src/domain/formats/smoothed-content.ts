import type { JsonValue } from '../python-json';
import type { SmoothedImage } from '../smoothed-image';
import type { ExportRow } from './export-format';
import type { MegadetectorContent } from './megadetector-mapping';

/** Rows to be written, and what smoothing made of them afterwards. */
export interface NotedSmoothing {
  /** The same rows; what smoothing made of each is noted as it is read. */
  readonly rows: Iterable<ExportRow>;
  /** The content of these rows with the smoothed classes, made image by image. Ids of classes stay. */
  readonly smooth: (
    content: MegadetectorContent,
  ) => Omit<MegadetectorContent, 'images'> & { readonly images: Iterable<JsonValue> };
}

/** What smoothing made of an image, by place in the file's detections, which do not have the rejected ones. */
interface PlacedSmoothing {
  readonly labels: ReadonlyMap<number, string>;
  readonly description: string | null;
}

/** For the file in which every detection has the image's class: smoothing changes it after the conversion. */
export function noteSmoothing(rows: Iterable<ExportRow>): NotedSmoothing {
  const byFile = new Map<string, PlacedSmoothing>();
  function* noting() {
    for (const row of rows) {
      const { smoothed = null, inference } = row;
      const isTouched = smoothed !== null && (smoothed.changes.size > 0 || smoothed.description !== null);
      // The conversion writes paths with slashes.
      if (isTouched) byFile.set(inference.filepath.replaceAll('\\', '/'), placed(smoothed, row.rejected ?? null));
      yield row;
    }
  }
  return {
    rows: noting(),
    smooth: (content) => (byFile.size === 0 ? content : { ...content, images: smoothedImages(content, byFile) }),
  };
}

function placed({ changes, description }: SmoothedImage, rejected: ReadonlySet<number> | null): PlacedSmoothing {
  const before = (number: number) => [...(rejected ?? [])].filter((other) => other < number).length;
  return { labels: new Map([...changes].map(([number, { label }]) => [number - before(number), label])), description };
}

function* smoothedImages(
  { images, classificationDescriptions }: MegadetectorContent,
  byFile: ReadonlyMap<string, PlacedSmoothing>,
): Generator<JsonValue> {
  const idOf = new Map([...classificationDescriptions].map(([id, label]) => [label, id]));
  for (const image of images) {
    const smoothed = byFile.get(image.file);
    yield smoothed === undefined ? image : withSmoothing(image as unknown as MappedImage, smoothed, idOf);
  }
}

/** An image as `mapToMegadetector` makes it. */
type MappedImage = { readonly [key: string]: JsonValue } & {
  readonly detections: readonly ({ readonly [key: string]: JsonValue } & {
    readonly classifications: readonly [readonly [id: string, score: number]];
  })[];
};

function withSmoothing(
  image: MappedImage,
  { labels, description }: PlacedSmoothing,
  idOf: ReadonlyMap<string, string>,
): JsonValue {
  const detections = image.detections.map((detection, place) => {
    const label = labels.get(place);
    if (label === undefined) return detection;
    return { ...detection, classifications: [[idOf.get(label)!, detection.classifications[0][1]]] };
  });
  return { ...image, detections, ...(description !== null && { pre_smoothing_description: description }) };
}
