import { matchDetections } from './golden/compare-detections';

/** A record of a SpeciesNet result file, as far as it is compared. */
export interface ComparedRecord {
  readonly filepath: string;
  readonly failures?: readonly string[];
  readonly country?: string;
  readonly admin1_region?: string;
  readonly classifications?: { readonly classes: readonly string[]; readonly scores: readonly number[] };
  readonly detections?: readonly ComparedBox[];
  readonly prediction?: string;
  readonly prediction_score?: number;
  readonly prediction_source?: string;
  readonly model_version?: string;
}

interface ComparedBox {
  readonly category: string;
  readonly label: string;
  readonly conf: number;
  readonly bbox: readonly number[];
}

/** The reference's strict tolerances for whole runs (golden/open/e2e/README.md, A). */
const CONF = 0.0005;
const BBOX = 0.0001;
const BBOX_MATTERS_FROM = 0.05;
const BBOX_SHARE = 0.995;
const SCORE = 0.005;

/** What differs beyond the strict tolerances, a line each; empty = equal. */
export function differences(actual: readonly ComparedRecord[], expected: readonly ComparedRecord[]): string[] {
  const found: string[] = [];
  const paths = (records: readonly ComparedRecord[]) => records.map(({ filepath }) => filepath).sort();
  if (JSON.stringify(paths(actual)) !== JSON.stringify(paths(expected))) {
    found.push(`filepaths: expected ${paths(expected).join(' ')}, got ${paths(actual).join(' ')}`);
  }
  const byPath = new Map(actual.map((record) => [record.filepath, record]));
  const boxes = { all: 0, close: 0 };
  for (const wanted of expected) {
    const got = byPath.get(wanted.filepath);
    if (got !== undefined) found.push(...recordDifferences(got, wanted, boxes));
  }
  if (boxes.all > 0 && boxes.close / boxes.all < BBOX_SHARE) {
    found.push(`only ${boxes.close} of ${boxes.all} boxes are within ${BBOX}`);
  }
  return found;
}

const EXACT = [
  'failures',
  'country',
  'admin1_region',
  'prediction',
  'prediction_source',
  'model_version',
] as const satisfies readonly (keyof ComparedRecord)[];

function recordDifferences(
  got: ComparedRecord,
  wanted: ComparedRecord,
  boxes: { all: number; close: number },
): string[] {
  const found: string[] = [];
  const say = (what: string) => found.push(`${wanted.filepath}: ${what}`);
  if (Object.keys(got).join() !== Object.keys(wanted).join()) {
    say(`keys ${Object.keys(got).join()}, expected ${Object.keys(wanted).join()}`);
  }
  for (const key of EXACT) {
    if (JSON.stringify(got[key]) !== JSON.stringify(wanted[key])) {
      say(`${key} ${JSON.stringify(got[key])}, expected ${JSON.stringify(wanted[key])}`);
    }
  }
  if (Math.abs((got.prediction_score ?? 0) - (wanted.prediction_score ?? 0)) > SCORE) {
    say(`prediction_score ${got.prediction_score}, expected ${wanted.prediction_score}`);
  }
  compareScores(got, wanted, say);
  compareBoxes(got.detections ?? [], wanted.detections ?? [], boxes, say);
  return found;
}

/** Scores by class; classes of almost equal score may change places or fall off the fifth. */
function compareScores(got: ComparedRecord, wanted: ComparedRecord, say: (what: string) => void): void {
  const scores = new Map(got.classifications?.classes.map((name, n) => [name, got.classifications!.scores[n]!]));
  if (scores.size !== (wanted.classifications?.classes.length ?? 0)) say(`${scores.size} classes`);
  const lowest = Math.min(...scores.values());
  wanted.classifications?.classes.forEach((name, n) => {
    const expected = wanted.classifications!.scores[n]!;
    const score = scores.get(name) ?? lowest;
    if (Math.abs(score - expected) > SCORE) say(`score of ${name}: ${score}, expected ${expected}`);
  });
  if (got.classifications?.classes[0] !== wanted.classifications?.classes[0]) say('another first class');
}

function compareBoxes(
  got: readonly ComparedBox[],
  wanted: readonly ComparedBox[],
  boxes: { all: number; close: number },
  say: (what: string) => void,
): void {
  const pairs = matchDetections(got, wanted);
  if (got.length !== wanted.length || pairs.length !== wanted.length) {
    say(`${got.length} detections, ${pairs.length} of them with a partner, expected ${wanted.length}`);
  }
  for (const { reference, conf, bbox } of pairs) {
    if (conf > CONF) say(`conf of ${reference.conf} is off by ${conf}`);
    boxes.all += 1;
    if (bbox <= BBOX) boxes.close += 1;
    else if (reference.conf >= BBOX_MATTERS_FROM) say(`bbox of conf ${reference.conf} is off by ${bbox}`);
  }
}
