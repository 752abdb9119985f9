import { useState } from 'react';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { Dialog } from '../../shared/dialog';
import { FileButton } from '../../shared/file-button';
import { FileName } from '../../shared/file-name';
import { Note } from '../../shared/note';
import { RadioCards } from '../../shared/radio-cards';
import type { ImportOffer, ImportUse } from '../../state/import-view';
import styles from './offer-dialog.module.css';

export interface OfferDialogProps {
  readonly offer: ImportOffer;
  /** A run goes on: nothing can be added meanwhile. */
  readonly isGoing: boolean;
  readonly onApply: (use: ImportUse) => void;
  readonly onClose: () => void;
  readonly onFiles: (files: FileList) => void;
}

/** What the file is, how much of it fits, and what it can be used for. */
export function OfferDialog({ offer, isGoing, onApply, onClose, onFiles }: OfferDialogProps) {
  const { imports: words } = messages;
  const possible = offer.uses.filter((use) => offer.blocked[use] === undefined);
  const [chosen, setChosen] = useState<ImportUse | null>(possible[0] ?? null);
  const isUseless = offer.matched === 0 && possible.length === 0;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.offered}
      footer={
        chosen === null ? (
          <>
            <FileButton kind="files" onFiles={onFiles}>
              {words.chooseOther}
            </FileButton>
            <Button onClick={onClose}>{messages.common.close}</Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>{messages.common.cancel}</Button>
            <Button variant="primary" disabled={isGoing} onClick={() => onApply(chosen)}>
              {words.apply}
            </Button>
          </>
        )
      }
    >
      <div className={styles.what}>
        <p>
          <FileName name={offer.fileName} />
        </p>
        <p>{words.whatItIs[offer.kind]}</p>
        <Matches offer={offer} />
      </div>
      {isUseless ? <Useless offer={offer} /> : <Uses offer={offer} chosen={chosen} onChange={setChosen} />}
      {isGoing && (
        <Note tone="warn">
          <p>{words.isGoing}</p>
        </Note>
      )}
    </Dialog>
  );
}

function Matches({ offer }: Pick<OfferDialogProps, 'offer'>) {
  const { imports: words } = messages;
  const { kind, matched, count, prefix, unmatched } = offer;
  const others = count - matched - unmatched.length;
  return (
    <>
      <p className={styles.matches}>
        <strong>{words.matches(kind, matched, count)}</strong>
      </p>
      {prefix !== '' && <p className={styles.hint}>{words.prefix(prefix)}</p>}
      {unmatched.length > 0 && (
        <div className={styles.hint}>
          <p>{words.unmatched(kind)}</p>
          <ul className={styles.unmatched}>
            {unmatched.map((name, index) => (
              <li key={index}>
                <FileName name={name} />
              </li>
            ))}
            {others > 0 && <li>{words.more(others)}</li>}
          </ul>
        </div>
      )}
    </>
  );
}

/** Nothing of it fits: then there is nothing to choose either. */
function Useless({ offer: { kind, count, blocked } }: Pick<OfferDialogProps, 'offer'>) {
  const { imports: words } = messages;
  const isSpecies = kind === 'target-species';
  const needsPackage = isSpecies && blocked['target-species'] === 'no-package';
  const text =
    count === 0
      ? words.empty
      : needsPackage
        ? words.blocks['no-package']
        : words.nothingMatches[isSpecies ? 'species' : 'files'];
  return (
    <Note tone="warn">
      <p>{text}</p>
    </Note>
  );
}

interface UsesProps {
  readonly offer: ImportOffer;
  readonly chosen: ImportUse | null;
  readonly onChange: (use: ImportUse) => void;
}

function Uses({ offer: { uses, matched, count, blocked }, chosen, onChange }: UsesProps) {
  const { imports: words } = messages;
  return (
    <RadioCards<ImportUse | ''>
      label={words.use}
      value={chosen ?? ''}
      onChange={(use) => {
        if (use !== '') onChange(use);
      }}
      cards={uses.map((use) => {
        const { title, says } = words.uses[use](matched, count);
        const block = blocked[use];
        return {
          value: use,
          title,
          text: block === undefined ? says : words.blocks[block],
          isDisabled: block !== undefined,
        };
      })}
    />
  );
}
