import { useVirtualizer } from '@tanstack/react-virtual';
import { useState } from 'react';
import type { MergeChoice } from '../../../domain/merge-facts';
import { mergeMessages } from '../../messages/merge-messages';
import { FileName } from '../../shared/file-name';
import { Panel } from '../../shared/panel';
import { Segmented } from '../../shared/segmented';
import text from '../../shared/text.module.css';
import { useAppState } from '../../state/app-store';
import { choiceOf, type MergeChoices, type MergeConflict, type MergePlan } from '../../state/merge-view';
import styles from './conflict-list.module.css';
import { conflictWords } from './conflict-words';

export interface ConflictListProps {
  readonly plan: MergePlan;
  readonly choices: MergeChoices;
  readonly onChoose: (filepath: string | null, choice: MergeChoice) => void;
}

/** Each conflict with what differs and whose results stay; the choice for all stands above. */
export function ConflictList({ plan, choices, onChoose }: ConflictListProps) {
  const { conflicts: words } = mergeMessages;
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const { conflicts } = plan;
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer answers anew on each render; nothing of it is passed on
  const virtualizer = useVirtualizer({
    count: conflicts.length,
    getScrollElement: () => scroller,
    estimateSize: () => 72,
    overscan: 4,
  });
  return (
    <Panel title={words.title}>
      <p className={text.secondary}>{words.text}</p>
      <div className={styles.all}>
        <span>{words.all}</span>
        <Choice
          label={words.all}
          choice={choices.single.size === 0 ? choices.all : ''}
          onChoose={(choice) => onChoose(null, choice)}
        />
      </div>
      <div ref={setScroller} className={styles.scroller} role="group" aria-label={words.title} tabIndex={0}>
        <ul className={styles.list} style={{ blockSize: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => (
            <li
              key={index}
              ref={virtualizer.measureElement}
              data-index={index}
              className={styles.item}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={conflicts.length}
              aria-posinset={index + 1}
            >
              <Conflict conflict={conflicts[index]!} plan={plan} choices={choices} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}

interface ConflictProps extends ConflictListProps {
  readonly conflict: MergeConflict;
}

function Conflict({ conflict, plan, choices, onChoose }: ConflictProps) {
  const scoresAs = useAppState((state) => state.preferences.scoresAs);
  const { filepath } = conflict;
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <FileName name={filepath} />
        <span className={text.secondary}>{conflictWords(conflict, plan, scoresAs).join(' · ')}</span>
      </div>
      <Choice
        label={mergeMessages.conflicts.of(filepath)}
        choice={choiceOf(choices, filepath)}
        onChoose={(choice) => onChoose(filepath, choice)}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  /** Empty: the single choices differ. */
  readonly choice: MergeChoice | '';
  readonly onChoose: (choice: MergeChoice) => void;
}

function Choice({ label, choice, onChoose }: ChoiceProps) {
  const { mine, theirs } = mergeMessages.conflicts;
  return (
    <Segmented<MergeChoice | ''>
      label={label}
      size="small"
      value={choice}
      onChange={(next) => {
        if (next !== '') onChoose(next);
      }}
      segments={[
        { value: 'mine', label: mine },
        { value: 'theirs', label: theirs },
      ]}
    />
  );
}
