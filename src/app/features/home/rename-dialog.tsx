import { useId, useState } from 'react';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { Dialog } from '../../shared/dialog';
import { Field, TextInput } from '../../shared/field';

export interface RenameDialogProps {
  readonly name: string;
  readonly onClose: () => void;
  readonly onRename: (name: string) => Promise<void>;
}

export function RenameDialog({ name, onClose, onRename }: RenameDialogProps) {
  const [value, setValue] = useState(name);
  const [isSaving, setSaving] = useState(false);
  const formId = useId();
  const trimmed = value.trim();
  const save = async () => {
    if (trimmed === '') return;
    setSaving(true);
    if (trimmed !== name) await onRename(trimmed);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={messages.home.renameTitle(name)}
      footer={
        <>
          <Button onClick={onClose}>{messages.common.cancel}</Button>
          <Button type="submit" form={formId} variant="primary" busyLabel={isSaving ? messages.common.saving : null}>
            {messages.common.save}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label={messages.home.nameLabel} error={trimmed === '' ? messages.home.nameEmpty : null}>
          <TextInput
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
            maxLength={200}
            autoComplete="off"
          />
        </Field>
      </form>
    </Dialog>
  );
}
