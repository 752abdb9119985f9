import { memo } from 'react';
import { messages } from '../../messages';
import { classNames } from '../../shared/class-names';
import type { ScoreFormat } from '../../shared/format/format-score';
import type { GalleryList } from '../../shared/gallery/gallery-list';
import { describeImage } from '../../shared/images/describe-image';
import type { ImageFilter } from '../../shared/images/image-filter';
import type { BoxMarking } from '../../shared/images/photo-cell';
import type { LoadPreview } from '../../shared/images/use-preview';
import { EventHead } from './event-head';
import type { PlacedEvent } from './flow-events';
import styles from './gallery-row.module.css';
import { GalleryTile, type TileActs } from './gallery-tile';
import { GroupHeader } from './group-header';
import { onlyGroup } from './group-of';
import type { ListLayout } from './list-layout';

/** What people do in the list; the same functions for all rows. */
export interface RowActs extends TileActs {
  readonly onHeaderFocus: (group: number) => void;
  readonly onToggle: (group: number) => void;
  readonly onSelect: (filepaths: readonly string[]) => void;
  readonly onOnly: (part: Partial<ImageFilter>) => void;
  readonly onConfirm: (group: number) => void;
}

export interface GalleryRowProps {
  readonly list: GalleryList;
  readonly layout: ListLayout;
  readonly row: number;
  /** Where it begins, px; null = it stays at the top of what is seen. */
  readonly start: number | null;
  /** What of it has the keyboard; -1 = nothing. */
  readonly focusedTile: number;
  readonly hasHeaderFocus: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly scoresAs: ScoreFormat;
  readonly thumbnailSize: number;
  readonly loadPreview: LoadPreview;
  readonly acts: RowActs;
}

/** A header, a row of tiles, or events with their frames; drawn again only when something of it changes. */
export const GalleryRow = memo(function GalleryRow(props: GalleryRowProps) {
  const { row, start } = props;
  return (
    <div
      role="row"
      aria-rowindex={row + 1}
      className={classNames(styles.row, start === null && styles.sticky)}
      style={start === null ? undefined : { transform: `translateY(${start}px)` }}
    >
      <RowContent {...props} />
    </div>
  );
});

function RowContent(props: GalleryRowProps) {
  const { list, layout, row, hasHeaderFocus, focusedTile, acts } = props;
  const { columns } = layout;
  const found = layout.rowAt(row);
  if (found.kind === 'header') {
    const { group, isOpen } = found;
    return (
      <GroupHeader
        list={list}
        group={group}
        columns={columns}
        isOpen={isOpen}
        hasFocus={hasHeaderFocus}
        onFocus={() => acts.onHeaderFocus(group)}
        onToggle={() => acts.onToggle(group)}
        onSelect={acts.onSelect}
        onOnly={acts.onOnly}
        onConfirm={() => acts.onConfirm(group)}
      />
    );
  }
  if (found.kind === 'tiles') {
    return (
      <div role="presentation" className={styles.tiles} style={columnsOf(columns)}>
        {tilesOf(props, found.first, found.end, 0)}
      </div>
    );
  }
  return (
    <div role="presentation" className={styles.tiles} style={columnsOf(columns)}>
      {found.events.map((event) => {
        const hasFocus = focusedTile >= event.first && focusedTile < event.end;
        return (
          <div key={event.row} role="presentation" style={{ gridColumn: `span ${event.span}` }}>
            <EventHead list={list} row={event.row} hasFocus={hasFocus} onOnly={acts.onOnly} />
            <div role="presentation" className={styles.tiles} style={columnsOf(event.span)}>
              {tilesOf(props, event.first, event.end, event.column)}
              {event.more > 0 && <More list={list} event={event} hasFocus={hasFocus} onOnly={acts.onOnly} />}
            </div>
          </div>
        );
      })}
    </div>
  );
}

const columnsOf = (columns: number) => ({ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` });

/** The tiles from `first` to before `end`, the first one in this column. */
function tilesOf(props: GalleryRowProps, first: number, end: number, column: number) {
  const { focusedTile, chosen, scoresAs, thumbnailSize, loadPreview, acts } = props;
  const { index, items } = props.list;
  const tiles = [];
  for (let tile = first; tile < end; tile++) {
    const description = describeImage(index.images[items.images[tile]!]!, index.labels);
    tiles.push(
      <GalleryTile
        key={tile}
        description={description}
        box={items.boxes?.[tile] ?? null}
        tile={tile}
        column={column + tile - first}
        hasFocus={tile === focusedTile}
        isSelected={chosen.has(description.filepath)}
        scoresAs={scoresAs}
        marks={marksAt(thumbnailSize)}
        loadPreview={loadPreview}
        acts={acts}
      />,
    );
  }
  return tiles;
}

/** From this size on a name fits beside a box. */
const NAMES_FROM = 216;

function marksAt(thumbnailSize: number): BoxMarking {
  return thumbnailSize >= NAMES_FROM ? 'names' : 'shapes';
}

interface MoreProps extends Pick<GalleryRowProps, 'list'> {
  readonly event: PlacedEvent;
  readonly hasFocus: boolean;
  readonly onOnly: RowActs['onOnly'];
}

/** Frames that have no room in the row of their event. */
function More({ list, event: { row, first, end, more, column }, hasFocus, onOnly }: MoreProps) {
  const only = onlyGroup(list.index, 'event', list.items.rows![row]!.event);
  return (
    <div role="gridcell" aria-colindex={column + end - first + 1} className={styles.moreCell}>
      <button
        type="button"
        className={styles.more}
        tabIndex={hasFocus ? 0 : -1}
        aria-label={messages.galleryList.moreOf(more)}
        onClick={() => {
          if (only !== null) onOnly(only);
        }}
      >
        {messages.galleryList.more(more)}
      </button>
    </div>
  );
}
