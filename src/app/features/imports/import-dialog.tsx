import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { Dialog } from '../../shared/dialog';
import { ErrorNotice } from '../../shared/error-notice';
import { FileButton } from '../../shared/file-button';
import { FileName } from '../../shared/file-name';
import type { ImportView } from '../../state/import-view';
import { useActions, useAppState } from '../../state/app-store';
import styles from './import-dialog.module.css';
import { OfferDialog } from './offer-dialog';

/** A file on its way into the open survey: being read, waiting for an answer, refused, or being added. */
export function ImportDialog() {
  const actions = useActions();
  const importing = useAppState((state) => state.importing);
  const isGoing = useAppState(
    ({ open }) => open !== null && ['preparing', 'running', 'paused'].includes(open.run.step),
  );
  const chooseOther = (files: FileList) => void actions.importFiles([...files]);
  if (importing.step === 'none') return null;
  if (importing.step === 'offered') {
    return (
      <OfferDialog
        key={`${importing.offer.kind} ${importing.offer.fileName}`}
        offer={importing.offer}
        isGoing={isGoing}
        onApply={(use) => void actions.applyImport(use)}
        onClose={() => actions.dismissImport()}
        onFiles={chooseOther}
      />
    );
  }
  return <Waiting importing={importing} onClose={() => actions.dismissImport()} onFiles={chooseOther} />;
}

interface WaitingProps {
  readonly importing: Exclude<ImportView, { readonly step: 'none' | 'offered' }>;
  readonly onClose: () => void;
  readonly onFiles: (files: FileList) => void;
}

/** Nothing to answer yet, or nothing to answer at all. What is being added can't be left in the middle. */
function Waiting({ importing, onClose, onFiles }: WaitingProps) {
  const { imports: words } = messages;
  const { step } = importing;
  return (
    <Dialog
      isOpen
      onClose={step === 'applying' ? () => undefined : onClose}
      title={words[step]}
      size="small"
      footer={
        step === 'applying' ? undefined : (
          <>
            {step === 'refused' && (
              <FileButton kind="files" onFiles={onFiles}>
                {words.chooseOther}
              </FileButton>
            )}
            <Button onClick={onClose}>{step === 'refused' ? messages.common.close : messages.common.cancel}</Button>
          </>
        )
      }
    >
      {step === 'refused' ? (
        <ErrorNotice condition={importing.condition} />
      ) : (
        <div className={styles.waiting} role="status">
          <p>
            <FileName name={step === 'reading' ? importing.fileName : importing.offer.fileName} />
          </p>
          <p className={styles.hint}>
            {step === 'reading' ? words.readingText(importing.entries) : words.applyingText}
          </p>
          <div className={styles.moving} />
        </div>
      )}
    </Dialog>
  );
}
