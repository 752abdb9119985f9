import { useMemo, useState, type ReactNode } from 'react';
import { messages } from '../../messages';
import { useCommands } from '../../shared/commands/use-commands';
import { pathsInOrder, type GalleryList } from '../../shared/gallery/gallery-list';
import { describeImage, type ImageDescription } from '../../shared/images/describe-image';
import { imageAnswerOf, type Answer } from '../../shared/images/image-answer';
import { ReviewLine } from '../../shared/review/review-line';
import { SelectionBar } from '../../shared/review/selection-bar';
import { useReviewing } from '../../shared/review/use-reviewing';
import { useTileSelection, type TileSelection } from '../../shared/review/use-tile-selection';
import type { OpenSurvey } from '../../state/app-state';
import { useActions } from '../../state/app-store';
import { filesOfEvent } from '../../state/event-files';
import { galleryFlow } from './gallery-flow';
import styles from './gallery-review.module.css';
import { drawnActive } from './place-in-list';

export interface GalleryReviewProps {
  readonly open: OpenSurvey;
  readonly list: GalleryList;
  /** The image with the keyboard. */
  readonly active: string | null;
  readonly onActive: (filepath: string) => void;
  readonly children: (selection: TileSelection, groups: GroupActs) => ReactNode;
}

export interface GroupActs {
  /** The group whose header has the keyboard; null = a tile has it. */
  readonly onHeader: (group: number | null) => void;
  /** Confirms what is left of a group. */
  readonly onConfirm: (group: number) => void;
}

const words = messages.review.selection;

/** Choosing images in the gallery, and acting on them: on those that are chosen, else on the one with the keyboard. */
export function GalleryReview({ open, list, active, onActive, children }: GalleryReviewProps) {
  const actions = useActions();
  const { index, question } = list;
  // What belongs together with an image, or is like it, may be among images that are not here yet.
  const isWhole = !question.isPart;
  const { imageOf, images, labels } = open;
  // The paths of a large survey are only gone through when they are asked for.
  const orderOf = useMemo(() => askedOnce(() => pathsInOrder(list)), [list]);
  const selection = useTileSelection(open.survey.id, orderOf);
  const { filepaths } = selection;
  // Keys act on an image that is seen.
  const current = useMemo(() => drawnActive(list, active), [list, active]);
  const chosen = useMemo(
    () => (filepaths.size > 0 ? [...filepaths] : current === null ? [] : [current]),
    [filepaths, current],
  );
  // Thousands may be chosen: they are described again when an image has changed, and not with each key.
  const targets = useMemo(() => describeAll(chosen, imageOf, { images, labels }), [chosen, imageOf, images, labels]);
  const [header, setHeader] = useState<{ readonly of: GalleryList; readonly group: number } | null>(null);
  const goTo = (filepath: string) => {
    setHeader(null);
    onActive(filepath);
  };
  const flow = galleryFlow({ open, list, current, onActive: goTo });
  const onSaid = () => {
    flow.goOn(chosen);
    if (filepaths.size > 0) selection.clear(); // it has been said of them: the next ones are others
  };
  const together =
    filepaths.size > 0 || current === null || !isWhole
      ? null
      : header?.of === list
        ? flow.group(header.group)
        : flow.togetherWith(current);
  const reviewing = useReviewing(targets, { onSaid, together });
  const confirmGroup = (group: number) => {
    const { left, onDone } = flow.group(group);
    void actions.review(left(), { kind: 'confirm' });
    onDone();
  };

  const selectEvents = () =>
    selection.add(chosen.flatMap((filepath) => [...(filesOfEvent(open.events, filepath) ?? [filepath])]));
  const selectAlike = () => {
    const nameOf = ({ kind, labelLine }: Answer) => labelLine ?? kind;
    const names = new Set(targets.map(nameOf));
    const shown = new Set(orderOf());
    selection.add(
      index.images
        .filter((image) => shown.has(image.filepath) && names.has(nameOf(imageAnswerOf(image, index.labels))))
        .map(({ filepath }) => filepath),
    );
  };
  useCommands([
    {
      id: 'select-all',
      label: words.all,
      group: words.group,
      isEnabled: isWhole,
      keys: ['Ctrl+A'],
      run: () => selection.replace(orderOf()),
    },
    {
      id: 'select-event',
      label: words.event,
      group: words.group,
      isEnabled: isWhole,
      keys: ['G'],
      run: selectEvents,
    },
    {
      id: 'select-alike',
      label: words.alike,
      group: words.group,
      isEnabled: isWhole,
      keys: ['Shift+G'],
      run: selectAlike,
    },
    {
      id: 'select-none',
      label: words.clear,
      group: words.group,
      isEnabled: filepaths.size > 0,
      keys: ['Escape'],
      run: selection.clear,
    },
  ]);
  return (
    <div className={styles.area}>
      {children(selection, {
        onHeader: (group) => setHeader(group === null ? null : { of: list, group }),
        onConfirm: confirmGroup,
      })}
      {filepaths.size > 0 && (
        <SelectionBar
          count={filepaths.size}
          commands={reviewing.commands}
          digits={reviewing.digits}
          onLabel={(label) => reviewing.act({ kind: 'label', label })}
          onClear={selection.clear}
        />
      )}
      {reviewing.dialogs}
      <ReviewLine />
    </div>
  );
}

/** Of the survey as `images` shows it: the rows themselves are read by their paths. */
function describeAll(
  filepaths: readonly string[],
  imageOf: OpenSurvey['imageOf'],
  { labels }: Pick<OpenSurvey, 'images' | 'labels'>,
): readonly ImageDescription[] {
  return filepaths.flatMap((filepath) => {
    const image = imageOf(filepath);
    return image === null ? [] : [describeImage(image, labels)];
  });
}

function askedOnce<Answer>(ask: () => Answer): () => Answer {
  let answer: { readonly value: Answer } | null = null;
  return () => (answer ??= { value: ask() }).value;
}
