import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { RepeatVerdict } from '../../../domain/megadetector/repeat-decisions';
import { messages } from '../../messages';
import type { ScoreFormat } from '../../shared/format/format-score';
import type { LoadPreview } from '../../shared/images/use-preview';
import { useElementSize } from '../../shared/use-element-size';
import { useRangeWith } from '../../shared/use-range-with';
import type { FoundStack, RepeatsState } from '../../state/repeats-state';
import { moveInCards } from './move-in-cards';
import { StackCard } from './stack-card';
import styles from './stack-grid.module.css';
import { stackInWords } from './stack-words';

export interface StackGridProps {
  readonly stacks: readonly FoundStack[];
  readonly repeats: RepeatsState;
  readonly activeIndex: number;
  readonly scoresAs: ScoreFormat;
  readonly loadPreview: LoadPreview;
  /** What scrolls, and how much of it is above the grid and over it, px. */
  readonly scroller: HTMLElement | null;
  readonly above: number;
  readonly over: number;
  readonly onActive: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onDecide: (id: string, verdict: RepeatVerdict | null) => void;
}

const LEAST_WIDTH = 280;
const GAP = 8;
/** Above the first row, as in the style sheet, px. */
const PADDING = 8;
/** Text and buttons of a card, px: a first guess, measured when it is drawn. */
const GUESSED_TEXT = 200;

/** One tab stop; arrows move; only the rows on the screen and the active one are in the document. */
export function StackGrid(props: StackGridProps) {
  const { stacks, repeats, activeIndex, scoresAs, loadPreview, scroller, above, over, onActive, onOpen, onDecide } =
    props;
  const grid = useRef<HTMLDivElement>(null);
  const [measure, size] = useElementSize<HTMLDivElement>();
  const width = size?.width ?? 0;
  const columns = Math.max(1, Math.floor((width + GAP) / (LEAST_WIDTH + GAP)));
  const rowCount = Math.ceil(stacks.length / columns);
  const activeRow = Math.floor(activeIndex / columns);
  const withActiveRow = useRangeWith(activeRow);
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer answers anew on each render; nothing of it is passed on
  const virtualizer = useVirtualizer({
    count: size === null ? 0 : rowCount,
    getScrollElement: () => scroller,
    estimateSize: () => (width / columns) * 0.45 + GUESSED_TEXT,
    gap: GAP,
    overscan: 2,
    scrollMargin: above + PADDING,
    scrollPaddingStart: over + GAP,
    scrollPaddingEnd: GAP,
    rangeExtractor: withActiveRow,
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, columns, width]);
  const hadFocus = useFocusOnActive(grid, activeIndex, stacks, () =>
    virtualizer.scrollToIndex(activeRow, { align: 'auto' }),
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const current = stacks[activeIndex];
    if (event.key === 'Enter' && current !== undefined && event.target instanceof HTMLElement) {
      if (event.target.closest('button') !== null) return;
      event.preventDefault();
      onOpen(current.id);
      return;
    }
    const isRightToLeft = grid.current !== null && getComputedStyle(grid.current).direction === 'rtl';
    const next = moveInCards(event.key, activeIndex, { columns, count: stacks.length }, isRightToLeft);
    const target = next === null ? undefined : stacks[next];
    if (target === undefined) return;
    event.preventDefault();
    onActive(target.id);
  };

  return (
    <div
      ref={grid}
      role="grid"
      aria-label={messages.repeats.grid}
      aria-rowcount={rowCount}
      aria-colcount={columns}
      className={styles.grid}
      onKeyDown={onKeyDown}
      onFocus={() => {
        hadFocus.current = true;
      }}
      onBlur={() => {
        // Not told of a card that leaves the list with the focus: React is silent while it changes the document.
        hadFocus.current = false;
      }}
    >
      <div ref={measure} className={styles.content} style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((row) => (
          <div
            key={row.key}
            ref={virtualizer.measureElement}
            data-index={row.index}
            role="row"
            aria-rowindex={row.index + 1}
            className={styles.row}
            style={{
              transform: `translateY(${row.start - above - PADDING}px)`,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            }}
          >
            {stacks.slice(row.index * columns, (row.index + 1) * columns).map((stack, column) => {
              const index = row.index * columns + column;
              return (
                <div
                  key={stack.id}
                  role="gridcell"
                  aria-colindex={column + 1}
                  aria-label={stackInWords(stack, repeats.decided, scoresAs)}
                  data-place={index}
                  tabIndex={index === activeIndex ? 0 : -1}
                  className={styles.cell}
                  onFocus={() => {
                    if (index !== activeIndex) onActive(stack.id);
                  }}
                  onClick={() => onOpen(stack.id)}
                >
                  <StackCard
                    stack={stack}
                    repeats={repeats}
                    scoresAs={scoresAs}
                    loadPreview={loadPreview}
                    onDecide={(verdict) => onDecide(stack.id, verdict)}
                  />
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Keeps the focus on the active card as long as it is in the grid, also when that card moves or the one before it goes. */
function useFocusOnActive(
  grid: RefObject<HTMLDivElement | null>,
  activeIndex: number,
  stacks: readonly FoundStack[],
  scrollThere: () => void,
) {
  const hadFocus = useRef(false);
  const activeId = stacks[activeIndex]?.id;
  useLayoutEffect(() => {
    const focused = document.activeElement;
    const isElsewhere = focused !== null && focused !== document.body && grid.current?.contains(focused) !== true;
    if (!hadFocus.current || isElsewhere || activeId === undefined) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-place="${activeIndex}"]`);
    if (cell == null || cell.contains(focused)) return;
    scrollThere();
    cell.focus({ preventScroll: true });
  });
  return hadFocus;
}
