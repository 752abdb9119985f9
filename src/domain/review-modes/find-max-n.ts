/** A box with the label that it counts under. */
export interface LabelledBox {
  readonly label: string;
  /** 0 to 1; negative for a removed repeat, which never counts. */
  readonly conf: number;
}

/** One image of an event with its boxes. */
export interface CountedFrame {
  readonly filepath: string;
  readonly boxes: readonly LabelledBox[];
}

/** The most individuals of one label in any single image. */
export interface MaxN {
  readonly label: string;
  /** 1 or more. */
  readonly count: number;
  /** The image that shows so many; the first of equals. */
  readonly filepath: string;
}

/**
 * MaxN of each label among the images of an event: the highest number of boxes of that label in any single image. It is
 * the least number of individuals that were there, since no animal is twice in one image (Ellis and DeMartini 1995,
 * Fishery Bulletin 93:67, as MAXNO; Cappo et al. 2003 for baited video). Boxes count from `minConf` on, included.
 * Labels are told apart as texts, and come in the order in which the images first show them.
 */
export function findMaxN(frames: readonly CountedFrame[], minConf: number): readonly MaxN[] {
  const best = new Map<string, MaxN>();
  for (const { filepath, boxes } of frames) {
    for (const [label, count] of countLabels(boxes, minConf)) {
      const known = best.get(label);
      if (known === undefined || count > known.count) best.set(label, { label, count, filepath });
    }
  }
  return [...best.values()];
}

function countLabels(boxes: readonly LabelledBox[], minConf: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { label, conf } of boxes) {
    if (conf >= minConf && conf > 0) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return counts;
}
