import { Combine } from 'lucide-react';
import { useLocation } from 'wouter';
import { mergeMessages } from '../../messages/merge-messages';
import { DropZone } from '../../shared/drop-zone';
import { ErrorNotice } from '../../shared/error-notice';
import { FileButton } from '../../shared/file-button';
import type { MergeView } from '../../state/merge-view';
import { routes } from '../../state/routes';

export interface MergeStartProps {
  readonly view: Extract<MergeView, { step: 'none' | 'refused' | 'applied' }>;
  readonly onFiles: (files: FileList) => void;
  readonly onDismiss: () => void;
}

/** Which file to merge; why the last one was none. */
export function MergeStart({ view, onFiles, onDismiss }: MergeStartProps) {
  const [, navigate] = useLocation();
  const { start } = mergeMessages;
  return (
    <>
      {view.step === 'refused' && (
        <ErrorNotice
          condition={view.condition}
          actions={{ 'open-models': () => navigate(routes.models) }}
          onDismiss={onDismiss}
        />
      )}
      <DropZone
        icon={Combine}
        title={start.title}
        dragTitle={start.dragging}
        text={start.text}
        actions={
          <FileButton
            kind="files"
            variant={view.step === 'applied' ? 'plain' : 'primary'}
            accept=".ndjson,.json"
            onFiles={onFiles}
          >
            {start.choose}
          </FileButton>
        }
      />
    </>
  );
}
