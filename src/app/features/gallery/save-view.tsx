import { useState, type SubmitEvent } from 'react';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { Dialog } from '../../shared/dialog';
import { Field, TextInput } from '../../shared/field';

export interface SaveViewProps {
  /** Of the views that are saved already. */
  readonly names: readonly string[];
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}

const FORM = 'save-view';
const LONGEST_NAME = 60;

/** Asks for a name. */
export function SaveView({ names, onSave, onClose }: SaveViewProps) {
  const { galleryViews, common } = messages;
  const [name, setName] = useState('');
  const [isMissing, setMissing] = useState(false);
  const isTaken = names.includes(name.trim());
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() === '') {
      setMissing(true);
      return;
    }
    onSave(name.trim());
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={galleryViews.saveTitle}
      description={galleryViews.saveHint}
      size="small"
      footer={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button variant="primary" type="submit" form={FORM}>
            {isTaken ? galleryViews.replaceAct : galleryViews.saveAct}
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={save}>
        <Field
          label={galleryViews.name}
          hint={isTaken ? galleryViews.nameTaken : undefined}
          error={isMissing && name.trim() === '' ? galleryViews.nameMissing : null}
        >
          <TextInput value={name} maxLength={LONGEST_NAME} autoFocus onChange={({ target }) => setName(target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
