import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { ownLabelLine, type OwnLabel } from '../../../domain/labels/own-label';
import { messages } from '../../messages';
import { labelMessages } from '../../messages/label-messages';
import { Button } from '../../shared/button';
import { Dialog } from '../../shared/dialog';
import { userLocale } from '../../shared/format/number-format';
import { IconButton } from '../../shared/icon-button';
import { taxonomicPath } from '../../shared/labels/label-choices';
import { OwnLabelForm } from '../../shared/labels/own-label-form';
import textStyles from '../../shared/text.module.css';
import { useActions } from '../../state/app-store';
import styles from './names-panel.module.css';

/** Own labels: added, changed, removed, and offered again. Nothing is lost by removing one. */
export function OwnLabels({ ownLabels }: { readonly ownLabels: readonly OwnLabel[] }) {
  const { settings: words, ownForm } = labelMessages;
  const actions = useActions();
  const list = useRef<HTMLDivElement>(null);
  /** A label, or a new one; null = the dialog is closed. */
  const [editing, setEditing] = useState<OwnLabel | 'new' | null>(null);
  const offered = ownLabels.filter(({ isOffered }) => isOffered).toSorted(byName);
  const removed = ownLabels.filter(({ isOffered }) => !isOffered).toSorted(byName);
  const offer = (id: string, isOffered: boolean) => {
    list.current?.focus(); // the button that was pressed goes
    void actions.offerOwnLabel(id, isOffered);
  };
  return (
    <section className={styles.part} aria-label={words.ownTitle}>
      <div className={styles.head}>
        <h3>{words.ownTitle}</h3>
        <Button size="small" icon={Plus} onClick={() => setEditing('new')}>
          {words.ownAdd}
        </Button>
      </div>
      <p className={textStyles.hint}>{words.ownText}</p>
      <div ref={list} tabIndex={-1} className={styles.lists}>
        {offered.length === 0 && <p className={textStyles.secondary}>{words.ownNone}</p>}
        <ul className={styles.list} aria-label={words.ownTitle} hidden={offered.length === 0}>
          {offered.map((label) => (
            <li key={label.id} className={styles.row}>
              <OwnLabelWords label={label} />
              <IconButton
                icon={Pencil}
                size="small"
                label={words.change(label.name)}
                onClick={() => setEditing(label)}
              />
              <IconButton
                icon={Trash2}
                size="small"
                label={words.remove(label.name)}
                onClick={() => offer(label.id, false)}
              />
            </li>
          ))}
        </ul>
        {removed.length > 0 && (
          <>
            <h4 className={styles.subtitle}>{words.removedTitle}</h4>
            <p className={textStyles.hint}>{words.removedText}</p>
            <ul className={styles.list} aria-label={words.removedTitle}>
              {removed.map((label) => (
                <li key={label.id} className={styles.row}>
                  <OwnLabelWords label={label} />
                  <Button size="small" aria-label={words.offer(label.name)} onClick={() => offer(label.id, true)}>
                    {words.offerAgain}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {editing !== null && (
        <Dialog
          isOpen
          onClose={() => setEditing(null)}
          title={editing === 'new' ? ownForm.addTitle : ownForm.changeTitle}
        >
          <OwnLabelForm
            initial={editing === 'new' ? { name: '', taxon: '' } : editing}
            editedId={editing === 'new' ? null : editing.id}
            saveLabel={editing === 'new' ? ownForm.add : ownForm.save}
            cancelLabel={messages.common.cancel}
            onSave={(draft) => {
              void (editing === 'new' ? actions.addOwnLabel(draft) : actions.changeOwnLabel(editing.id, draft));
              setEditing(null);
            }}
            onCancel={() => setEditing(null)}
          />
        </Dialog>
      )}
    </section>
  );
}

function OwnLabelWords({ label }: { readonly label: OwnLabel }) {
  return (
    <span className={styles.words}>
      <bdi>{label.name}</bdi>
      <span className={styles.path}>{taxonomicPath(ownLabelLine(label))}</span>
    </span>
  );
}

const byName = (one: OwnLabel, other: OwnLabel) => one.name.localeCompare(other.name, userLocale());
