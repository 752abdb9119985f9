import { BLANK } from '../special-labels';
import {
  emptyReview,
  observationOf,
  saysNothing,
  type ImageReview,
  type Observation,
  type ReviewBox,
} from './image-review';

/** What can be said of an observation besides its label. */
export type ObservationDetails = Partial<Omit<Observation, 'label'>>;

/** Something that a person does to one image or to many. */
export type ReviewDeed =
  /** What the machine suggests is right. */
  | { readonly kind: 'confirm' }
  /** The main thing in the image is this; further observations and the details of the first stay, where they can. */
  | { readonly kind: 'label'; readonly label: string }
  | { readonly kind: 'add'; readonly label: string }
  | { readonly kind: 'remove'; readonly index: number }
  /** Of the observation with this number, or of the suggested one before anything is said. */
  | { readonly kind: 'details'; readonly index: number; readonly details: ObservationDetails }
  | { readonly kind: 'relabel'; readonly index: number; readonly label: string }
  | { readonly kind: 'boxes'; readonly boxes: readonly ReviewBox[] | null }
  | { readonly kind: 'flag'; readonly isOn: boolean }
  | { readonly kind: 'star'; readonly isOn: boolean }
  | { readonly kind: 'note'; readonly note: string }
  /** Nobody has said what is in the image. Flag, star and note stay. */
  | { readonly kind: 'unreview' };

/** What is done, without what it is done with. */
export type ReviewDeedKind = ReviewDeed['kind'];

/** What is done to these images; several steps may be one act. */
export interface ReviewStep {
  readonly filepaths: readonly string[];
  readonly deed: ReviewDeed;
}

/** An image as a deed finds it. */
export interface ReviewTarget {
  readonly filepath: string;
  readonly review: ImageReview | null;
  /** What the machine says, the main thing first; empty while it says nothing. */
  readonly suggested: readonly Observation[];
}

/** Who does it, and when (milliseconds since 1970). */
export interface Reviewer {
  readonly by: string;
  readonly at: number;
}

/**
 * The review after the deed; null = nothing is said any more. The same object comes back when the deed changes nothing: confirming
 * what is confirmed, or an image for which nothing is suggested.
 */
export function applyDeed(target: ReviewTarget, deed: ReviewDeed, { by, at }: Reviewer): ImageReview | null {
  const before = target.review ?? emptyReview(target.filepath);
  const change = changeOf(before, deed, target.suggested);
  if (change === null) return target.review;
  const after = { ...before, ...change, by, at };
  return saysNothing(after) ? null : after;
}

/** What the deed says anew; null = nothing. */
function changeOf(
  before: ImageReview,
  deed: ReviewDeed,
  suggested: readonly Observation[],
): Partial<ImageReview> | null {
  const standing = before.observations ?? suggested;
  switch (deed.kind) {
    case 'confirm':
      return before.observations !== null || suggested.length === 0 ? null : { observations: suggested };
    case 'label': {
      const [first, ...others] = standing;
      const isSame = first !== undefined && first.label === deed.label;
      if (isSame && before.observations !== null) return null;
      const main = isSame ? first : observationOf(deed.label, countFor(deed.label, first));
      return { observations: deed.label === BLANK ? [main] : [main, ...withoutLabel(others, deed.label)] };
    }
    case 'add': {
      if (standing.some(({ label }) => label === deed.label)) return null;
      const others = standing.filter(({ label }) => label !== BLANK);
      return { observations: [...others, observationOf(deed.label, 1)] };
    }
    case 'remove': {
      const left = standing.filter((_, index) => index !== deed.index);
      if (left.length === standing.length) return null;
      return { observations: left.length === 0 ? null : left };
    }
    case 'details':
      if (deed.index >= standing.length) return null;
      return { observations: standing.map((one, index) => (index === deed.index ? { ...one, ...deed.details } : one)) };
    case 'relabel':
      if (deed.index >= standing.length) return null;
      return {
        observations: standing.map((one, index) => (index === deed.index ? { ...one, label: deed.label } : one)),
      };
    case 'boxes':
      return { boxes: deed.boxes };
    case 'flag':
      return before.isFlagged === deed.isOn ? null : { isFlagged: deed.isOn };
    case 'star':
      return before.isStarred === deed.isOn ? null : { isStarred: deed.isOn };
    case 'note':
      return before.note === deed.note ? null : { note: deed.note };
    case 'unreview':
      return before.observations === null && before.boxes === null ? null : { observations: null, boxes: null };
  }
}

/** Two of what was called a fox are two of what is called a jackal; nothing is there to be counted in an empty image. */
function countFor(label: string, replaced: Observation | undefined): number | null {
  if (label === BLANK) return null;
  return replaced === undefined || replaced.label === BLANK ? 1 : (replaced.count ?? 1);
}

function withoutLabel(observations: readonly Observation[], label: string): readonly Observation[] {
  return observations.filter((observation) => observation.label !== label && observation.label !== BLANK);
}
