import { useVirtualizer, type Range } from '@tanstack/react-virtual';
import { defaultRangeExtractor } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { messages } from '../../messages';
import type { ScoreFormat } from '../../shared/format/format-score';
import type { GalleryList } from '../../shared/gallery/gallery-list';
import type { ImageFilter } from '../../shared/images/image-filter';
import type { LoadPreview } from '../../shared/images/use-preview';
import type { TileSelection } from '../../shared/review/use-tile-selection';
import { useElementSize } from '../../shared/use-element-size';
import { PHONE, useMediaQuery } from '../../shared/use-media-query';
import { useStableActs } from '../../shared/use-stable-acts';
import { isChosenStill, isSameFocus, isToggle, type Chosen } from './chosen-focus';
import styles from './gallery-grid.module.css';
import { GalleryRow, type RowActs } from './gallery-row';
import { groupKey } from './group-of';
import { fitTiles, HEADER_HEIGHT, layOutList } from './list-layout';
import { drawnFocus, moveInList, placeOf, type ListFocus } from './move-in-list';
import { firstTileOf, rowOnTop } from './place-in-list';
import { useGalleryLasso } from './use-gallery-lasso';
import { useShowRow } from './use-show-row';
import { useTopImage } from './use-top-image';

export interface GalleryGridProps {
  readonly list: GalleryList;
  /** The image that has the keyboard; another one when it is not in the list. */
  readonly active: string | null;
  /** The first image on the screen; null = where the active one is. */
  readonly top: string | null;
  /** Changes with filter and order: another list begins at its top or active image. */
  readonly listKey: string;
  /** Keys of the groups that are closed. */
  readonly closed: readonly string[];
  readonly scoresAs: ScoreFormat;
  readonly thumbnailSize: number;
  readonly loadPreview: LoadPreview;
  readonly selection: TileSelection;
  readonly onActive: (filepath: string) => void;
  readonly onTop: (filepath: string | null) => void;
  readonly onOpen: (filepath: string) => void;
  readonly onClosed: (keys: readonly string[]) => void;
  /** The group whose header has the keyboard; null = a tile has it. */
  readonly onHeader: (group: number | null) => void;
  /** Confirms what is left of a group. */
  readonly onConfirm: (group: number) => void;
  readonly onOnly: (part: Partial<ImageFilter>) => void;
  readonly onSize: (step: 1 | -1) => void;
}

const PADDING = 12;

