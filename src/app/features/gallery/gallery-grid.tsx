import { useVirtualizer, type Range } from '@tanstack/react-virtual';
import { defaultRangeExtractor } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { messages } from '../../messages';
import { classNames } from '../../shared/class-names';
import type { ScoreFormat } from '../../shared/format/format-score';
import type { GalleryList } from '../../shared/gallery/gallery-list';
import type { ImageFilter } from '../../shared/images/image-filter';
import type { LoadPreview } from '../../shared/images/use-preview';
import type { TileSelection } from '../../shared/review/use-tile-selection';
import { useElementSize } from '../../shared/use-element-size';
import { PHONE, useMediaQuery } from '../../shared/use-media-query';
import styles from './gallery-grid.module.css';
import { GalleryRow } from './gallery-row';
import { groupKey } from './group-of';
import { fitTiles, HEADER_HEIGHT, layOutList } from './list-layout';
import { drawnFocus, moveInList, placeOf, type ListFocus } from './move-in-list';
import { firstTileOf, rowOnTop } from './place-in-list';
import { useGalleryLasso } from './use-gallery-lasso';
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
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer answers anew on each render; nothing of it is passed on
  const virtualizer = useVirtualizer({
    count: size === null ? 0 : layout.count,
    getScrollElement: () => scroller,
    estimateSize: layout.heightOf,
    overscan: 2,
    paddingStart: paddingTop,
    paddingEnd: PADDING,
    scrollPaddingStart: items.grouping === null ? PADDING : HEADER_HEIGHT,
    scrollPaddingEnd: PADDING,
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

  const wantsFocus = useRef(false);
  const focusKey = focus.at === 'tile' ? `t${focus.tile}` : `h${focus.group}`;
  useLayoutEffect(() => {
    // An act on the image with the keyboard goes on to the next one: the keyboard goes along.
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const isLeftBehind =
      focused?.dataset['stop'] !== undefined &&
      focused.dataset['stop'] !== focusKey &&
      scroller?.contains(focused) === true;
    if (!wantsFocus.current && !isLeftBehind) return;
    wantsFocus.current = false;
    virtualizer.scrollToIndex(focusRow, { align: 'auto' });
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
    const rowsPerPage = Math.floor((scroller?.clientHeight ?? 0) / height);
    return moveInList(key, focus, layout, { rowsPerPage, isRightToLeft: isRightToLeft(scroller) });
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
        if (next?.at !== 'tile') return;
        wantsFocus.current = true;
        moveTo(next);
        return;
      }
    }
    const act = (): boolean => {
      if (key === '+' || key === '=' || key === '-') onSize(key === '-' ? -1 : 1);
      else if (focus.at === 'header' && isToggle(key, layout.rowAt(focusRow), isRightToLeft(scroller))) {
        wantsFocus.current = true;
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
    if (isSameFocus(next, focus)) return;
    wantsFocus.current = true;
    moveTo(next);
  };

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
      onScroll={(event) => trackTop(event.currentTarget.scrollTop)}
    >
      <div ref={measure} className={styles.content} style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ key, index: row, start }) => (
          <div
            key={key}
            role="row"
            aria-rowindex={row + 1}
            className={classNames(styles.row, row === sticky && styles.sticky)}
            style={row === sticky ? undefined : { transform: `translateY(${start}px)` }}
          >
            <GalleryRow
              list={list}
              row={layout.rowAt(row)}
              columns={layout.columns}
              focus={focus}
              scoresAs={scoresAs}
              thumbnailSize={thumbnailSize}
              loadPreview={loadPreview}
              selection={selection}
              onFocus={(next) => {
                if (!isSameFocus(next, focus)) moveTo(next);
              }}
              onOpen={onOpen}
              onToggle={toggle}
              onOnly={onOnly}
              onConfirm={props.onConfirm}
            />
          </div>
        ))}
        {lasso !== null && <div className={styles.lasso} style={lasso} />}
      </div>
    </div>
  );
}

function stickyHeader(firstRow: number | null, layout: ReturnType<typeof layOutList>): number | null {
  return firstRow === null || firstRow >= layout.count ? null : layout.headerOf(firstRow);
}

interface Chosen {
  readonly of: GalleryList;
  readonly focus: ListFocus;
  /** The active image by then. */
  readonly active: string | null;
}

/** A tile that was gone to is kept while its image is the active one: an image may have several. A header, until another image is. */
function isChosenStill({ focus, active: then }: Chosen, { index, items }: GalleryList, active: string | null): boolean {
  if (focus.at === 'header') return focus.group < items.groups.length && active === then;
  const image = items.images[focus.tile];
  return image !== undefined && index.images[image]!.filepath === active;
}

function isSameFocus(one: ListFocus, other: ListFocus): boolean {
  if (one.at === 'tile') return other.at === 'tile' && one.tile === other.tile;
  return other.at === 'header' && one.group === other.group;
}

/** Enter and Space turn a group over; the arrows open it or close it. */
function isToggle(
  key: string,
  row: { readonly kind: string; readonly isOpen?: boolean },
  isMirrored: boolean,
): boolean {
  if (key === 'Enter' || key === ' ') return true;
  const [opens, closes] = isMirrored ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  return (key === opens && row.isOpen === false) || (key === closes && row.isOpen === true);
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
