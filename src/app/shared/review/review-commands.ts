import { ANIMAL, BLANK, HUMAN, UNKNOWN, VEHICLE } from '../../../domain/special-labels';
import type { ReviewDeed } from '../../../domain/review/review-deed';
import { messages } from '../../messages';
import type { Command } from '../commands/command';
import type { ImageDescription } from '../images/describe-image';
import { lineName } from '../images/image-words';

const words = messages.review;
const { acts } = words;

/** Labels that have a key of their own. */
export const MARKS = [
  { id: 'blank', label: BLANK, key: 'B' },
  { id: 'human', label: HUMAN, key: 'P' },
  { id: 'vehicle', label: VEHICLE, key: 'V' },
  { id: 'animal', label: ANIMAL, key: 'A' },
  { id: 'unknown', label: UNKNOWN, key: 'U' },
] as const;

/** Counts that have a key. */
const COUNTS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

export interface ReviewDoing {
  /** The images that are acted on; empty = nothing can be done. */
  readonly targets: readonly ImageDescription[];
  readonly act: (deed: ReviewDeed) => void;
  readonly onLabel: () => void;
  readonly onAdd: () => void;
  readonly onNote: () => void;
  /** The label that each digit from 1 to 9 gives; null = none. */
  readonly digits: readonly (string | null)[];
  /** What belongs together is confirmed together; null = nothing does. */
  readonly together: { readonly label: string; readonly run: () => void } | null;
}

/** Everything that can be said of one image or of many, with its key. */
export function reviewCommands(doing: ReviewDoing): readonly Command[] {
  const { targets, act, onLabel, onAdd, onNote, digits, together } = doing;
  const isEnabled = targets.length > 0;
  const areFlagged = targets.every(({ review }) => review?.isFlagged === true);
  const areStarred = targets.every(({ review }) => review?.isStarred === true);
  const command = (
    id: string,
    label: string,
    keys: readonly string[],
    run: () => void,
    isPossible = true,
  ): Command => ({
    id: `review-${id}`,
    label,
    group: words.group,
    keys,
    run,
    isEnabled: isEnabled && isPossible,
  });
  return [
    command('confirm', acts.confirmLong, ['C'], () => act({ kind: 'confirm' })),
    ...(together === null ? [] : [command('confirm-together', together.label, ['Shift+C'], together.run)]),
    command('label', acts.label, ['L'], onLabel),
    command('add', acts.add, ['Shift+L'], onAdd),
    ...MARKS.map(({ id, label, key }) => command(id, acts.mark(acts[id]), [key], () => act({ kind: 'label', label }))),
    ...digits.flatMap((label, index) =>
      label === null
        ? []
        : [
            command(`digit-${index + 1}`, acts.mark(lineName(label)), [`${index + 1}`], () =>
              act({ kind: 'label', label }),
            ),
          ],
    ),
    command('flag', areFlagged ? acts.unflag : acts.flag, ['F'], () => act({ kind: 'flag', isOn: !areFlagged })),
    command('star', areStarred ? acts.unstar : acts.star, ['S'], () => act({ kind: 'star', isOn: !areStarred })),
    command('note', acts.note, ['N'], onNote),
    ...COUNTS.map((count) =>
      command(`count-${count}`, acts.count(count), [`Shift+${count}`], () =>
        act({ kind: 'details', index: 0, details: { count } }),
      ),
    ),
    command('unreview', acts.unreview, ['Backspace', 'Delete'], () => act({ kind: 'unreview' }), targets.some(isSaid)),
  ];
}

const isSaid = ({ review }: ImageDescription) =>
  review !== null && (review.observations !== null || review.boxes !== null);
