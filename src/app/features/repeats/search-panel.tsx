import { ScanSearch, X } from 'lucide-react';
import { useState } from 'react';
import { messages } from '../../messages';
import { Button } from '../../shared/button';
import { ProgressBar } from '../../shared/progress-bar';
import text from '../../shared/text.module.css';
import { DEFAULT_REPEAT_SEARCH, isSameSearch, type RepeatSearchOptions } from '../../state/repeat-search-options';
import type { RepeatsState } from '../../state/repeats-state';
import { draftOf, SearchOptions, searchOf } from './search-options';
import styles from './search-panel.module.css';

export interface SearchPanelProps {
  readonly repeats: RepeatsState;
  /** There is something to search in. */
  readonly canSearch: boolean;
  readonly isUnfolded: boolean;
  readonly onUnfold: (isUnfolded: boolean) => void;
  readonly onSearch: (options: RepeatSearchOptions) => void;
  readonly onCancel: () => void;
}

/** The search: its options, folded, and how far it is. */
export function SearchPanel({ repeats, canSearch, isUnfolded, onUnfold, onSearch, onCancel }: SearchPanelProps) {
  const { repeats: words } = messages;
  const { search, options, stacks } = repeats;
  const [draft, setDraft] = useState(() => draftOf(options));
  const wanted = searchOf(draft);
  const isUsual = wanted !== null && isSameSearch(wanted, DEFAULT_REPEAT_SEARCH);
  return (
    <div className={styles.panel}>
      <details open={isUnfolded} onToggle={(event) => onUnfold(event.currentTarget.open)} className={styles.fold}>
        <summary>
          {words.options.title}
          {!isUsual && <span className={text.quiet}> ({words.options.changed})</span>}
        </summary>
        <SearchOptions draft={draft} onChange={setDraft} />
      </details>
      <div className={styles.line}>
        {search.step === 'searching' ? (
          <>
            <Button icon={X} onClick={onCancel}>
              {words.cancel}
            </Button>
            <div className={styles.progress}>
              <ProgressBar
                label={words.searching}
                done={search.done}
                total={search.total}
                valueText={words.searchedOf(search.done, search.total)}
                isAnnounced
              />
              <span className={text.small}>{words.searchedOf(search.done, search.total)}</span>
            </div>
          </>
        ) : (
          <>
            <Button
              variant={search.step === 'none' ? 'primary' : 'plain'}
              icon={ScanSearch}
              disabled={!canSearch || wanted === null}
              onClick={() => {
                if (wanted !== null) onSearch(wanted);
              }}
            >
              {search.step === 'none' ? words.search : words.searchAgain}
            </Button>
            <p role="status" className={styles.found}>
              {search.step === 'done' && words.found(stacks.length, search.images)}
            </p>
          </>
        )}
      </div>
    </div>
  );
}
