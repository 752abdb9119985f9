import type { MdImage, MdResults } from '../../src/domain/megadetector/md-results';

/** Since this version of the format images have no `max_detection_conf`. */
const WITHOUT_MAX_CONF = 1.3;

/**
 * What the package's own reader and writer leave of results when a tool sends them through its table (megadetector 10.0.24,
 * load_api_results and write_api_results): every fraction has three decimals, an image has null for each key that only others
 * have, and a failure of null is left out. Our own results keep their numbers and keys; vectors were written like this.
 */
export function writtenThroughTable(results: MdResults): MdResults {
  const version = Number(results.info['format_version']);
  const columns = new Set(results.images.flatMap((image) => Object.keys(image)));
  return {
    ...results,
    info: { ...results.info, format_version: String(results.info['format_version']) },
    images: results.images.map((image) => {
      const row: Record<string, unknown> = {};
      for (const column of columns) row[column] = withThreeDecimals(image[column] ?? null);
      if (row['failure'] === null) delete row['failure'];
      if (version >= WITHOUT_MAX_CONF) delete row['max_detection_conf'];
      else row['max_detection_conf'] = withThreeDecimals(maxConfOf(image));
      return row as MdImage;
    }),
  };
}

function maxConfOf({ detections }: MdImage): number {
  return detections && detections.length > 0 ? Math.max(...detections.map(({ conf }) => conf)) : 0;
}

function withThreeDecimals(value: unknown): unknown {
  if (typeof value === 'number') return threeDecimals(value);
  if (Array.isArray(value)) return value.map(withThreeDecimals);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withThreeDecimals(inner)]));
}

/** As pandas writes floats with double_precision=3: a half goes to the even neighbour, or up when the decimals are .000. */
function threeDecimals(value: number): number {
  const size = Math.abs(value);
  const whole = Math.floor(size);
  const thousandths = (size - whole) * 1000;
  const floor = Math.floor(thousandths);
  const rest = thousandths - floor;
  const isUp = rest > 0.5 || (rest === 0.5 && (floor === 0 || floor % 2 === 1));
  return (Math.sign(value) * Math.round(whole * 1000 + floor + (isUp ? 1 : 0))) / 1000;
}
