import { useEffect, useState } from 'react';
import { labelMessages } from '../../messages/label-messages';
import { useActions, useAppState } from '../../state/app-store';
import { Dialog } from '../dialog';
import { LabelPickerList } from './label-picker-list';
import { NewOwnLabel } from './new-own-label';
import { labelsOfEvent } from './labels-of-event';
import { useLabelCatalogue } from './use-label-choices';
import { useLabelUse } from './use-label-use';

const NONE: readonly string[] = [];

export interface LabelPickerProps {
  /** The label line that is to be replaced; null = none. */
  readonly current: string | null;
  /** Paths of the images that get the label: what else is in their events is offered first. */
  readonly images?: readonly string[] | undefined;
  /**
   * Gets a label line. Opening and choosing count as nothing by themselves: whoever gives the label to images calls
   * `noteLabelUse`, once for each decision.
   */
  readonly onChoose: (label: string) => void;
  readonly onClose: () => void;
  /** What gets the focus afterwards; false = nothing. */
  readonly finalFocus?: (() => HTMLElement | false) | undefined;
}

/** Any label of the package, or one of the person's own: typed, chosen by a digit, or made on the spot. */
export function LabelPicker({ current, images = NONE, onChoose, onClose, finalFocus }: LabelPickerProps) {
  const { picker, ownForm } = labelMessages;
  const actions = useActions();
  const catalogue = useLabelCatalogue();
  const use = useLabelUse();
  const open = useAppState((state) => state.open);
  // As it was when the picker was opened: the list does not move under the eyes.
  const [inEvent] = useState(() => (open === null ? NONE : labelsOfEvent(open, images)));
  /** The name of an own label in the making; null = one is chosen from those that are there. */
  const [newName, setNewName] = useState<string | null>(null);
  const isMissing = catalogue === null;
  useEffect(() => {
    if (isMissing) void actions.loadLabels();
  }, [actions, isMissing]);

  const choose = (label: string) => {
    onChoose(label);
    onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} finalFocus={finalFocus} title={newName === null ? picker.title : ownForm.addTitle}>
      {catalogue === null ? (
        <p>{picker.noPackage}</p>
      ) : newName === null ? (
        <LabelPickerList
          catalogue={catalogue}
          use={use}
          current={current}
          inEvent={inEvent}
          onChoose={choose}
          onPin={(label, isPinned) => void (isPinned ? actions.pinLabel(label) : actions.unpinLabel(label))}
          onAddOwn={setNewName}
        />
      ) : (
        <NewOwnLabel name={newName} near={current} onAdded={choose} onCancel={() => setNewName(null)} />
      )}
    </Dialog>
  );
}
