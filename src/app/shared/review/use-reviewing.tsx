import { useState, type ReactNode } from 'react';
import type { ReviewDeed } from '../../../domain/review/review-deed';
import { useActions } from '../../state/app-store';
import { useCommands } from '../commands/use-commands';
import type { Command } from '../commands/command';
import type { ImageDescription } from '../images/describe-image';
import { LabelPicker } from '../labels/label-picker';
import { NoteDialog } from './note-dialog';
import { reviewCommands } from './review-commands';
import { useDigitLabels } from './use-digit-labels';
import { useReviewUndo } from './use-review-undo';

export interface Reviewing {
  readonly commands: readonly Command[];
  /** The label of each digit from 1; null = none. */
  readonly digits: readonly (string | null)[];
  readonly act: (deed: ReviewDeed) => void;
  /** Confirms what belongs together; null = nothing does. */
  readonly together: (() => void) | null;
  /** Asks for a label: of the observation with this number, or null = of a further one. */
  readonly chooseLabel: (index: number | null) => void;
  /** To be put anywhere on the screen. */
  readonly dialogs: ReactNode;
}

type Asked =
  | { readonly what: 'label'; readonly index: number | null; readonly opener: Element | null }
  | { readonly what: 'note' }
  | null;

export interface ReviewingOptions {
  /** Hears of an act that settles what is in the images, so that the next one may be shown. */
  readonly onSaid?: (() => void) | undefined;
  /** What belongs together with the images and nobody has reviewed; it is confirmed by one key. */
  readonly together?: Together | null;
}

/** Images that are confirmed together. */
export interface Together {
  readonly label: string;
  /** Those that nobody has reviewed; asked for when they are confirmed. */
  readonly left: () => readonly string[];
  readonly onDone: () => void;
}

/** Acts on images, with their keys and their dialogs. */
export function useReviewing(targets: readonly ImageDescription[], options: ReviewingOptions = {}): Reviewing {
  const { onSaid, together = null } = options;
  const actions = useActions();
  const digits = useDigitLabels();
  const [asked, setAsked] = useState<Asked>(null);
  const act = (deed: ReviewDeed) => {
    const filepaths = targets.map(({ filepath }) => filepath);
    if (filepaths.length === 0) return;
    void actions.review(filepaths, deed);
    if ('label' in deed) digits.noteUse(deed.label);
    if (deed.kind === 'confirm' || deed.kind === 'label') onSaid?.();
  };
  const chooseLabel = (index: number | null) => setAsked({ what: 'label', index, opener: document.activeElement });
  const undo = useReviewUndo();
  const confirmTogether =
    together === null
      ? null
      : () => {
          const left = together.left();
          if (left.length > 0) void actions.review(left, { kind: 'confirm' });
          together.onDone();
        };
  const commands = [
    ...reviewCommands({
      targets,
      act,
      onLabel: () => chooseLabel(0),
      onAdd: () => chooseLabel(null),
      onNote: () => setAsked({ what: 'note' }),
      digits: digits.labels,
      together: together === null || confirmTogether === null ? null : { label: together.label, run: confirmTogether },
    }),
    ...undo,
  ];
  useCommands(commands);
  const close = () => setAsked(null);
  const dialogs = (
    <>
      {asked?.what === 'label' && (
        <LabelPicker
          current={targets.length === 1 ? labelOf(targets[0]!, asked.index) : null}
          images={targets.map(({ filepath }) => filepath)}
          onChoose={(label) => act(deedOf(asked.index, label))}
          onClose={close}
          finalFocus={() => focusAfter(asked.opener)}
        />
      )}
      {asked?.what === 'note' && (
        <NoteDialog
          count={targets.length}
          note={commonNote(targets)}
          onSave={(note) => act({ kind: 'note', note })}
          onClose={close}
        />
      )}
    </>
  );
  return { commands, digits: digits.labels, act, together: confirmTogether, chooseLabel, dialogs };
}

/** What had the focus gets it back; in a grid, the tile that the keyboard has gone on to. Nothing: keys go on working. */
function focusAfter(opener: Element | null): HTMLElement | false {
  const target = opener?.matches('[data-stop]') === true ? document.querySelector('[data-stop][tabindex="0"]') : opener;
  return target instanceof HTMLElement && target !== document.body ? target : false;
}

/** The main thing gets another label; of several, the one that was chosen. */
function deedOf(index: number | null, label: string): ReviewDeed {
  if (index === null) return { kind: 'add', label };
  return index === 0 ? { kind: 'label', label } : { kind: 'relabel', index, label };
}

function labelOf({ review, labelLine }: ImageDescription, index: number | null): string | null {
  if (index === null) return null;
  return review?.observations?.[index]?.label ?? (index === 0 ? labelLine : null);
}

function commonNote(targets: readonly ImageDescription[]): string {
  const notes = new Set(targets.map(({ review }) => review?.note ?? ''));
  return notes.size === 1 ? [...notes][0]! : '';
}
