import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { messages } from '../../messages';
import type { ScoreFormat } from '../../shared/format/format-score';
import type { ImageDescription } from '../../shared/images/describe-image';
import { ImageTile } from '../../shared/images/image-tile';
import { imageInWords } from '../../shared/images/image-words';
import type { LoadPreview } from '../../shared/images/use-preview';
import { PHONE, useMediaQuery } from '../../shared/use-media-query';
import { useElementSize } from '../../shared/use-element-size';
import { useRangeWith } from '../../shared/use-range-with';
import { layoutGrid, moveInGrid } from './grid-layout';
import styles from './image-grid.module.css';

export interface ImageGridProps {
  readonly images: readonly ImageDescription[];
  /** The image that has the keyboard; another one when it is not in the list. */
  readonly active: string | null;
  /** Changes with filter and order: another list begins at its active image, or at its top. */
  readonly listKey: string;
  readonly scoresAs: ScoreFormat;
  readonly thumbnailSize: number;
  readonly loadPreview: LoadPreview;
  readonly onActive: (filepath: string) => void;
  readonly onOpen: (filepath: string) => void;
}

/** One tab stop; arrows move; only the rows on the screen and the active one are in the document. */
export function ImageGrid(props: ImageGridProps) {
  const { images, active, listKey, scoresAs, thumbnailSize, loadPreview, onActive, onOpen } = props;
  const isPhone = useMediaQuery(PHONE);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [measure, size] = useElementSize<HTMLDivElement>();
  const { columns, rowHeight, rowCount } = layoutGrid(size?.width ?? 0, thumbnailSize, images.length, isPhone);
  const activeIndex = Math.max(
    0,
    images.findIndex(({ filepath }) => filepath === active),
  );
  const activeRow = Math.floor(activeIndex / columns);
  const withActiveRow = useRangeWith(activeRow);
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer answers anew on each render; nothing of it is passed on
  const virtualizer = useVirtualizer({
    count: size === null ? 0 : rowCount,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    overscan: 2,
    paddingStart: 12,
    paddingEnd: 12,
    scrollPaddingStart: 12,
    scrollPaddingEnd: 12,
    rangeExtractor: withActiveRow,
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  useStartAtActive(size !== null && scroller !== null ? listKey : null, () =>
    virtualizer.scrollToIndex(activeRow, { align: 'center' }),
  );

  const wantsFocus = useRef(false);
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    virtualizer.scrollToIndex(activeRow, { align: 'auto' });
    scroller?.querySelector<HTMLElement>(`[data-index="${activeIndex}"]`)?.focus({ preventScroll: true });
  }, [activeIndex, activeRow, scroller, virtualizer]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const current = images[activeIndex];
    if (current !== undefined && (event.key === 'Enter' || event.code === 'KeyO')) {
      event.preventDefault();
      onOpen(current.filepath);
      return;
    }
    const rowsPerPage = Math.floor((scroller?.clientHeight ?? 0) / rowHeight);
    const isRightToLeft = scroller !== null && getComputedStyle(scroller).direction === 'rtl';
    const next = moveInGrid(event.key, activeIndex, { columns, count: images.length, rowsPerPage }, isRightToLeft);
    const target = next === null ? undefined : images[next];
    if (target === undefined) return;
    event.preventDefault();
    if (next === activeIndex) return;
    wantsFocus.current = true;
    onActive(target.filepath);
  };

  return (
    <div
      ref={setScroller}
      className={styles.scroller}
      role="grid"
      aria-label={messages.gallery.grid}
      aria-rowcount={rowCount}
      aria-colcount={columns}
      onKeyDown={onKeyDown}
    >
      <div ref={measure} className={styles.content} style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((row) => (
          <div
            key={row.key}
            role="row"
            aria-rowindex={row.index + 1}
            className={styles.row}
            style={{
              transform: `translateY(${row.start}px)`,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            }}
          >
            {images.slice(row.index * columns, (row.index + 1) * columns).map((description, column) => {
              const index = row.index * columns + column;
              return (
                <div
                  key={description.filepath}
                  role="gridcell"
                  aria-colindex={column + 1}
                  aria-label={imageInWords(description, scoresAs)}
                  data-index={index}
                  tabIndex={index === activeIndex ? 0 : -1}
                  className={styles.cell}
                  onFocus={() => {
                    if (index !== activeIndex) onActive(description.filepath);
                  }}
                  onClick={() => {
                    onActive(description.filepath);
                    onOpen(description.filepath);
                  }}
                >
                  <ImageTile description={description} loadPreview={loadPreview} scoresAs={scoresAs} />
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Once for each list, when the grid has its size: coming back from an image lands where the person was. */
function useStartAtActive(listKey: string | null, scroll: () => void): void {
  const startedAt = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (listKey === null || startedAt.current === listKey) return;
    startedAt.current = listKey;
    scroll();
  });
}
