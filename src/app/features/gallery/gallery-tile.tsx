import { memo, type FocusEvent, type MouseEvent, type TouchEvent } from 'react';
import { classNames } from '../../shared/class-names';
import type { ScoreFormat } from '../../shared/format/format-score';
import { cropsOf } from '../../shared/gallery/gallery-items';
import { CropTile, cropInWords } from '../../shared/images/crop-tile';
import type { ImageDescription } from '../../shared/images/describe-image';
import { ImageTile } from '../../shared/images/image-tile';
import { imageInWords } from '../../shared/images/image-words';
import type { BoxMarking } from '../../shared/images/photo-cell';
import type { LoadPreview } from '../../shared/images/use-preview';
import { SelectMark } from '../../shared/review/select-mark';
import styles from './gallery-row.module.css';

/** What people do with a tile: which one, its element says. The same functions for all tiles. */
export interface TileActs {
  readonly onTileFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onTileClick: (event: MouseEvent<HTMLElement>) => void;
  readonly onTileMark: (event: MouseEvent<HTMLElement>) => void;
  readonly onTileTouch: (event: TouchEvent<HTMLElement>) => void;
  readonly onTileTouchEnd: () => void;
}

export interface GalleryTileProps {
  readonly description: ImageDescription;
  /** The animal that is cut out, by its number in `Inference.detections`; null = the whole image. */
  readonly box: number | null;
  readonly tile: number;
  readonly column: number;
  readonly hasFocus: boolean;
  readonly isSelected: boolean;
  readonly scoresAs: ScoreFormat;
  readonly marks: BoxMarking;
  readonly loadPreview: LoadPreview;
  readonly acts: TileActs;
}

/** One image, or one animal of it. Hundreds pass by while somebody scrolls: it is drawn again only when something of it changes. */
export const GalleryTile = memo(function GalleryTile(props: GalleryTileProps) {
  const { description, box, tile, column, hasFocus, isSelected, scoresAs, marks, loadPreview, acts } = props;
  return (
    <div
      role="gridcell"
      aria-colindex={column + 1}
      aria-selected={isSelected}
      data-path={description.filepath}
      aria-label={box === null ? imageInWords(description, scoresAs) : cropWords(description, box, scoresAs)}
      data-stop={`t${tile}`}
      tabIndex={hasFocus ? 0 : -1}
      className={classNames(styles.cell, isSelected && styles.selected)}
      onFocus={acts.onTileFocus}
      onClick={acts.onTileClick}
      onTouchStart={acts.onTileTouch}
      onTouchEnd={acts.onTileTouchEnd}
      onTouchMove={acts.onTileTouchEnd}
    >
      <SelectMark isSelected={isSelected} onToggle={acts.onTileMark} />
      {box === null ? (
        <ImageTile description={description} loadPreview={loadPreview} scoresAs={scoresAs} marks={marks} />
      ) : (
        <CropTile description={description} box={box} loadPreview={loadPreview} scoresAs={scoresAs} />
      )}
    </div>
  );
});

function cropWords(description: ImageDescription, box: number, scoresAs: ScoreFormat): string {
  const crops = cropsOf(description.image);
  return cropInWords(description, box, { number: crops.indexOf(box) + 1, of: crops.length }, scoresAs);
}
