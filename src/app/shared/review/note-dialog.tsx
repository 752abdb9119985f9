import { useState } from 'react';
import { messages } from '../../messages';
import { Button } from '../button';
import { Dialog } from '../dialog';
import styles from './review-panel.module.css';

export interface NoteDialogProps {
  /** Images that get the note. */
  readonly count: number;
  /** The note that all of them have; empty when they differ. */
  readonly note: string;
  readonly onSave: (note: string) => void;
  readonly onClose: () => void;
}

/** One note for all images that are acted on. */
export function NoteDialog({ count, note, onSave, onClose }: NoteDialogProps) {
  const [text, setText] = useState(note);
  const save = () => {
    onSave(text.trim());
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={messages.review.notesTitle(count)}
      footer={
        <>
          <Button onClick={onClose}>{messages.common.cancel}</Button>
          <Button variant="primary" shortcut="Ctrl+Enter" onClick={save}>
            {messages.review.saveNote}
          </Button>
        </>
      }
    >
      <textarea
        className={styles.textarea}
        aria-label={messages.review.note}
        rows={4}
        maxLength={4000}
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        }}
      />
    </Dialog>
  );
}
