import type { BoxComparison } from './compare-boxes';
import type { DifferenceKind, ImageDifferences } from './compare-images';
import type { ComparedImage } from './compared-image';
import { createSpreadCollector, type Spread } from './number-spread';
import { isSameLabel } from './same-label';

/** An image's label in A that is another in B, and on how many images; null = no label. */
export interface LabelTransition {
  readonly from: string | null;
  readonly to: string | null;
  readonly count: number;
}

/** Boxes of one category, faint ones left out. */
export interface CategoryCounts {
  readonly category: string;
  readonly matched: number;
  readonly onlyInA: number;
  readonly onlyInB: number;
}

/** All images of a comparison in numbers. */
export interface ComparisonSummary {
  /** Images in both results. */
  readonly compared: number;
  /** Of those, the ones without any difference. */
  readonly equal: number;
  /** Images by difference; an image may have several. `only-in-a` and `only-in-b` are images without a partner. */
  readonly counts: Readonly<Record<DifferenceKind, number>>;
  /** Equal among all compared images, in per cent; null when there are none. */
  readonly imageAgreement: number | null;
  /** Same label among the images that have one in either result, in per cent; null when none has. */
  readonly labelAgreement: number | null;
  /** The most frequent first. */
  readonly transitions: readonly LabelTransition[];
  /** Of |score of A - score of B| where labels are the same; null when there is no such image. */
  readonly score: Spread | null;
  /** Of matched boxes that are not faint. */
  readonly conf: Spread | null;
  /** Likewise: the worst of a box's four numbers, in fractions of the image. */
  readonly bbox: Spread | null;
  /** By category, in the order of the alphabet. */
  readonly boxes: readonly CategoryCounts[];
}

/** Takes images one by one. */
export interface SummaryCollector {
  readonly addUnpaired: (kind: 'only-in-a' | 'only-in-b') => void;
  readonly add: (a: ComparedImage, b: ComparedImage, differences: ImageDifferences) => void;
  /** Gives way in between, for numbers are put in order now. */
  readonly read: () => Generator<void, ComparisonSummary>;
}

/** Counts the differences of images. `hasLabels` as for `compareImages`. */
export function createSummaryCollector(hasLabels: boolean): SummaryCollector {
  const counts: Record<DifferenceKind, number> = {
    'only-in-a': 0,
    'only-in-b': 0,
    failure: 0,
    label: 0,
    score: 0,
    boxes: 0,
    'box-labels': 0,
  };
  const images = { compared: 0, equal: 0, labelled: 0, sameLabel: 0 };
  const scores = createSpreadCollector();
  const boxes = createBoxCounter();
  const transitions = createTransitionCounter();
  return {
    addUnpaired: (kind) => counts[kind]++,
    add(a, b, image) {
      images.compared++;
      if (image.differences.length === 0) images.equal++;
      for (const kind of image.differences) counts[kind]++;
      if (image.scoreDifference !== null) scores.add(image.scoreDifference);
      if (image.boxes !== null) boxes.add(a, b, image.boxes);
      if (!hasLabels || a.failed !== b.failed || (a.label === null && b.label === null)) return;
      images.labelled++;
      if (isSameLabel(a.label, b.label)) images.sameLabel++;
      else transitions.add(a.label, b.label);
    },
    *read() {
      const changed = transitions.read();
      yield;
      const score = scores.read();
      yield;
      const ofBoxes = yield* boxes.read();
      return {
        compared: images.compared,
        equal: images.equal,
        counts: { ...counts },
        imageAgreement: percent(images.equal, images.compared),
        labelAgreement: percent(images.sameLabel, images.labelled),
        transitions: changed,
        score,
        ...ofBoxes,
      };
    },
  };
}

function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : (100 * part) / whole;
}

function createTransitionCounter() {
  const counts = new Map<string | null, Map<string | null, number>>();
  return {
    add(from: string | null, to: string | null) {
      const row = counts.get(from) ?? new Map<string | null, number>();
      counts.set(from, row.set(to, (row.get(to) ?? 0) + 1));
    },
    read(): readonly LabelTransition[] {
      const list = [...counts].flatMap(([from, row]) => [...row].map(([to, count]) => ({ from, to, count })));
      return list.sort((one, other) => other.count - one.count);
    },
  };
}

function createBoxCounter() {
  const categories = new Map<string, { matched: number; onlyInA: number; onlyInB: number }>();
  const conf = createSpreadCollector();
  const bbox = createSpreadCollector();
  const countsOf = (category: string) => {
    const known = categories.get(category);
    if (known !== undefined) return known;
    const counts = { matched: 0, onlyInA: 0, onlyInB: 0 };
    categories.set(category, counts);
    return counts;
  };
  return {
    add(a: ComparedImage, b: ComparedImage, { matched, onlyInA, onlyInB }: BoxComparison) {
      for (const pair of matched) {
        if (pair.isFaint) continue;
        countsOf(a.detections![pair.a]!.category).matched++;
        conf.add(pair.confDifference);
        bbox.add(pair.bboxDifference);
      }
      for (const index of onlyInA) countsOf(a.detections![index]!.category).onlyInA++;
      for (const index of onlyInB) countsOf(b.detections![index]!.category).onlyInB++;
    },
    *read(): Generator<void, Pick<ComparisonSummary, 'conf' | 'bbox' | 'boxes'>> {
      const list = [...categories].map(([category, counts]) => ({ category, ...counts }));
      list.sort((one, other) => (one.category < other.category ? -1 : 1));
      const confs = conf.read();
      yield;
      return { conf: confs, bbox: bbox.read(), boxes: list };
    },
  };
}
