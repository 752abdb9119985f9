import type { MdDetection, MdImage, MdResults } from '../src/domain/megadetector/md-results';

/** The end-to-end results' tolerances for MegaDetector files (golden/open/e2e/README.md, A). */
const CONF = 0.002;
const SCORE = 0.002;
const BBOX = 0.0002;

/** What differs beyond the tolerances, a line each; empty = equal. `except` = files that differ for a known reason. */
export function mdDifferences(actual: MdResults, expected: MdResults, except: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const byFile = new Map(actual.images.map((image) => [image.file, image]));
  if (actual.images.length !== expected.images.length) {
    found.push(`${actual.images.length} images, expected ${expected.images.length}`);
  }
  for (const wanted of expected.images) {
    if (except.has(wanted.file)) continue;
    const got = byFile.get(wanted.file);
    if (got === undefined) found.push(`${wanted.file}: missing`);
    else found.push(...imageDifferences(got, wanted, actual, expected).map((text) => `${wanted.file}: ${text}`));
  }
  return found;
}

function imageDifferences(got: MdImage, wanted: MdImage, actual: MdResults, expected: MdResults): string[] {
  if ((got.failure ?? null) !== (wanted.failure ?? null)) {
    return [`failure ${String(got.failure)}, expected ${String(wanted.failure)}`];
  }
  const boxes = got.detections ?? [];
  const wantedBoxes = wanted.detections ?? [];
  if (boxes.length !== wantedBoxes.length) return [`${boxes.length} detections, expected ${wantedBoxes.length}`];
  return wantedBoxes.flatMap((wantedBox, index) => {
    const box = boxes[index]!;
    return [
      ...boxDifferences(box, wantedBox),
      ...classDifferences(box.classifications, wantedBox.classifications, actual, expected),
      ...classDifferences(box.raw_classifications, wantedBox.raw_classifications, actual, expected),
    ].map((text) => `detection ${index}: ${text}`);
  });
}

function boxDifferences(got: MdDetection, wanted: MdDetection): string[] {
  const found: string[] = [];
  if (got.category !== wanted.category) found.push(`category ${got.category}, expected ${wanted.category}`);
  if (Math.abs(got.conf - wanted.conf) > CONF) found.push(`conf ${got.conf}, expected ${wanted.conf}`);
  const isNear = wanted.bbox.every((side, index) => Math.abs(side - got.bbox[index]!) <= BBOX);
  if (!isNear) found.push(`bbox ${got.bbox.join()}, expected ${wanted.bbox.join()}`);
  return found;
}

type Classes = MdDetection['classifications'];

/** Ids are the files' own: classes are compared by their whole labels. */
function classDifferences(got: Classes, wanted: Classes, actual: MdResults, expected: MdResults): string[] {
  if (got?.length !== wanted?.length) return [`${got?.length ?? 0} classes, expected ${wanted?.length ?? 0}`];
  return (wanted ?? []).flatMap(([id, score], index) => {
    const [gotId, gotScore] = got![index]!;
    const label = actual.classification_category_descriptions?.[gotId];
    const wantedLabel = expected.classification_category_descriptions?.[id];
    if (label !== wantedLabel) return [`${label}, expected ${wantedLabel}`];
    return Math.abs(gotScore - score) > SCORE ? [`score ${gotScore}, expected ${score}`] : [];
  });
}