/** One tab stop; arrows move; only the rows on the screen, their header and the active one are in the document. */
export function GalleryGrid(props: GalleryGridProps) {
  const { list, active, top, listKey, closed, scoresAs, thumbnailSize, loadPreview, selection } = props;
  const { onActive, onTop, onOpen, onClosed, onOnly, onSize } = props;
  const { index, items } = list;
  const isPhone = useMediaQuery(PHONE);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [measure, size] = useElementSize<HTMLDivElement>();
  const width = size?.width ?? 0;
  const layout = useMemo(() => {
    const { grouping, groups } = items;
    const keys = new Set(closed);
    const isClosed = (group: number) =>
      keys.size > 0 && grouping !== null && keys.has(groupKey(index, grouping, groups[group]!.value));
    return layOutList(items, fitTiles(width, thumbnailSize, isPhone), isClosed);
  }, [items, index, closed, width, thumbnailSize, isPhone]);

  const [chosen, setChosen] = useState<Chosen | null>(null);
  const activeTile = useMemo(() => firstTileOf(list, active), [list, active]);
  const wanted: ListFocus =
    chosen?.of === list && isChosenStill(chosen, list, active) ? chosen.focus : { at: 'tile', tile: activeTile };
  const focus = layout.count === 0 ? wanted : drawnFocus(wanted, layout);
  const focusRow = layout.count === 0 ? 0 : placeOf(focus, layout).row;

  const rowsToDraw = useCallback(
    (range: Range) => {
      const header = range.count === 0 ? null : layout.headerOf(Math.min(range.startIndex, layout.count - 1));
      const rows = new Set([...defaultRangeExtractor(range), focusRow, ...(header === null ? [] : [header])]);
      return [...rows].filter((row) => row < range.count).sort((a, b) => a - b);
    },
    [focusRow, layout],
  );
  const paddingTop = items.grouping === null ? PADDING : 0;
  const edges = { above: items.grouping === null ? PADDING : HEADER_HEIGHT, below: PADDING };
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer answers anew on each render; nothing of it is passed on
  const virtualizer = useVirtualizer({
    count: size === null ? 0 : layout.count,
    getScrollElement: () => scroller,
    estimateSize: layout.heightOf,
    overscan: 2,
    paddingStart: paddingTop,
    paddingEnd: PADDING,
    scrollPaddingStart: edges.above,
    scrollPaddingEnd: edges.below,
    rangeExtractor: rowsToDraw,
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, layout]);

  const startTile = useMemo(() => (top === null ? -1 : firstTileOf(list, top, -1)), [list, top]);
  useStart(size !== null && scroller !== null ? listKey : null, () => {
    if (startTile === -1) virtualizer.scrollToIndex(focusRow, { align: 'center' });
    else virtualizer.scrollToIndex(layout.rowOfTile(startTile), { align: 'start' });
  });
  const trackTop = useTopImage((scrollTop) => {
    const tile = rowOnTop(
      layout,
      virtualizer.getVirtualItems(),
      scrollTop + (items.grouping === null ? 0 : HEADER_HEIGHT),
    );
    onTop(tile === null || scrollTop <= paddingTop ? null : index.images[items.images[tile]!]!.filepath);
  });

  const { showRow, onScrolled } = useShowRow(scroller, virtualizer, edges);
  /** `shown` = its row is in view already. */
  const wantsFocus = useRef<'no' | 'yes' | 'shown'>('no');
  const focusKey = focus.at === 'tile' ? `t${focus.tile}` : `h${focus.group}`;
  useLayoutEffect(() => {
    // An act on the image with the keyboard goes on to the next one: the keyboard goes along.
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const isLeftBehind =
      focused?.dataset['stop'] !== undefined &&
      focused.dataset['stop'] !== focusKey &&
      scroller?.contains(focused) === true;
    if (wantsFocus.current === 'no' && !isLeftBehind) return;
    if (wantsFocus.current !== 'shown') virtualizer.scrollToIndex(focusRow, { align: 'auto' });
    wantsFocus.current = 'no';
    scroller?.querySelector<HTMLElement>(`[data-stop="${focusKey}"]`)?.focus({ preventScroll: true });
  }, [focusKey, focusRow, scroller, virtualizer]);

  const pathOf = (tile: number) => index.images[items.images[tile]!]!.filepath;
  const moveTo = (next: ListFocus) => {
    const filepath = next.at === 'tile' ? pathOf(next.tile) : active;
    setChosen({ of: list, focus: next, active: filepath });
    props.onHeader(next.at === 'header' ? next.group : null);
    if (next.at === 'tile') onActive(pathOf(next.tile));
  };
  const toggle = (group: number) => {
    if (items.grouping === null) return;
    const key = groupKey(index, items.grouping, items.groups[group]!.value);
    setChosen({ of: list, focus: { at: 'header', group }, active });
    props.onHeader(group);
    onClosed(closed.includes(key) ? closed.filter((other) => other !== key) : [...closed, key]);
  };

  const nextFocus = (key: string): ListFocus | null => {
    const height = layout.count === 0 ? 1 : layout.heightOf(focusRow);
    const rowsPerPage = Math.floor((virtualizer.scrollRect?.height ?? 0) / height);
    // Only where it matters: the answer makes the browser work.
    const isSideways = key === 'ArrowLeft' || key === 'ArrowRight';
    return moveInList(key, focus, layout, { rowsPerPage, isRightToLeft: isSideways && isRightToLeft(scroller) });
  };
  const moveByKey = (next: ListFocus) => {
    showRow(placeOf(next, layout).row);
    wantsFocus.current = 'shown';
    moveTo(next);
  };

  const lasso = useGalleryLasso(scroller, selection);

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, code } = event;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    // Buttons in the list have their own Enter.
    if (!(event.target instanceof HTMLElement) || event.target.dataset['stop'] === undefined) return;
    if (focus.at === 'tile') {
      const next = event.shiftKey ? nextFocus(key) : null;
      if (selection.onKeyDown(event, pathOf(focus.tile), next?.at === 'tile' ? pathOf(next.tile) : null)) {
        event.preventDefault();
        if (next?.at === 'tile') moveByKey(next);
        return;
      }
    }
    const act = (): boolean => {
      if (key === '+' || key === '=' || key === '-') onSize(key === '-' ? -1 : 1);
      else if (focus.at === 'header' && isToggle(key, layout.rowAt(focusRow), isRightToLeft(scroller))) {
        wantsFocus.current = 'yes';
        toggle(focus.group);
      } else if (focus.at === 'tile' && (key === 'Enter' || code === 'KeyO')) {
        onOpen(index.images[items.images[focus.tile]!]!.filepath);
      } else return false;
      return true;
    };
    if (act()) {
      event.preventDefault();
      return;
    }
    const next = nextFocus(key);
    if (next === null) return;
    event.preventDefault();
    if (!isSameFocus(next, focus)) moveByKey(next);
  };

  const goTo = (next: ListFocus) => {
    if (!isSameFocus(next, focus)) moveTo(next);
  };
  const acts: RowActs = useStableActs({
    onTileFocus: ({ currentTarget }) => goTo(focusOf(currentTarget)),
    onTileClick(event) {
      const { currentTarget } = event;
      const filepath = pathIn(currentTarget);
      goTo(focusOf(currentTarget));
      if (!selection.onClick(event, filepath)) onOpen(filepath);
    },
    onTileMark(event) {
      event.stopPropagation(); // the tile is not opened
      selection.toggle(pathIn(event.currentTarget));
    },
    onTileTouch: ({ currentTarget }) => selection.press(pathIn(currentTarget)),
    onTileTouchEnd: selection.release,
    onHeaderFocus: (group) => goTo({ at: 'header', group }),
    onToggle: toggle,
    onSelect: selection.add,
    onOnly,
    onConfirm: props.onConfirm,
  } satisfies RowActs);

  const sticky = stickyHeader(virtualizer.range?.startIndex ?? null, layout);
  return (
    <div
      ref={setScroller}
      className={styles.scroller}
      role="grid"
      aria-label={messages.gallery.grid}
      aria-rowcount={layout.count}
      aria-colcount={layout.columns}
      aria-multiselectable
      onKeyDown={onKeyDown}
      onScroll={(event) => {
        onScrolled();
        trackTop(event.currentTarget.scrollTop);
      }}
    >
      <div ref={measure} className={styles.content} style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ key, index: row, start }) => (
          <GalleryRow
            key={key}
            list={list}
            layout={layout}
            row={row}
            start={row === sticky ? null : start}
            focusedTile={row === focusRow && focus.at === 'tile' ? focus.tile : -1}
            hasHeaderFocus={row === focusRow && focus.at === 'header'}
            chosen={selection.filepaths}
            scoresAs={scoresAs}
            thumbnailSize={thumbnailSize}
            loadPreview={loadPreview}
            acts={acts}
          />
        ))}
        {lasso !== null && <div className={styles.lasso} style={lasso} />}
      </div>
    </div>
  );
}

/** The tile that an element of the list is, or lies in. */
const focusOf = (element: HTMLElement): ListFocus => ({ at: 'tile', tile: Number(element.dataset['stop']!.slice(1)) });
const pathIn = (element: HTMLElement): string => element.closest<HTMLElement>('[data-path]')!.dataset['path']!;

function stickyHeader(firstRow: number | null, layout: ReturnType<typeof layOutList>): number | null {
  return firstRow === null || firstRow >= layout.count ? null : layout.headerOf(firstRow);
}

function isRightToLeft(element: HTMLElement | null): boolean {
  return element !== null && getComputedStyle(element).direction === 'rtl';
}

/** Once for each list, when the grid has its size: coming back from an image lands where the person was. */
function useStart(listKey: string | null, scroll: () => void): void {
  const startedAt = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (listKey === null || startedAt.current === listKey) return;
    startedAt.current = listKey;
    scroll();
  });
}
