import { classNames } from '../class-names';
import styles from './crop-cell.module.css';
import type { CropView } from './crop-view';

export interface CropCellProps {
  /** Width by height of the cell. */
  readonly shape: number;
  /** Null = not known, or nothing to show yet: the cell is empty. */
  readonly view: CropView | null;
  /** The small picture of the whole image; null = not there. */
  readonly previewUrl: string | null;
  /** The crop itself, cut from the photo: it lies over the preview. */
  readonly sharpUrl?: string | null;
}

/** A part of an image in a cell, as large as there is room: the preview is larger than its frame and moved. */
export function CropCell({ shape, view, previewUrl, sharpUrl = null }: CropCellProps) {
  return (
    <div className={styles.cell} style={{ aspectRatio: shape }}>
      {view !== null && (previewUrl !== null || sharpUrl !== null) && (
        <div
          className={classNames(styles.frame, view.ratio >= shape ? styles.wide : styles.tall)}
          style={{ aspectRatio: view.ratio }}
        >
          {previewUrl !== null && (
            <img
              className={styles.photo}
              src={previewUrl}
              alt=""
              decoding="async"
              draggable={false}
              style={placeOf(view)}
            />
          )}
          {sharpUrl !== null && <img className={styles.sharp} src={sharpUrl} alt="" draggable={false} />}
        </div>
      )}
    </div>
  );
}

/** Of the whole picture, so that its part fills the frame. */
function placeOf({ rect: [x, y, width, height] }: CropView) {
  return {
    width: `${100 / width}%`,
    height: `${100 / height}%`,
    left: `${(-100 * x) / width}%`,
    top: `${(-100 * y) / height}%`,
  };
}
