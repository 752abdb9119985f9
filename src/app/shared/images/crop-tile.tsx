import { messages } from '../../messages';
import { classNames } from '../class-names';
import { formatCaptureTime } from '../format/format-date';
import { formatScore, type ScoreFormat } from '../format/format-score';
import text from '../text.module.css';
import { boxName } from './box-name';
import { cropView } from './crop-view';
import styles from './crop-tile.module.css';
import type { ImageDescription } from './describe-image';
import tile from './image-tile.module.css';
import { KindMark } from './kind-mark';
import { usePreview, type LoadPreview } from './use-preview';

export interface CropTileProps {
  readonly description: ImageDescription;
  /** Its number in `Inference.detections`. */
  readonly box: number;
  readonly loadPreview: LoadPreview;
  readonly scoresAs: ScoreFormat;
}

/** One animal, cut from the image's preview, over a data strip of its own. What is around it carries the name in words. */
export function CropTile({ description, box, loadPreview, scoresAs }: CropTileProps) {
  const { capturedAt, image } = description;
  const conf = image.inference?.detections?.[box]?.conf ?? null;
  const name = boxName(description, { index: box, kind: 'animal' });
  return (
    <div className={tile.tile} aria-hidden>
      <Crop description={description} box={box} loadPreview={loadPreview} />
      <div className={tile.strip}>
        <div className={tile.line}>
          <KindMark kind="animal" size={14} />
          <span className={classNames(tile.name, text.ellipsis)} title={name}>
            {name}
          </span>
        </div>
        <div className={classNames(tile.line, tile.facts)}>
          {conf !== null && <span className={tile.score}>{messages.images.conf(formatScore(conf, scoresAs))}</span>}
          {capturedAt !== null && <span className={text.ellipsis}>{formatCaptureTime(capturedAt)}</span>}
        </div>
      </div>
    </div>
  );
}

/** "Red fox, conf 0.93, 04:04:00, animal 2 of 3". */
export function cropInWords(
  description: ImageDescription,
  box: number,
  { number, of }: { readonly number: number; readonly of: number },
  as: ScoreFormat,
): string {
  const { capturedAt, image } = description;
  const conf = image.inference?.detections?.[box]?.conf ?? null;
  return [
    boxName(description, { index: box, kind: 'animal' }),
    conf === null ? null : messages.images.conf(formatScore(conf, as)),
    capturedAt === null ? null : formatCaptureTime(capturedAt),
    of > 1 ? messages.galleryList.animal(number, of) : null,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

/** Wider than its cell is high: the cell is 4:3. */
const CELL_RATIO = 4 / 3;

function Crop({ description, box, loadPreview }: Omit<CropTileProps, 'scoresAs'>) {
  const { filepath, image } = description;
  const preview = usePreview(filepath, loadPreview, image.inference !== null);
  const bbox = image.inference?.detections?.[box]?.bbox;
  const size = image.inference?.size ?? null;
  const view = bbox === undefined || size === null ? null : cropView(bbox, size);
  return (
    <div className={styles.cell}>
      {view !== null && preview.step === 'shown' && (
        <div
          className={classNames(styles.frame, view.ratio >= CELL_RATIO ? styles.wide : styles.tall)}
          style={{ aspectRatio: view.ratio }}
        >
          <img
            className={styles.photo}
            src={preview.url}
            alt=""
            decoding="async"
            draggable={false}
            style={{
              width: `${100 / view.width}%`,
              height: `${100 / view.height}%`,
              left: `${(-100 * view.x) / view.width}%`,
              top: `${(-100 * view.y) / view.height}%`,
            }}
          />
        </div>
      )}
    </div>
  );
}
