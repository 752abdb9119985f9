import { messages } from '../../messages';
import { classNames } from '../../shared/class-names';
import type { ScoreFormat } from '../../shared/format/format-score';
import { cropsOf } from '../../shared/gallery/gallery-items';
import type { GalleryList } from '../../shared/gallery/gallery-list';
import { CropTile, cropInWords } from '../../shared/images/crop-tile';
import type { ImageFilter } from '../../shared/images/image-filter';
import { ImageTile } from '../../shared/images/image-tile';
import { imageInWords } from '../../shared/images/image-words';
import type { BoxMarking } from '../../shared/images/photo-cell';
import type { LoadPreview } from '../../shared/images/use-preview';
import { SelectMark } from '../../shared/review/select-mark';
import type { TileSelection } from '../../shared/review/use-tile-selection';
import { EventHead } from './event-head';
import styles from './gallery-row.module.css';
import { GroupHeader } from './group-header';
import { onlyGroup } from './group-of';
import type { ListRow } from './list-layout';
import type { ListFocus } from './move-in-list';

export interface GalleryRowProps {
  readonly list: GalleryList;
  readonly row: ListRow;
  readonly columns: number;
  readonly focus: ListFocus;
  readonly scoresAs: ScoreFormat;
  readonly thumbnailSize: number;
  readonly loadPreview: LoadPreview;
  readonly selection: TileSelection;
  readonly onFocus: (focus: ListFocus) => void;
  readonly onOpen: (filepath: string) => void;
  readonly onToggle: (group: number) => void;
  readonly onOnly: (part: Partial<ImageFilter>) => void;
  readonly onConfirm: (group: number) => void;
}

/** A header, a row of tiles, or an event with its frames. */
export function GalleryRow(props: GalleryRowProps) {
  const { list, row, columns, focus, selection, onFocus, onToggle, onOnly } = props;
  if (row.kind === 'header') {
    return (
      <GroupHeader
        list={list}
        group={row.group}
        columns={columns}
        isOpen={row.isOpen}
        hasFocus={focus.at === 'header' && focus.group === row.group}
        onFocus={() => onFocus({ at: 'header', group: row.group })}
        onToggle={() => onToggle(row.group)}
        onSelect={(filepaths) => selection.add(filepaths)}
        onOnly={onOnly}
        onConfirm={() => props.onConfirm(row.group)}
      />
    );
  }
  const tiles = Array.from({ length: row.end - row.first }, (_, number) => row.first + number);
  const hasFocus = focus.at === 'tile' && focus.tile >= row.first && focus.tile < row.end;
  return (
    <>
      {row.kind === 'event' && <EventHead list={list} row={row.row} hasFocus={hasFocus} onOnly={onOnly} />}
      <div
        role="presentation"
        className={styles.tiles}
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      >
        {tiles.map((tile, column) => (
          <Tile key={tile} {...props} tile={tile} column={column} />
        ))}
        {row.kind === 'event' && row.more > 0 && (
          <More list={list} row={row.row} more={row.more} column={tiles.length} hasFocus={hasFocus} onOnly={onOnly} />
        )}
      </div>
    </>
  );
}

/** From this size on a name fits beside a box. */
const NAMES_FROM = 216;

function marksAt(thumbnailSize: number): BoxMarking {
  return thumbnailSize >= NAMES_FROM ? 'names' : 'shapes';
}

interface TileProps extends GalleryRowProps {
  readonly tile: number;
  readonly column: number;
}

function Tile(props: TileProps) {
  const { list, tile, column, focus, scoresAs, thumbnailSize, loadPreview, selection, onFocus, onOpen } = props;
  const { index, items } = list;
  const description = index.images[items.images[tile]!]!;
  const box = items.boxes?.[tile] ?? null;
  const hasFocus = focus.at === 'tile' && focus.tile === tile;
  const { filepath } = description;
  const isSelected = selection.filepaths.has(filepath);
  return (
    <div
      role="gridcell"
      aria-colindex={column + 1}
      aria-selected={isSelected}
      data-path={filepath}
      aria-label={box === null ? imageInWords(description, scoresAs) : cropWords(list, tile, box, scoresAs)}
      data-stop={`t${tile}`}
      tabIndex={hasFocus ? 0 : -1}
      className={classNames(styles.cell, isSelected && styles.selected)}
      onFocus={() => onFocus({ at: 'tile', tile })}
      onClick={(event) => {
        onFocus({ at: 'tile', tile });
        if (!selection.onClick(event, filepath)) onOpen(filepath);
      }}
      {...selection.longPress(filepath)}
    >
      <SelectMark isSelected={isSelected} onToggle={() => selection.toggle(filepath)} />
      {box === null ? (
        <ImageTile
          description={description}
          loadPreview={loadPreview}
          scoresAs={scoresAs}
          marks={marksAt(thumbnailSize)}
        />
      ) : (
        <CropTile description={description} box={box} loadPreview={loadPreview} scoresAs={scoresAs} />
      )}
    </div>
  );
}

function cropWords({ index, items }: GalleryList, tile: number, box: number, scoresAs: ScoreFormat): string {
  const description = index.images[items.images[tile]!]!;
  const crops = cropsOf(description);
  return cropInWords(description, box, { number: crops.indexOf(box) + 1, of: crops.length }, scoresAs);
}

interface MoreProps extends Pick<GalleryRowProps, 'list' | 'onOnly'> {
  readonly row: number;
  readonly more: number;
  readonly column: number;
  readonly hasFocus: boolean;
}

/** Frames that have no room in the row of their event. */
function More({ list, row, more, column, hasFocus, onOnly }: MoreProps) {
  const only = onlyGroup(list.index, 'event', list.items.rows![row]!.event);
  return (
    <div role="gridcell" aria-colindex={column + 1} className={styles.moreCell}>
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
