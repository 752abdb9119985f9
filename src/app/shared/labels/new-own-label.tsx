import { useState } from 'react';
import { isOwnLabelId, type OwnLabelDraft } from '../../../domain/labels/own-label';
import { labelMessages } from '../../messages/label-messages';
import { useActions } from '../../state/app-store';
import { OwnLabelForm } from './own-label-form';

export interface NewOwnLabelProps {
  readonly name: string;
  /** A label line: the new one is proposed to lie beside it. */
  readonly near: string | null;
  /** Gets the new label line. */
  readonly onAdded: (label: string) => void;
  readonly onCancel: () => void;
}

/** An own label that is made while one is looked for. */
export function NewOwnLabel({ name, near, onAdded, onCancel }: NewOwnLabelProps) {
  const { ownForm } = labelMessages;
  const actions = useActions();
  const [isSaving, setSaving] = useState(false);
  const add = async (draft: OwnLabelDraft) => {
    setSaving(true);
    const label = await actions.addOwnLabel(draft);
    setSaving(false);
    if (label !== null) onAdded(label);
  };
  return (
    <OwnLabelForm
      initial={{ name, taxon: near === null || isOwnLabelId(near.split(';')[0]!) ? '' : taxonOf(near) }}
      editedId={null}
      saveLabel={ownForm.addAndChoose}
      isSaving={isSaving}
      cancelLabel={ownForm.back}
      onSave={(draft) => void add(draft)}
      onCancel={onCancel}
    />
  );
}

const taxonOf = (label: string) => label.split(';').slice(1, 6).join(';');
