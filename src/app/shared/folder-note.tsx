import { FolderLock, Unplug } from 'lucide-react';
import { messages } from '../messages';
import type { FolderState } from '../state/app-state';
import { BarNote } from './bar-note';
import { Button } from './button';

export interface FolderNoteProps {
  readonly folder: FolderState;
  readonly onReconnect: () => void;
}

/** Says that the photos are out of reach, and brings them back. Nothing while they are there. */
export function FolderNote({ folder, onReconnect }: FolderNoteProps) {
  if (folder.step === 'connected') return null;
  const { gallery } = messages;
  const isAsking = folder.step === 'permission-needed';
  return (
    <BarNote
      tone="warn"
      icon={isAsking ? FolderLock : Unplug}
      action={
        <Button size="small" onClick={onReconnect}>
          {isAsking ? gallery.allowReading : gallery.connectFolder}
        </Button>
      }
    >
      {isAsking ? gallery.permissionNeeded(folder.name) : gallery.disconnected(folder.name)}
    </BarNote>
  );
}
