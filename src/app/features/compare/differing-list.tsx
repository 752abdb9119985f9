import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useState } from 'react';
import { compareMessages } from '../../messages/compare-messages';
import { Panel } from '../../shared/panel';
import text from '../../shared/text.module.css';
import type { OpenSurvey } from '../../state/app-state';
import { useActions, useAppState } from '../../state/app-store';
import type { Comparison } from '../../state/comparison-view';
import { DifferingRow } from './differing-row';
import styles from './differing-list.module.css';

export interface DifferingListProps {
  readonly open: OpenSurvey;
  readonly comparison: Comparison;
}

const ROW = 64;
/** Where the list of each survey was left: coming back from an image lands there. */
const offsets = new Map<string, number>();

/** The images that differ, the largest difference first; only the rows on the screen are in the document. */
export function DifferingList({ open, comparison }: DifferingListProps) {
  const actions = useActions();
  const scoresAs = useAppState((state) => state.preferences.scoresAs);
  const { list: words } = compareMessages;
  const surveyId = open.survey.id;
  const { differing } = comparison.review;
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const loadPreview = useCallback((filepath: string) => actions.previewUrl(surveyId, filepath), [actions, surveyId]);
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer answers anew on each render; nothing of it is passed on
  const virtualizer = useVirtualizer({
    count: differing.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW,
    overscan: 4,
    initialOffset: offsets.get(surveyId) ?? 0,
  });
  return (
    <Panel title={words.title} aside={<span className={text.hint}>{differing.length > 0 && words.order}</span>}>
      {differing.length === 0 ? (
        <p className={text.secondary}>{words.none}</p>
      ) : (
        <div
          ref={setScroller}
          className={styles.scroller}
          role="group"
          aria-label={words.title}
          tabIndex={0}
          onScroll={({ currentTarget }) => offsets.set(surveyId, currentTarget.scrollTop)}
        >
          <ul className={styles.list} style={{ blockSize: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ index, start }) => (
              <li
                key={index}
                className={styles.item}
                style={{ transform: `translateY(${start}px)` }}
                aria-setsize={differing.length}
                aria-posinset={index + 1}
              >
                <DifferingRow
                  surveyId={surveyId}
                  image={differing[index]!}
                  comparison={comparison}
                  scoresAs={scoresAs}
                  loadPreview={loadPreview}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  );
}
