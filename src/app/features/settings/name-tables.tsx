import { Trash2, Upload } from 'lucide-react';
import { useMemo, useRef } from 'react';
import type { LabelCatalogue } from '../../../domain/labels/label-catalogue';
import { matchNames } from '../../../domain/labels/match-names';
import { labelMessages } from '../../messages/label-messages';
import { Button } from '../../shared/button';
import { ErrorNotice } from '../../shared/error-notice';
import { FileButton } from '../../shared/file-button';
import { RadioCards } from '../../shared/radio-cards';
import textStyles from '../../shared/text.module.css';
import { useActions } from '../../state/app-store';
import type { LabelBook } from '../../state/label-book';
import { NameReport } from './name-report';
import styles from './names-panel.module.css';
import { tableName } from './table-name';

export interface NameTablesProps {
  readonly book: LabelBook;
  readonly catalogue: LabelCatalogue | null;
}

/** No table has this id. */
const PACKAGE = 'package';

/** By which names labels are called: the package's, or those of a table that the person brought. */
export function NameTables({ book, catalogue }: NameTablesProps) {
  const words = labelMessages.settings;
  const actions = useActions();
  const choices = useRef<HTMLDivElement>(null);
  const { nameLists, shownNames, names, reading } = book;
  const shown = nameLists.find(({ id }) => id === shownNames) ?? null;
  const match = useMemo(
    () => (catalogue === null || names.length === 0 ? null : matchNames(names, catalogue.labels)),
    [catalogue, names],
  );
  const remove = (id: string) => {
    choices.current?.focus(); // the button that was pressed goes
    actions.dismissNameReading();
    void actions.removeNames(id);
  };
  return (
    <section className={styles.part} aria-label={words.namesTitle}>
      <div className={styles.head}>
        <h3>{words.namesTitle}</h3>
        <FileButton
          kind="files"
          isSingle
          size="small"
          accept=".csv,.tsv,.txt,text/csv"
          icon={Upload}
          onFiles={(files) => files[0] !== undefined && void actions.readNames(files[0])}
        >
          {words.namesRead}
        </FileButton>
      </div>
      <p className={textStyles.hint}>
        {words.namesText} {words.dropText}
      </p>
      {reading.step === 'refused' && (
        <ErrorNotice condition={reading.condition} onDismiss={() => actions.dismissNameReading()} />
      )}
      <div ref={choices} tabIndex={-1} className={styles.lists}>
        {nameLists.length > 0 && (
          <RadioCards
            label={words.shown}
            value={shownNames ?? PACKAGE}
            onChange={(id) => void actions.showNames(id === PACKAGE ? null : id)}
            cards={[
              { value: PACKAGE, title: words.package, text: words.packageHint },
              ...nameLists.map((entry) => ({
                value: entry.id,
                title: tableName(entry),
                text: words.listHint(entry.count, entry.fileName),
              })),
            ]}
          />
        )}
        <NameReport reading={reading} match={match} isShown={shown !== null} hasPackage={catalogue !== null} />
        {shown !== null && (
          <div>
            <Button size="small" icon={Trash2} onClick={() => remove(shown.id)}>
              {words.removeNames(tableName(shown))}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}
