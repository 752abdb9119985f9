import type { Inference } from '../domain/inference';
import { createConclusions, type ImageConclusion, type SurveyRules } from './conclude';

/** An image whose label, or that of one of its animals, is another one with other rules. Whole label lines; null = none. */
export interface LabelChange {
  readonly filepath: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What other rules would do to a survey. */
export interface LabelChanges {
  /** Images with a change. */
  readonly images: number;
  /** The first few of them, in the order of the images. */
  readonly first: readonly LabelChange[];
}

/** How many images would get another label if one switch were turned, everything else as it is. */
export interface SwitchEffects {
  readonly geofence: number;
  readonly rollup: number;
  /** Of those for the geofence, images without a first choice held back: a wider group was, on the way of the roll-up. */
  readonly geofenceOnWay: number;
}

/** Images concluded before the page may answer the person: a few milliseconds. */
const STEP = 50;

/** Concludes images with two sets of rules, in steps, and tells where the labels differ. Null = an image without facts. */
export function* findLabelChanges(
  facts: Iterable<Inference | null>,
  before: SurveyRules,
  after: SurveyRules,
  keepFirst: number,
): Generator<void, LabelChanges> {
  const concludeBefore = createConclusions(before);
  const concludeAfter = createConclusions(after);
  const first: LabelChange[] = [];
  let images = 0;
  for (const [index, inference] of enumerate(facts)) {
    if (index % STEP === STEP - 1) yield;
    const change = changeOf(concludeBefore(inference), concludeAfter(inference));
    if (change === null) continue;
    images += 1;
    if (first.length < keepFirst) first.push({ filepath: inference.filepath, ...change });
  }
  return { images, first };
}

/** Concludes images with each of the two switches turned, in steps. Null = an image without facts. */
export function* countSwitchEffects(
  facts: Iterable<Inference | null>,
  rules: SurveyRules,
): Generator<void, SwitchEffects> {
  const conclude = createConclusions(rules);
  const withGeofence = createConclusions({ ...rules, isGeofenceOn: !rules.isGeofenceOn });
  const withRollup = createConclusions({ ...rules, isRollupOn: !rules.isRollupOn });
  let geofence = 0;
  let rollup = 0;
  let geofenceOnWay = 0;
  for (const [index, inference] of enumerate(facts)) {
    if (index % STEP === STEP - 1) yield;
    const now = conclude(inference);
    const other = withGeofence(inference);
    if (changeOf(now, other) !== null) {
      geofence += 1;
      if (now.heldBack.length === 0 && other.heldBack.length === 0) geofenceOnWay += 1;
    }
    if (changeOf(now, withRollup(inference)) !== null) rollup += 1;
  }
  return { geofence, rollup, geofenceOnWay };
}

function* enumerate(facts: Iterable<Inference | null>): Generator<readonly [number, Inference]> {
  let index = 0;
  for (const inference of facts) if (inference !== null) yield [index++, inference];
}

/** The image's own labels when they differ, else those of the first animal that does. */
function changeOf(before: ImageConclusion, after: ImageConclusion): Omit<LabelChange, 'filepath'> | null {
  const from = before.prediction?.label ?? null;
  const to = after.prediction?.label ?? null;
  if (from !== to) return { from, to };
  for (const [index, animal] of before.animals.entries()) {
    if (before.rejected?.has(index) === true) continue;
    const animalTo = after.animals[index]?.label ?? null;
    if ((animal?.label ?? null) !== animalTo) return { from: animal?.label ?? null, to: animalTo };
  }
  return null;
}
