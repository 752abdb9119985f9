import type { MdImage } from '../megadetector/md-results';
import type { ExportRow, ExportWarning, WarningCounter } from './export-format';

/** What a file tells Timelapse about where to begin. */
export interface TimelapseThresholds {
  readonly conservative: number;
  readonly classification: number;
}

/** Below this nothing is imported; or below these thresholds divided by the second number, if that is higher (Timelapse 2.5). */
const LOWEST = 0.03;
const PART = 2.5;

/** Counts what Timelapse will not show. `imageOf` gives a row as it is written, null = left out. */
export function createTimelapseWarnings(
  imageOf: (row: ExportRow) => MdImage | null,
  { conservative, classification }: TimelapseThresholds,
): WarningCounter {
  const floors = { conf: Math.max(LOWEST, conservative / PART), score: Math.max(LOWEST, classification / PART) };
  const counts: Record<ExportWarning['code'], number> = {
    'failed-left-out': 0,
    'boxes-need-jpeg': 0,
    'detections-below-floor': 0,
    'classes-below-floor': 0,
  };
  return {
    add(row) {
      const image = imageOf(row);
      if (image === null) {
        counts['failed-left-out'] += 1;
        return;
      }
      const detections = image.detections ?? [];
      const shown = detections.filter(({ conf }) => conf >= floors.conf);
      counts['detections-below-floor'] += detections.length - shown.length;
      if (!/\.jpe?g$/i.test(image.file)) {
        if (shown.length > 0) counts['boxes-need-jpeg'] += 1;
        return;
      }
      for (const { classifications } of shown) {
        const score = classifications?.[0]?.[1];
        if (score !== undefined && score < floors.score) counts['classes-below-floor'] += 1;
      }
    },
    warnings: () =>
      (Object.keys(counts) as ExportWarning['code'][])
        .map((code) => ({ code, count: counts[code] }))
        .filter(({ count }) => count > 0),
  };
}
