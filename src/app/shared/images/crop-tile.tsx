import { messages } from '../../messages';
import { classNames } from '../class-names';
import { formatCaptureTime } from '../format/format-date';
import { formatScore, type ScoreFormat } from '../format/format-score';
import text from '../text.module.css';
import { boxName } from './box-name';
import { CropCell } from './crop-cell';
import { cropView } from './crop-view';
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

const SURROUNDINGS = { margin: 0.1, leastSide: 0.06 };
const CELL_SHAPE = 4 / 3;

function Crop({ description, box, loadPreview }: Omit<CropTileProps, 'scoresAs'>) {
  const { filepath, image } = description;
  const preview = usePreview(filepath, loadPreview, image.inference !== null);
  const bbox = image.inference?.detections?.[box]?.bbox;
  const size = image.inference?.size ?? null;
  return (
    <CropCell
      shape={CELL_SHAPE}
      view={bbox === undefined || size === null ? null : cropView(bbox, size, SURROUNDINGS)}
      previewUrl={preview.step === 'shown' ? preview.url : null}
    />
  );
}
