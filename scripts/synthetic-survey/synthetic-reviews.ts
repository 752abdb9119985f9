import type { Inference } from '../../src/domain/inference';
import { emptyReview, observationOf, type ImageReview } from '../../src/domain/review/image-review';
import { BLANK } from '../../src/domain/special-labels';
import { createRandom } from '../../test/synthetic-inferences';

/** When somebody sat down to it. */
const REVIEWED_AT = Date.UTC(2024, 5, 3, 9);

/**
 * What somebody said of a share of these images: mostly that the machine is right, now and then another species; some are flagged,
 * starred or have a note. The same images give the same reviews.
 */
export function syntheticReviews(
  facts: readonly Inference[],
  labels: readonly string[],
  share: number,
): readonly ImageReview[] {
  const [first] = facts;
  if (share === 0 || first === undefined) return [];
  const random = createRandom(seedOf(first.filepath));
  return facts.flatMap(({ filepath, crops }): readonly ImageReview[] => {
    if (random() >= share) return [];
    const said = crops['0']?.classes[0];
    const isChanged = random() < 0.15;
    const other = Math.floor(random() * labels.length);
    const label = isChanged ? labels[other] : said === undefined ? BLANK : labels[said];
    const observation = observationOf(label ?? BLANK, label === BLANK ? null : 1 + Math.floor(random() * 3));
    return [
      {
        ...emptyReview(filepath),
        observations: [observation],
        isFlagged: random() < 0.03,
        isStarred: random() < 0.01,
        note: random() < 0.02 ? 'Look again with the next camera check.' : '',
        by: 'Reviewer',
        at: REVIEWED_AT,
      },
    ];
  });
}

function seedOf(text: string): number {
  let seed = 0;
  for (const character of text) seed = (Math.imul(seed, 31) + character.charCodeAt(0)) >>> 0;
  return seed;
}
