import { messages } from '../messages';
import { Dialog } from '../shared/dialog';
import { combinationInWords, Keys } from '../shared/keys';
import text from '../shared/text.module.css';
import styles from './keys-dialog.module.css';

export interface KeysDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Every key that does something, by screen. */
export function KeysDialog({ isOpen, onClose }: KeysDialogProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={messages.keys.title} description={messages.keys.intro}>
      <div className={styles.groups}>
        {messages.keys.groups.map(({ title, keys }) => (
          <section key={title}>
            <h3 className={styles.title}>{title}</h3>
            <dl className={styles.list}>
              {keys.map(({ combinations, does }) => (
                <div key={does} className={styles.line}>
                  <dt className={styles.keys}>
                    <span className={text.visuallyHidden}>{combinations.map(combinationInWords).join(', ')}</span>
                    {combinations.map((combination) => (
                      <Keys key={combination} combination={combination} />
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
