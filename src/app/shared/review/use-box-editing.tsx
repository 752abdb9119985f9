import { useState, type ReactNode } from 'react';
import type { ReviewDeed } from '../../../domain/review/review-deed';
import type { DetectionCategory } from '../../../domain/detection';
import type { ReviewBox } from '../../../domain/review/image-review';
import { messages } from '../../messages';
import { useActions } from '../../state/app-store';
import { useCommands } from '../commands/use-commands';
import type { ImageDescription } from '../images/describe-image';
import { readLabel, type LabelKind } from '../images/read-label';
import { BoxEditor } from './box-editor';
import { LabelPicker } from '../labels/label-picker';
import { boxesOf } from './reviewed-boxes';

export interface BoxEditing {
  readonly isOn: boolean;
  readonly toggle: () => void;
  /** True when the person's boxes stand in place of the detector's. */
  readonly areOwn: boolean;
  /** The detector's boxes stand again. */
  readonly reset: () => void;
  /** What lies over the photo while boxes are edited; null = nothing. */
  readonly layer: ((size: { readonly width: number; readonly height: number }) => ReactNode) | null;
  readonly dialog: ReactNode;
}

/** Editing the boxes of one image. Each change is an act that can be undone. */
export function useBoxEditing(description: ImageDescription, act: (deed: ReviewDeed) => void): BoxEditing {
  const actions = useActions();
  const [isOn, setOn] = useState(false);
  const [labelled, setLabelled] = useState<number | null>(null);
  const boxes = boxesOf(description.image);
  const change = (next: readonly ReviewBox[]) => act({ kind: 'boxes', boxes: next });
  const toggle = () => setOn(!isOn);
  const canEdit = description.image.inference !== null;
  useCommands([
    {
      id: 'edit-boxes',
      label: isOn ? messages.boxEditor.finish : messages.boxEditor.edit,
      group: messages.review.group,
      keys: ['E'],
      isEnabled: canEdit,
      run: toggle,
    },
  ]);
  const box = labelled === null ? undefined : boxes[labelled];
  return {
    isOn: isOn && canEdit,
    toggle,
    areOwn: description.image.review?.boxes != null,
    reset: () => act({ kind: 'boxes', boxes: null }),
    layer:
      isOn && canEdit
        ? (size) => <BoxEditor boxes={boxes} size={size} onChange={change} onLabel={setLabelled} />
        : null,
    dialog: box !== undefined && labelled !== null && (
      <LabelPicker
        current={box.label}
        onChoose={(label) => {
          change(boxes.with(labelled, { ...box, label, category: categoryOf(label) ?? box.category }));
          void actions.noteLabelUse(label);
        }}
        onClose={() => setLabelled(null)}
      />
    ),
  };
}

const CATEGORIES: Partial<Readonly<Record<LabelKind, DetectionCategory>>> = { animal: '1', human: '2', vehicle: '3' };

const categoryOf = (label: string): DetectionCategory | undefined => CATEGORIES[readLabel(label).kind];
